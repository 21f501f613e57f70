// Lines of the selected municipalities over the years against the national one.
(function (atlas) {
  let box, now, unit, colors, drawn = false;

  /** The interface's colours; asking for them makes the browser lay out the page, so: seldom. */
  function theme() {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(name).trim();
    colors = { text: token("--text"), line: token("--line"), national: token("--national"), target: token("--target") };
  }

  function traces({ view, frame, selected }) {
    const line = (values, texts, name, look, mode) => ({
      type: "scatter", mode, name, x: view.years, y: values, text: texts, connectgaps: false,
      hovertemplate: "%{text}<extra>%{fullData.name}</extra>", ...look,
    });
    const own = selected.map((code, place) => {
      const index = atlas.indexOf(code), { color, dash, symbol } = frame.lines[place];
      return line(view.value.map((row) => row[index]), view.text.map((row) => row[index]),
        frame.places[index].name,
        { line: { color, dash, width: 2.5 }, marker: { color, size: 7, symbol: view.sign.map(
          (row) => (row[index] ? `${symbol}-open` : symbol)) } }, "lines+markers");
    });
    const ends = [view.years[0], view.years[view.years.length - 1]];
    const targets = view.promises.filter((promise) => promise.text).map(({ target, text }) => ({
      type: "scatter", mode: "lines", x: ends, y: [target, target], name: text, hoverinfo: "name",
      line: { color: colors.target, dash: "dash", width: 2 },
    }));
    return [line(view.national, view.nationalText, view.nationalName,
      { line: { color: colors.national, width: 4 } }, "lines"), ...targets, ...own];
  }

  /** The line of the present year: an element of its own, as plotly would redraw all for it. */
  function mark({ year }) {
    atlas.scalable(box);
    const { xaxis, yaxis } = box._fullLayout;
    Object.assign(now.style, {
      transform: `translateX(${xaxis._offset + xaxis.l2p(year)}px)`,
      top: `${yaxis._offset}px`, height: `${yaxis._length}px`,
    });
  }

  function layout(state) {
    const { text, line } = colors;
    const axis = { color: text, gridcolor: line, linecolor: line };
    const base = state.frame.trend;
    const every = state.view.years.length > 8 && box.clientWidth < 420 ? 2 : 1;
    return {
      ...base, width: box.clientWidth, height: box.clientHeight,
      xaxis: { ...base.xaxis, ...axis, dtick: every, range: [state.view.years[0] - 0.4, state.view.years[state.view.years.length - 1] + 0.4] },
      yaxis: { ...base.yaxis, ...axis },
    };
  }

  function fit() {
    const { width, height } = box._fullLayout;
    if (width === box.clientWidth && height === box.clientHeight) return;
    Plotly.relayout(box, { width: box.clientWidth, height: box.clientHeight }).then(() => mark(atlas.state));
  }

  function names(state) {
    const entry = (color, text, name = "key") => {
      const line = atlas.element("span", { class: name, "aria-hidden": "true" });
      line.style.setProperty("--key", color);
      return atlas.element("li", {}, line, text);
    };
    const { view, frame, selected, row } = state;
    const value = (index) => view.text[row][index] || frame.states[view.state[row][index]];
    return [
      entry(colors.national, `${view.nationalName}: ${view.nationalText[row]}`),
      ...view.promises.filter((promise) => promise.text).map(({ text }) => entry(colors.target, text, "key key-target")),
      ...selected.map((code, place) => {
        const index = atlas.indexOf(code);
        return entry(frame.lines[place].color, `${frame.places[index].name}: ${value(index)}`);
      }),
    ];
  }

  atlas.trend = {
    start() {
      box = atlas.element("div", { id: "trend-plot", class: "trend-plot", role: "img", "aria-labelledby": "trend-title" });
      const keys = atlas.element("ul", { id: "trend-keys", class: "trend-keys" });
      now = atlas.element("div", { class: "trend-year", "aria-hidden": "true" });
      unit = atlas.element("p", { class: "trend-unit" });
      const plot = atlas.element("div", { class: "trend-frame" }, box, now);
      document.getElementById("trend").replaceChildren(unit, plot, keys);
      document.addEventListener("themechange", () => atlas.trend.draw(atlas.state, "view"));
    },
    draw(state, change) {
      if (change === "names") return;
      if (change !== "year") theme();
      unit.textContent = state.view.unit;
      const keys = names(state);
      if (!state.selected.length) keys.push(atlas.element("li", { class: "hint" }, atlas.text("trend.hint")));
      document.getElementById("trend-keys").replaceChildren(...keys);
      if (change === "year" && drawn) { mark(state); return; }
      Plotly.react(box, traces(state), layout(state), { displayModeBar: false }).then(() => {
        mark(atlas.state);
        if (!drawn) new ResizeObserver(fit).observe(box);
        drawn = true;
      });
    },
  };
})((window.savivalda ??= {}));
