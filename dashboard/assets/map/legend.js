// Ranges of the classes with how many municipalities fall in each, and the states without a figure.
(function (atlas) {
  function entry(color, glyph, label, count) {
    const none = color === atlas.state.frame.colors.unknown;
    const swatch = atlas.element("span", { class: none ? "swatch no-data" : "swatch", "aria-hidden": "true" }, glyph);
    if (!none) swatch.style.backgroundColor = color;
    return atlas.element("li", {}, swatch, atlas.element("span", { class: "range" }, label),
      atlas.element("span", { class: "count", title: atlas.text("legend.count") }, String(count)));
  }

  /** Label, colour and count of everything that is seen in the present year, highest first. */
  atlas.legendItems = function ({ view, row, frame }) {
    const classes = atlas.bins({ view, row }).map((bin, cls) => ({
      color: bin.color, glyph: "", label: bin.label,
      count: view.cls[row].filter((item, index) => item === cls && !atlas.beside(row, index)).length,
    })).reverse();
    const states = frame.states[view.view.figures].map((label, number) => ({
      color: atlas.color(frame.glyphs[number] === "0" ? -1 : -2),
      glyph: frame.glyphs[number], label,
      count: number ? view.state[row].filter((item, index) => item === number && !atlas.beside(row, index)).length : 0,
    }));
    const real = {
      color: frame.colors.real, glyph: frame.realSign, label: atlas.text("legend.real"),
      count: view.cls[row].filter((_, index) => atlas.beside(row, index)).length,
    };
    return [...classes, ...[...states, real].filter((item) => item.count)];
  };

  atlas.legend = {
    draw(state, change) {
      if (change !== "view" && change !== "year") return;
      document.getElementById("legend").replaceChildren(
        atlas.element("p", {}, state.view.unit),
        atlas.element("ul", { "aria-label": atlas.text("legend.title") }, ...atlas.legendItems(state).map((item) =>
          entry(item.color, item.glyph, item.label, item.count))),
        atlas.element("p", { class: "limits" }, atlas.text(state.view.view.limits === "year" ? "legend.limits_year" : "legend.limits_fixed")));
    },
  };
})((window.savivalda ??= {}));
