// What the trend's lines are, as plotly.js takes them: whose, broken where, and in which measure.
(function (atlas) {
  const MILLION = 1e6;

  const breaks = ({ view, frame }, row, index) => row > 0 && view.state[row][index] === frame.broken;

  /** Whether a figure is real and the one before is not, or the other way: the line does not run on. */
  const turns = (row, index) => row > 0 && atlas.real(row, index) !== atlas.real(row - 1, index);

  /** Whether a municipality has real figures and invented ones. */
  function mixed({ view }, index) {
    const kinds = view.years.flatMap((_, row) => (view.value[row][index] === null ? [] : [atlas.real(row, index)]));
    return new Set(kinds).size > 1;
  }

  /** Not filled: figures with a sign; where a line has both kinds, invented ones. */
  function hollow(state, row, index) {
    if (mixed(state, index)) return !atlas.real(row, index);
    return Boolean(state.view.sign[row][index].replace(state.frame.realSign, "").replace(state.frame.remarkSign, ""));
  }

  /** The country's figures: of all that count in a year, or of those that count in every year. */
  const nation = ({ view, same }) => (same ? view.same : { national: view.national, text: view.nationalText });

  function told({ view, same }, row, more = {}) {
    const count = same ? view.same.count : view.ranked[row], value = nation({ view, same }).text[row] || "–";
    const key = same ? "trend.national_same" : more.first ? "trend.national_varied" : "trend.national";
    return atlas.text(key, { name: view.nationalName, value, count, ...more });
  }

  /** The country's figure, and of how many municipalities it is, in the first and the last year too. */
  function national(state) {
    const { years, ranked } = state.view, end = years.length - 1;
    const varied = ranked.some((count) => count !== ranked[0]);
    return told(state, state.row, varied
      ? { first: years[0], last: years[end], before: ranked[0], after: ranked[end] } : {});
  }

  /** What is said of a municipality's line, and in which years it breaks. */
  function broken(state, index, line) {
    const { view, frame } = state, found = view.years.filter((_, row) => view.state[row][index] === frame.broken);
    const said = found.length ? atlas.text("trend.break", { line, sign: "≠", year: found.join(", ") }) : line;
    return mixed(state, index) ? atlas.text("trend.mixed", { line: said }) : said;
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
      const rows = view.years.flatMap((_, row) => (breaks(state, row, index) || turns(row, index) ? [-1, row] : [row]));
      const each = (list, none) => rows.map((row) => (row < 0 ? none : list(row)));
      return line(each((row) => view.value[row][index], null), each((row) => view.text[row][index], ""),
        frame.places[index].name, { line: { color, dash, width: 2.5 }, marker: { color, size: 7,
          symbol: each((row) => (hollow(state, row, index) ? `${symbol}-open` : symbol), symbol) } },
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

  /** A sign above each gap between figures that do not compare. */
  function signs(state) {
    const { view, selected, frame } = state, parts = scale(state);
    return selected.flatMap((code, place) => {
      const index = atlas.indexOf(code), { color } = frame.lines[place];
      return view.years.flatMap((year, row) => {
        const ends = [view.value[row - 1]?.[index], view.value[row][index]];
        if (!breaks(state, row, index) || ends.some((value) => value === null)) return [];
        return [{ x: year - 0.5, y: Math.max(...ends) / parts, yanchor: "bottom", text: "<b>≠</b>", showarrow: false, font: { color } }];
      });
    });
  }

  atlas.trendLines = { broken, national, scale, signs, traces };
})((window.savivalda ??= {}));
