// What a map is made of, whoever has drawn it: outlines and signs in the order of the places, dots in
// that of `frame.dots`, names, and the layer in which rings are drawn below the names.
// The map is that of `atlas.state.frame`: `places` (code, label point), `map` (plotly's figure),
// `dots` (codes of those with markers), `fitting` (charts/projection.py).
(function (atlas) {
  atlas.indexOf = (code) => atlas.state.frame.places.findIndex((place) => place.code === code);

  /** Those of the picture that came with the page. */
  atlas.pictureParts = function (svg) {
    const part = (name, tag) => [...svg.querySelectorAll(`.${name} ${tag}`)];
    return {
      outlines: part("places", "path"), signs: part("signs", "text"), dots: part("dots", "circle"),
      labels: svg.querySelector(".names"), names: part("names", "text"), layer: svg,
      noData: "url(#no-data-map)",
    };
  };

  const texts = (layer) => [...(layer?.querySelectorAll("text") ?? [])];  // no layer where all are empty

  /** Those of what plotly.js has drawn; its layers get the names of the picture's. */
  atlas.plotParts = function (box) {
    const byCode = new Map(), { places, dots: dotted, map: { data } } = atlas.state.frame;
    const [areas, counties] = box.querySelectorAll(".trace.choropleth");
    areas.querySelectorAll(".choroplethlocation").forEach((path) => {
      if (path.__data__) byCode.set(path.__data__.loc, path);
    });
    const [dots, signs, names] = box.querySelectorAll(".trace.scattergeo");
    const layers = { "places-live": areas, "counties-live": counties, "dots-live": dots, signs, names };
    for (const [name, layer] of Object.entries(layers)) layer?.classList.add(name);
    const points = [...dots.querySelectorAll("path")], { customdata } = data[2];
    return {
      outlines: places.map(({ code }) => byCode.get(code)),
      signs: texts(signs),
      dots: dotted.map((code) => points[customdata.indexOf(code)]),
      labels: names, names: texts(names), layer: dots.parentNode,
      noData: "url(#no-data)",
    };
  };
})((window.savivalda ??= {}));
