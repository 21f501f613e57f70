// Where plotly.js has to look for its map to lie just over the picture of the page.
(function (atlas) {
  const middle = ([low, high]) => (low + high) / 2;

  /**
   * In a box of the present size. Plotly fits a range of degrees into the box; one that fills it makes
   * the map smaller, as the parallels bend: that is made good. Most of what is left over goes to the
   * west, where legend and card stand.
   * @returns {{lon: number[], scale: number, center: {lon: number, lat: number}}}
   */
  atlas.fitted = function (box) {
    const { fitting, map: { layout: { geo: { lonaxis, lataxis } } } } = atlas.state.frame;
    const width = Math.min(box.clientWidth, box.clientHeight * fitting.width / fitting.height);
    const spare = box.clientWidth - width, degree = fitting.degree * width / fitting.width;
    const [west, east] = lonaxis.range;
    const lon = [west - 0.7 * spare / degree, east + 0.3 * spare / degree];
    const height = (range) => fitting.south - fitting.north
      * Math.cos(fitting.angle * Math.max(...range.map((end) => Math.abs(end - fitting.rotation))));
    // Where the width decides, there is nothing beside the country.
    const scale = spare > 0 ? height(lon) / height(lonaxis.range) : 1;
    return { lon, scale, center: { lon: middle(lonaxis.range) - 0.2 * spare / degree, lat: middle(lataxis.range) } };
  };
})((window.savivalda ??= {}));
