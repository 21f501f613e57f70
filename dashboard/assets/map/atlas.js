// What is looked at on the map page, and the one way by which it changes.
// The server sends the page of one year ready to read, and a view (all years of an indicator, every
// figure already written out); year, selection and names live only here. Each part of the page is a
// module: `start` takes over what stands there, `draw` changes what it says.
(function (atlas) {
  const state = {
    view: null, frame: null, year: 0, row: 0, selected: [], names: false, same: false, sort: "", zoom: null,
  };
  const parts = [
    "controls", "year", "sentence", "figures", "map", "legend", "ranking", "trend", "table", "advice", "promises", "remarks", "address",
  ];
  const AT_ONCE = 5;
  const plotly = atlas.plotly();
  let following = "";

  atlas.state = state;
  atlas.text = (key, values) =>
    Object.entries(values || {}).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, () => value), state.frame.texts[key]);

  /**
   * Redraws the parts; `change` says what changed: view, year, selected, names or same. A new view or year
   * paints controls, sentence and map in one frame and everything else in the next, so that an answer
   * is seen at once and a slide stays smooth.
   */
  atlas.draw = function (change) {
    atlas.note("");
    const draw = (some, what) => some.forEach((part) => atlas[part].draw(state, what));
    if (change !== "year" && change !== "view") { draw(parts, change); return; }
    draw(parts.slice(0, AT_ONCE), change);
    const waits = following;
    if (following !== "view") following = change;  // a view that still waits brings its year along
    if (waits) return;
    requestAnimationFrame(() => setTimeout(() => {
      const what = following;
      following = "";
      draw(parts.slice(AT_ONCE), what);
    }));
  };

  atlas.setYear = function (year) {
    const { years } = state.view;
    const next = Math.min(Math.max(year, years[0]), years[years.length - 1]);
    if (next === state.year) return;
    state.year = next;
    state.row = years.indexOf(next);
    atlas.draw("year");
  };

  atlas.setNames = function (shown) {
    state.names = shown;
    atlas.draw("names");
  };

  /** Whether the country is the municipalities that have a figure in every year. */
  atlas.setSame = function (same) {
    state.same = same;
    atlas.draw("same");
  };

  /** Selects a municipality, or lets it go. */
  atlas.toggle = function (code) {
    const { selected, frame } = state;
    const gone = selected.filter((item) => item !== code);
    if (gone.length === selected.length && selected.length >= frame.most) {
      atlas.note(atlas.text("select.full"));
      return;
    }
    state.selected = gone.length < selected.length ? gone : [...selected, code];
    atlas.draw("selected");
  };

  /** Selects all of several, as far as there is room, or lets them go where all are selected. */
  atlas.toggleAll = function (codes) {
    const { selected, frame } = state;
    const others = selected.filter((code) => !codes.includes(code));
    const all = codes.every((code) => selected.includes(code)) ? others : [...others, ...codes];
    state.selected = all.slice(0, frame.most);
    atlas.draw("selected");
    if (all.length > frame.most) atlas.note(atlas.text("select.full"));
  };

  atlas.setSort = function (sort) {
    state.sort = sort;
    atlas.table.draw(state, "sort");
    atlas.address.draw(state, "sort");
  };

  atlas.note = (text) => { document.getElementById("note").textContent = text; };

  /** What one municipality's card, row and hover say in the present year. */
  atlas.facts = function (index) {
    const { view, row, frame } = state;
    const number = view.state[row][index];
    const year = view.years[row - 1];
    return {
      name: frame.places[index].name,
      value: view.text[row][index],
      state: number ? atlas.stateOf(frame.states, number) : "",
      glyph: atlas.glyph(row, index),
      real: atlas.real(row, index),
      marks: [
        ...[...view.sign[row][index]].map((sign) => frame.marks[sign]),
        frame.sources[view.origins[row][index]], view.why[row][index],
      ].filter(Boolean),
      remarks: atlas.remarksOn(state, index, view.years[row]).map(({ line }) => line),
      rank: view.rank[row][index] && view.ranked[row] > 1
        ? atlas.text("rank.of", { rank: view.rank[row][index], count: view.ranked[row] }) : "",
      change: view.change[row][index]
        ? atlas.text("change.since", { change: view.change[row][index], year }) : "",
    };
  };

  /** The word of a state, which says that it is invented where that can be. */
  atlas.stateOf = (words, number) => words[state.view.view.figures][number];

  /** Whether a figure is real among invented ones: it is shown, and compared with none. */
  atlas.real = (row, index) => state.view.sign[row][index].includes(state.frame.realSign);

  /** Whether such a figure has a colour all the same. */
  atlas.beside = (row, index) => atlas.real(row, index) && state.view.state[row][index] !== state.frame.broken;

  /** What stands on the map: the sign of a state, and that a figure is real. */
  atlas.glyph = (row, index) =>
    state.frame.glyphs[state.view.state[row][index]] + (atlas.real(row, index) ? state.frame.realSign : "");

  /** The classes of the present year; all years may share one list. */
  atlas.bins = ({ view, row }) => view.bins[row] ?? view.bins[0];

  /** The colour of a class; the two below the lowest are "declared zero" and "no figure". */
  atlas.color = function (cls) {
    const { frame } = state;
    if (cls >= 0) return atlas.bins(state)[cls].color;
    return cls === -1 ? frame.colors.zero : frame.colors.unknown;
  };

  /**
   * Shows a view in the year that is looked at, or in its last one; where other figures are asked for
   * and that year has none, in the newest that has. `look` is looked at from now on.
   */
  atlas.show = function (view, look = {}) {
    const { year: was, view: { view: { figures } } } = state;
    const known = (year) => view.value[view.years.indexOf(year)].some((value) => value !== null);
    Object.assign(state, look, { view });
    const clamped = !view.years.includes(state.year);
    if (clamped) state.year = view.years[view.years.length - 1];
    const moved = !look.year && figures !== view.view.figures && !known(state.year) && known(view.newest);
    if (moved) state.year = view.newest;
    state.row = view.years.indexOf(state.year);
    atlas.draw("view");
    if (moved) atlas.note(atlas.text("real.moved", { was, year: state.year }));
    else if (clamped) atlas.note(atlas.text("year.clamped", { year: state.year }));
  };

  /** How far the page has come, for those who measure and test it: taken over, plotted, whole. */
  atlas.ready = (what) => { document.documentElement.dataset.ready = what; };

  async function start() {
    const frame = JSON.parse(document.getElementById("frame").textContent);
      const { year, select, names, same, sort, zoom } = frame;
      Object.assign(state, { frame, year, selected: [...select], names, same, sort, zoom });
    try {
      state.view = await atlas.fetchView(frame.view);
    } catch {
      atlas.note(atlas.text("choice.lost"));
      atlas.ready("failed");  // the page works on as it would without scripts
      return;
    }
    state.row = state.view.years.indexOf(state.year);
    for (const part of parts) if (atlas[part].start) atlas[part].start(state);
    atlas.ready("taken over");
    const plot = () => { atlas.trend.plot(state); return atlas.map.plot(); };
    // Whatever plotly.js could not do, the picture of the page stays, and the rest goes on.
    plotly.then(plot).catch(console.error).then(atlas.startDash).catch(atlas.withoutDash);
  }

  addEventListener("DOMContentLoaded", start);
})((window.savivalda ??= {}));
