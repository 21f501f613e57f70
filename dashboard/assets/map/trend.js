// Lines of the selected municipalities over the years against the national one.
(function (atlas) {
  let place, box, now, unit, colors, drawn = false;

  /** The interface's colours; asking for them makes the browser lay out the page, so: seldom. */
  function theme() {
    const token = (name) => {
      now.style.color = `var(${name})`;
      return getComputedStyle(now).color;
    };
    colors = { text: token("--text"), line: token("--line"), national: token("--national"), target: token("--target") };
  }

  /** Lets a drawn figure shrink and grow, as it must on paper. */
  function scalable() {
    const { width, height } = box._fullLayout;
    for (const svg of box.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    place.parentElement.style.setProperty("--ratio", `${width} / ${height}`);
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
    scalable();
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
      entry("var(--national)", `${view.nationalName}: ${view.nationalText[row]}`),
      ...view.promises.filter((promise) => promise.text).map(({ text }) => entry("var(--target)", text, "key key-target")),
      ...selected.map((code, place) => {
        const index = atlas.indexOf(code);
        return entry(frame.lines[place].color, `${frame.places[index].name}: ${value(index)}`);
      }),
    ];
  }

  atlas.trend = {
    start() {
      place = document.getElementById("trend-plot");
      [unit, now] = document.querySelectorAll(".trend-unit, .trend-year");
    },
    /** Draws with plotly.js over the picture that came with the page. */
    plot(state) {
      box = atlas.element("div", { class: "trend-live" });
      place.append(box);
      document.addEventListener("themechange", () => atlas.trend.draw(atlas.state, "view"));
      this.draw(state, "view");
    },
    draw(state, change) {
      if (change === "names") return;
      unit.textContent = state.view.unit;
      const keys = names(state);
      if (!state.selected.length) keys.push(atlas.element("li", { class: "hint" }, atlas.text("trend.hint")));
      document.getElementById("trend-keys").replaceChildren(...keys);
      if (!box) return;
      if (change === "year" && drawn) { mark(state); return; }
      theme();
      Plotly.react(box, traces(state), layout(state), { displayModeBar: false }).then(() => {
        mark(atlas.state);
        if (drawn) return;
        new ResizeObserver(fit).observe(box);
        place.querySelector("svg.trend-svg")?.remove();
        drawn = true;
      });
    },
  };
})((window.savivalda ??= {}));
