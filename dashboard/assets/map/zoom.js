// What part of the map is seen: the whole country, or, enlarged, a piece that can be moved about.
(function (atlas) {
  let box, place, seen = "";

  const short = (number) => Number(number.toFixed(2));

  /** What plotly.js has to be told, in a box of the present size. */
  atlas.zoomed = function (place) {
    const { lon, scale, center } = atlas.fitted(place), { zoom } = atlas.state;
    return {
      width: place.clientWidth, height: place.clientHeight, dragmode: zoom ? "pan" : false,
      "geo.lonaxis.range": lon, "geo.projection.scale": scale * (zoom ? zoom.scale : 1),
      "geo.center.lon": zoom ? zoom.lon : center.lon, "geo.center.lat": zoom ? zoom.lat : center.lat,
    };
  };

  function apply() {
    seen = JSON.stringify(atlas.state.zoom);
    Plotly.relayout(box, atlas.zoomed(place));
  }

  function fit() {
    const { width, height } = box._fullLayout;
    if (!box.clientWidth) return;  // on paper the picture stands here
    if (width !== place.clientWidth || height !== place.clientHeight) apply();
  }

  /** Where the map has been moved to by hand. */
  function moved() {
    if (!atlas.state.zoom) return;
    const { center, projection } = box._fullLayout.geo;
    const scale = short(projection.scale / atlas.fitted(place).scale);
    atlas.state.zoom = { scale, lon: short(center.lon), lat: short(center.lat) };
    seen = JSON.stringify(atlas.state.zoom);
    atlas.address.draw(atlas.state, "zoom");
  }

  atlas.zoom = {
    /** From now on a map that plotly.js has drawn follows. */
    start(drawn, around) {
      [box, place, seen] = [drawn, around, JSON.stringify(atlas.state.zoom)];
      box.on("plotly_relayout", moved);
      new ResizeObserver(fit).observe(place);
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
