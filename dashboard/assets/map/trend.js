// Lines of the selected municipalities over the years against the national one.
(function (atlas) {
  // Its size on paper, px: the sheet is laid out for it (map.css).
  const PAPER = { width: 440, height: 140 };
  const YEAR_PX = 38;
  let place, box, now, unit, same, colors, drawn = false;

  /** The interface's colours; asking for them makes the browser lay out the page, so: seldom. */
  function theme() {
    const token = (name) => {
      now.style.color = `var(${name})`;
      return getComputedStyle(now).color;
    };
    colors = { text: token("--text"), line: token("--line"), national: token("--national"), target: token("--target") };
  }

  /** Lets a drawn figure shrink and grow, as it may have to on paper, and says whose line is which:
   * on paper the interface's colours are those of the light look. */
  function scalable() {
    const { width, height } = box._fullLayout;
    for (const svg of box.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    place.parentElement.style.setProperty("--ratio", `${width} / ${height}`);
    const own = atlas.state.selected.length, lines = [...box.querySelectorAll(".scatterlayer .trace")];
    lines.forEach((line, index) => {
      line.classList.toggle("line-national", index === 0);
      line.classList.toggle("line-target", index > 0 && index < lines.length - own);
    });
  }

  /** The line of the present year: an element of its own, as plotly would redraw all for it. */
  function mark({ year }) {
    scalable();
    const { xaxis, yaxis } = box._fullLayout;
    const { width, height } = box._fullLayout, part = (length, whole) => `${100 * length / whole}%`;
    Object.assign(now.style, {
      left: part(xaxis._offset + xaxis.l2p(year), width),
      top: part(yaxis._offset, height), height: part(yaxis._length, height),
    });
  }

  function layout(state) {
    const { text, line } = colors;
    const axis = { color: text, gridcolor: line, linecolor: line };
    const base = state.frame.trend;
    const margin = { ...base.margin, r: Math.max(base.margin.r, atlas.ends.room(state)) };
    const room = (box.clientWidth - margin.l - margin.r) / state.view.years.length;
    const every = [1, 2, 5].find((step) => step * room > YEAR_PX) || 10;
    return {
      ...base, width: box.clientWidth, height: box.clientHeight, margin,
      xaxis: { ...base.xaxis, ...axis, dtick: every, tickangle: 0, range: [state.view.years[0] - 0.4, state.view.years[state.view.years.length - 1] + 0.4] },
      yaxis: { ...base.yaxis, ...axis, ticksuffix: atlas.trendLines.scale(state) > 1 ? state.frame.millions : "" },
      annotations: atlas.trendLines.signs(state),
    };
  }

  function resize(size) {
    if (!drawn || (box._fullLayout.width === size.width && box._fullLayout.height === size.height)) return;
    Plotly.relayout(box, size);
    mark(atlas.state);
    atlas.ends.draw(box, atlas.state);
  }

  const fit = () => resize({ width: box.clientWidth, height: box.clientHeight });

  function names(state) {
    const entry = (color, text, name = "key") => {
      const line = atlas.element("span", { class: name, "aria-hidden": "true" });
      line.style.setProperty("--key", color);
      return atlas.element("li", {}, line, ...[text].flat());
    };
    const { view, frame, selected, row } = state;
    const value = (index) => view.text[row][index] || atlas.stateOf(frame.states, view.state[row][index]);
    return [
      entry("var(--national)", atlas.trendLines.national(state)),
      ...view.promises.filter((promise) => promise.text).map(({ text }) => entry("var(--target)", text, "key key-target")),
      ...selected.map((code, place) => {
        const index = atlas.indexOf(code);
        const { name } = frame.places[index], text = atlas.trendLines.broken(state, index, `${name}: ${value(index)}`);
        const link = atlas.element("a", { class: "place", href: atlas.address.page(index) }, name);
        return entry(frame.lines[place].color, [link, text.slice(name.length)]);
      }),
      ...(selected.length ? [] : [atlas.element("li", { class: "hint" }, atlas.text("trend.hint"))]),
    ];
  }

  atlas.trend = {
    start() {
      place = document.getElementById("trend-plot");
      [unit, now] = document.querySelectorAll(".trend-unit, .trend-year");
      same = document.getElementById("same");
      same.addEventListener("change", () => atlas.setSame(same.checked));
      if (same.checked !== atlas.state.same) atlas.setSame(same.checked);  // chosen before this script had come
    },
    /** Draws with plotly.js over the picture that came with the page. */
    plot(state) {
      box = atlas.element("div", { class: "trend-live" });
      place.append(box);
      document.addEventListener("themechange", () => atlas.trend.draw(atlas.state, "view"));
      addEventListener("beforeprint", () => resize(PAPER));
      addEventListener("afterprint", fit);
      this.draw(state, "view");
    },
    draw(state, change) {
      if (change === "names") return;
      unit.textContent = state.view.unit;
      document.getElementById("trend-keys").replaceChildren(...names(state));
      same.checked = state.same;
      same.nextElementSibling.textContent = atlas.text("trend.same", { count: state.view.same.count });
      if (!box) return;
      if (change === "year" && drawn) { mark(state); return; }
      theme();
      Plotly.react(box, atlas.trendLines.traces(state, colors), layout(state), { displayModeBar: false }).then(() => {
        mark(atlas.state);
        atlas.ends.draw(box, atlas.state);
        if (drawn) return;
        new ResizeObserver(fit).observe(box);
        place.querySelector("svg.trend-svg")?.remove();
        drawn = true;
      });
    },
  };
})((window.savivalda ??= {}));
