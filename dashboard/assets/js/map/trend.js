// Lines of the selected municipalities over the years against the national one.
(function (atlas) {
  let box, drawn = false;

  function theme() {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(name).trim();
    return { text: token("--text"), line: token("--line"), national: token("--national") };
  }

  function traces({ view, frame, selected }) {
    const { national } = theme();
    const line = (values, texts, name, look, mode) => ({
      type: "scatter", mode, name, x: view.years, y: values, text: texts, connectgaps: false,
      hovertemplate: "%{text}<extra>%{fullData.name}</extra>", ...look,
    });
    const own = selected.map((code, place) => {
      const index = atlas.indexOf(code), { color, dash, symbol } = frame.lines[place];
      return line(view.value.map((row) => row[index]), view.text.map((row) => row[index]),
        frame.places[index].name,
        { line: { color, dash, width: 2.5 }, marker: { color, symbol, size: 7 } }, "lines+markers");
    });
    return [line(view.national, view.nationalText, view.nationalName,
      { line: { color: national, width: 4 } }, "lines"), ...own];
  }

  const marker = (year, color) => ({
    type: "line", xref: "x", yref: "paper", x0: year, x1: year, y0: 0, y1: 1,
    line: { color, width: 1.5, dash: "dot" },
  });

  function layout(state) {
    const { text, line } = theme();
    const axis = { color: text, gridcolor: line, linecolor: line };
    const base = state.frame.trend;
    const every = state.view.years.length > 8 && box.clientWidth < 420 ? 2 : 1;
    return {
      ...base,
      xaxis: { ...base.xaxis, ...axis, dtick: every, range: [state.view.years[0] - 0.4, state.view.years[state.view.years.length - 1] + 0.4] },
      yaxis: { ...base.yaxis, ...axis },
      shapes: [marker(state.year, text)],
    };
  }

  function names(state) {
    const entry = (color, text) => {
      const line = atlas.element("span", { class: "key", "aria-hidden": "true" });
      line.style.backgroundColor = color;
      return atlas.element("li", {}, line, text);
    };
    const { view, frame, selected, row } = state;
    const value = (index) => view.text[row][index] || frame.states[view.state[row][index]];
    return [
      entry(theme().national, `${view.nationalName}: ${view.nationalText[row]}`),
      ...selected.map((code, place) => {
        const index = atlas.indexOf(code);
        return entry(frame.lines[place].color, `${frame.places[index].name}: ${value(index)}`);
      }),
    ];
  }

  atlas.trend = {
    start(state) {
      box = atlas.element("div", { id: "trend-plot", class: "trend-plot", role: "img", "aria-labelledby": "trend-title" });
      const keys = atlas.element("ul", { id: "trend-keys", class: "trend-keys" });
      document.getElementById("trend").replaceChildren(box, keys);
      document.addEventListener("themechange", () => atlas.trend.draw(state, "view"));
    },
    draw(state, change) {
      if (change === "names") return;
      const keys = names(state);
      if (!state.selected.length) keys.push(atlas.element("li", { class: "hint" }, atlas.text("trend.hint")));
      document.getElementById("trend-keys").replaceChildren(...keys);
      if (change === "year" && drawn) {
        Plotly.relayout(box, { "shapes[0].x0": state.year, "shapes[0].x1": state.year });
        return;
      }
      drawn = true;
      Plotly.react(box, traces(state), layout(state), { displayModeBar: false, responsive: true });
    },
  };
})((window.savivalda ??= {}));
