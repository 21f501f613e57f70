// Where plotly.js has to look for its map to lie just over the picture of the page, and how large
// letters and markers are on it.
(function (atlas) {
  const middle = ([low, high]) => (low + high) / 2;
  const across = (box, { width, height }) => Math.min(box.clientWidth, box.clientHeight * width / height);

  /**
   * In a box of the present size. Plotly fits a range of degrees into the box; one that fills it makes
   * the map smaller, as the parallels bend: that is made good.
   * @returns {{lon: number[], scale: number, center: {lon: number, lat: number}}}
   */
  atlas.fitted = function (box) {
    const { fitting, map: { layout: { geo: { lonaxis, lataxis } } } } = atlas.state.frame;
    const width = across(box, fitting);
    const spare = box.clientWidth - width, degree = fitting.degree * width / fitting.width;
    const [west, east] = lonaxis.range;
    const lon = [west - spare / 2 / degree, east + spare / 2 / degree];
    const height = (range) => fitting.south - fitting.north
      * Math.cos(fitting.angle * Math.max(...range.map((end) => Math.abs(end - fitting.rotation))));
    // Where the width decides, there is nothing beside the country.
    const scale = spare > 0 ? height(lon) / height(lonaxis.range) : 1;
    return { lon, scale, center: { lon: middle(lonaxis.range), lat: middle(lataxis.range) } };
  };

  /**
   * Sizes in px, which grow with the map, but never get too small to be read or hit.
   * @returns {{unit: number, name: number, sign: number, dot: number, near: number}}
   */
  atlas.sizes = function (box) {
    const { fitting, map: { data } } = atlas.state.frame, width = across(box, fitting);
    const size = (usual, least) => Math.max(least, usual * width / fitting.usual);
    const dot = size(data[2].marker.size, 12);
    return {
      unit: fitting.width / width, dot,
      sign: size(data[3].textfont.size, 12), name: size(data[4].textfont.size, 11),
      near: Math.max(1, Math.ceil(12 - dot / 2)),  // what is pointed at is 24 px wide at least
    };
  };

  /** What plotly.js has to be told: a piece of the country (its scale and middle), or all of it. */
  atlas.laidOut = function (box, zoom = null) {
    const { lon, scale, center } = atlas.fitted(box), { projection } = atlas.state.frame.map.layout.geo;
    return {
      width: box.clientWidth, height: box.clientHeight, dragmode: zoom ? "pan" : false,
      "geo.projection.rotation.lon": projection.rotation.lon, "geo.projection.rotation.lat": 0,
      "geo.lonaxis.range": lon, "geo.projection.scale": scale * (zoom ? zoom.scale : 1),
      "geo.center.lon": zoom ? zoom.lon : center.lon, "geo.center.lat": zoom ? zoom.lat : center.lat,
      hoverdistance: atlas.sizes(box).near,
    };
  };
})((window.savivalda ??= {}));
