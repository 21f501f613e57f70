// Draws the map with plotly.js, which knows shapes only: the page paints what has been drawn.
(function (atlas) {
  const [MUNICIPALITIES, COUNTIES, DOTS, SIGNS, NAMES] = [0, 1, 2, 3, 4];
  const CONFIG = { displayModeBar: false, scrollZoom: false, topojsonURL: `${atlas.base}/static/` };
  const empty = { type: "GeometryCollection", geometries: [] };

  // plotly.js would fetch a base map of the world; there is nothing of it to be seen here.
  function withoutBaseMap() {
    const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
    const objects = Object.fromEntries(layers.map((name) => [name, empty]));
    PlotlyGeoAssets.topojson.world_110m = { type: "Topology", objects, arcs: [] };
  }

  /** The figure, as large as its place. */
  function figure(place, at) {
    const { data, layout } = structuredClone(atlas.state.frame.map), { name, sign, dot } = atlas.sizes(place);
    for (const number of [MUNICIPALITIES, COUNTIES]) data[number].geojson = atlas.base + data[number].geojson;
    data[DOTS].marker.size = dot;
    data[SIGNS].textfont.size = sign;
    data[NAMES].textfont.size = name;
    const { width, height, dragmode, hoverdistance } = at;
    Object.assign(layout, { width, height, dragmode, hoverdistance });
    layout.geo.center = { lon: at["geo.center.lon"], lat: at["geo.center.lat"] };
    layout.geo.lonaxis.range = at["geo.lonaxis.range"];
    layout.geo.projection.scale = at["geo.projection.scale"];
    return [data, layout];
  }

  /**
   * Draws the map in a place, unseen; `taken` takes what has been drawn. If either fails nothing of it stays.
   * @param at what `atlas.laidOut` says
   */
  atlas.drawMap = function (place, at, taken) {
    withoutBaseMap();
    const box = atlas.element("div", { class: "map-plot" });
    place.append(box);
    return Plotly.newPlot(box, ...figure(place, at), CONFIG).then(() => taken(box))
      .catch((error) => { box.remove(); throw error; });
  };

  /** Whether what was drawn is as large as its place. */
  atlas.fits = ({ _fullLayout: { width, height } }, place) => width === place.clientWidth && height === place.clientHeight;

  atlas.drawAgain = function (box, place, at) {
    const { name, sign, dot } = atlas.sizes(place);
    const sizes = { "marker.size": [dot, undefined, undefined], "textfont.size": [undefined, sign, name] };
    Plotly.update(box, sizes, at, [DOTS, SIGNS, NAMES]);
  };
})((window.savivalda ??= {}));
