// A ring around a municipality of a map, above all but the names.
(function (atlas) {
  /**
   * Two copies of its outline or marker, the wider and lighter one below.
   * @param {string} name which ring: its class
   * @param {string} [color] where its class has none
   * @returns {Element[]} what has been drawn; nothing where it is zoomed out of sight
   */
  atlas.ring = function ({ outlines, dots, labels, layer }, index, name, color) {
    const { frame } = atlas.state;
    const dot = dots[frame.dots.indexOf(frame.places[index].code)], shape = dot || outlines[index];
    if (!shape?.getAttribute("d") && !dot) return [];
    return [name === "ring-real" ? "ring-under" : "ring-ground", name].map((part) => {
      const copy = shape.cloneNode();
      for (const own of ["style", "fill", "data-code"]) copy.removeAttribute(own);
      copy.setAttribute("class", `ring ${part}`);
      if (color && part === name) copy.style.stroke = color;
      return layer.insertBefore(copy, labels);
    });
  };
})((window.savivalda ??= {}));
