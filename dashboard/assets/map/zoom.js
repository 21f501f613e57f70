// What part of the map is seen: the whole country, or, enlarged, a piece that can be moved about.
(function (atlas) {
  let box, place, seen = "";

  const short = (number) => Number(number.toFixed(2));

  /** What plotly.js has to be told, in a box of the present size. */
  atlas.zoomed = function (place) {
    seen = JSON.stringify(atlas.state.zoom);
    return atlas.laidOut(place, atlas.state.zoom);
  };

  const apply = () => Plotly.relayout(box, atlas.zoomed(place));

  /** Where the map has been moved to by hand: plotly.js turns the globe, we look at another middle. */
  function moved(change) {
    if (!atlas.state.zoom || !("geo.projection.rotation.lon" in change) || "geo.lonaxis.range" in change) return;
    const { projection, _subplot: drawn } = box._fullLayout.geo;
    const [lon, lat] = drawn.projection.invert([place.clientWidth / 2, place.clientHeight / 2]);
    const scale = short(projection.scale / atlas.fitted(place).scale);
    atlas.state.zoom = { scale, lon: short(lon), lat: short(lat) };
    apply();
    atlas.address.draw(atlas.state, "zoom");
  }

  atlas.zoom = {
    /** From now on a map that plotly.js has drawn follows. */
    start(drawn, around) {
      [box, place] = [drawn, around];
      box.on("plotly_relayout", moved);
      this.draw(atlas.state);  // it may have changed meanwhile
    },
    /** Enlarges by a factor, around a point in degrees or what is in the middle; 0 shows all. */
    by(factor, point) {
      const { state } = atlas, { center } = box._fullLayout.geo, [lon, lat] = point || [center.lon, center.lat];
      const scale = Math.min(short((state.zoom?.scale || 1) * factor), state.frame.closest);
      state.zoom = scale > 1 ? { scale, lon: short(lon), lat: short(lat) } : null;
      apply();
      atlas.address.draw(state, "zoom");
    },
    /** Follows a step of the history. */
    draw(state) { if (JSON.stringify(state.zoom) !== seen) apply(); },
  };
})((window.savivalda ??= {}));
