// Names at the ends of the trend's lines, each led to in its colour; as charts/trend_plot.py draws them.
(function (atlas) {
  const LETTERS = 12, LEADER = 22, GAP = 14;
  let context;

  const short = (index) => atlas.state.frame.short[index];

  function svg(tag, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  /** Places at least `gap` apart between `low` and `high`, in the order of those wanted. */
  function spread(wanted, low, high) {
    const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
    const gap = Math.min(GAP, (high - low) / Math.max(1, wanted.length - 1)), places = [...wanted];
    let last = low - gap;
    for (const index of order) places[index] = last = Math.max(wanted[index], last + gap);
    last = high + gap;
    for (const index of order.reverse()) places[index] = last = Math.min(places[index], last - gap);
    return places;
  }

  atlas.ends = {
    /** How wide the names are with what leads to them, px. */
    room({ selected }) {
      context ??= document.createElement("canvas").getContext("2d");
      context.font = `${LETTERS}px ${getComputedStyle(document.body).fontFamily}`;
      const widths = selected.map((code) => context.measureText(short(atlas.indexOf(code))).width);
      return widths.length ? Math.ceil(Math.max(...widths)) + LEADER + 4 : 0;
    },
    draw(box, { view, frame, selected }) {
      const sheet = box.querySelector(".main-svg"), { xaxis, yaxis } = box._fullLayout;
      sheet.querySelector(".ends")?.remove();
      const found = selected.flatMap((code, place) => {
        const index = atlas.indexOf(code), last = view.value.findLastIndex((row) => row[index] !== null);
        if (last < 0) return [];
        const left = xaxis._offset + xaxis.l2p(view.years[last]), top = yaxis._offset + yaxis.l2p(view.value[last][index]);
        return [{ name: short(index), color: frame.lines[place].color, left, top }];
      });
      const heights = spread(found.map(({ top }) => top), yaxis._offset, yaxis._offset + yaxis._length);
      const edge = xaxis._offset + xaxis._length, group = svg("g", { class: "ends" });
      found.forEach(({ name, color, left, top }, at) => {
        const d = `M${left + 5} ${top}L${edge} ${top}L${edge + LEADER - 4} ${heights[at]}`;
        const text = svg("text", { x: edge + LEADER, y: heights[at] + LETTERS * 0.36, "font-size": LETTERS });
        text.textContent = name;
        group.append(svg("path", { d, fill: "none", stroke: color }), text);
      });
      sheet.append(group);
    },
  };
})((window.savivalda ??= {}));
