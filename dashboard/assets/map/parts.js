// What a map is made of, whoever has drawn it: outlines and signs in the order of the places, dots of
// the small ones, names, and the layer in which rings are drawn below the names.
(function (atlas) {
  /** Those of the picture that came with the page. */
  atlas.pictureParts = function (svg) {
    const part = (name, tag) => [...svg.querySelectorAll(`.${name} ${tag}`)];
    return {
      outlines: part("places", "path"), signs: part("signs", "text"), dots: part("dots", "circle"),
      labels: svg.querySelector(".names"), names: part("names", "text"), layer: svg,
    };
  };

  /** Those of what plotly.js has drawn. */
  atlas.plotParts = function (box) {
    const byCode = new Map();
    box.querySelectorAll(".choroplethlocation").forEach((path) => {
      if (path.__data__ && !byCode.has(path.__data__.loc)) byCode.set(path.__data__.loc, path);
    });
    const [signs, dots, names] = box.querySelectorAll(".trace.scattergeo");
    return {
      outlines: atlas.state.frame.places.map(({ code }) => byCode.get(code)),
      signs: [...signs.querySelectorAll("text")],
      dots: [...dots.querySelectorAll("path")],
      labels: names || null,
      names: [...(names?.querySelectorAll("text") || [])],
      layer: names?.parentNode || box.querySelector(".geolayer .frontplot"),
    };
  };
})((window.savivalda ??= {}));
