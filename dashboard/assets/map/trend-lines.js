// What the trend's lines are, as plotly.js takes them: whose, broken where, and in which measure.
(function (atlas) {
  const MILLION = 1e6;

  const breaks = ({ view, frame }, row, index) => row > 0 && view.state[row][index] === frame.broken;

  /** The country's figures: of all that count in a year, or of those that count in every year. */
  const nation = ({ view, same }) => (same ? view.same : { national: view.national, text: view.nationalText });

  function told({ view, same }, row) {
    const count = same ? view.same.count : view.ranked[row], value = nation({ view, same }).text[row] || "–";
    return atlas.text(same ? "trend.national_same" : "trend.national", { name: view.nationalName, value, count });
  }

  /** Where lines break, and that the country is not always the same municipalities. */
  function remarks(state) {
    const { view: { years, ranked, same: { count } }, frame, selected } = state;
    const said = selected.map(atlas.indexOf).flatMap((index) => years.flatMap((year, row) => (breaks(state, row, index)
      ? [atlas.text("trend.break", { sign: "≠", place: frame.places[index].name, year })] : [])));
    const varied = !state.same && ranked.some((number) => number !== count), end = years.length - 1;
    return varied ? [...said, atlas.text("trend.span",
      { first: years[0], last: years[end], before: ranked[0], after: ranked[end] })] : said;
  }

  /** By what figures are divided: large ones are written in millions. */
  function scale(state) {
    const own = state.selected.map(atlas.indexOf);
    const figures = state.view.value.flatMap((row) => own.map((index) => row[index])).concat(nation(state).national);
    return Math.max(...figures) >= MILLION ? MILLION : 1;
  }

  function traces(state, colors) {
    const { view, frame, selected } = state;
    const parts = scale(state);
    const line = (values, texts, name, look, mode, x = view.years) => ({
      type: "scatter", mode, name, x, text: texts, connectgaps: false,
      y: values.map((value) => (value === null ? null : value / parts)),
      hovertemplate: "%{text}<extra>%{fullData.name}</extra>", ...look,
    });
    const own = selected.map((code, place) => {
      const index = atlas.indexOf(code), { color, dash, symbol } = frame.lines[place];
      // Before a figure that breaks its series stands a year without any, so that the line does not run on.
      const rows = view.years.flatMap((_, row) => (breaks(state, row, index) ? [-1, row] : [row]));
      const each = (list, none) => rows.map((row) => (row < 0 ? none : list(row)));
      return line(each((row) => view.value[row][index], null), each((row) => view.text[row][index], ""),
        frame.places[index].name, { line: { color, dash, width: 2.5 }, marker: { color, size: 7,
          symbol: each((row) => (view.sign[row][index] ? `${symbol}-open` : symbol), symbol) } },
        "lines+markers", rows.map((row, at) => (row < 0 ? view.years[rows[at + 1]] - 0.5 : view.years[row])));
    });
    const ends = [view.years[0], view.years[view.years.length - 1]];
    const targets = view.promises.filter((promise) => promise.text).map(({ target, text }) => ({
      type: "scatter", mode: "lines", x: ends, y: [target / parts, target / parts], name: text, hoverinfo: "name",
      line: { color: colors.target, dash: "dash", width: 2 },
    }));
    return [line(nation(state).national, view.years.map((_, row) => told(state, row)), view.nationalName,
      { line: { color: colors.national, width: 4 }, hovertemplate: "%{text}<extra></extra>" }, "lines"), ...targets, ...own];
  }

  /** A sign in the middle of each gap, wherever figures on both sides do not compare. */
  function signs(state) {
    const { view, selected, frame } = state, parts = scale(state);
    return selected.flatMap((code, place) => {
      const index = atlas.indexOf(code), { color } = frame.lines[place];
      return view.years.flatMap((year, row) => {
        const ends = [view.value[row - 1]?.[index], view.value[row][index]];
        if (!breaks(state, row, index) || ends.some((value) => value === null)) return [];
        return [{ x: year - 0.5, y: (ends[0] + ends[1]) / 2 / parts, text: "<b>≠</b>", showarrow: false, font: { color } }];
      });
    });
  }

  atlas.trendLines = { remarks, scale, signs, told, traces };
})((window.savivalda ??= {}));
