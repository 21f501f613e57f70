// What is looked at on the map page, and the one way by which it changes.
// The server sends a view (all years of an indicator, every figure already written out); year,
// selection and names live only here. Each part of the page is a module with `start` and `draw`.
(function (atlas) {
  const state = { view: null, frame: null, year: 0, row: 0, selected: [], names: false };
  const parts = ["controls", "year", "sentence", "map", "legend", "ranking", "trend", "table", "promises", "address"];
  const AT_ONCE = 4;
  let following = false;

  atlas.state = state;
  atlas.text = (key, values) =>
    Object.entries(values || {}).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, value), state.frame.texts[key]);

  /** An element with attributes and children; `on…` attributes are listeners. */
  atlas.element = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /** Lets a drawn figure shrink and grow, as it must on paper. */
  atlas.scalable = function (box) {
    const { width, height } = box._fullLayout;
    for (const svg of box.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    box.parentElement.style.setProperty("--ratio", `${width} / ${height}`);
  };

  /**
   * Redraws the parts; `change` says what changed: view, year, selected or names. A new year paints
   * map and sentence in one frame and everything else in the next, so that a slide stays smooth.
   */
  atlas.draw = function (change) {
    atlas.note("");
    const draw = (some) => some.forEach((part) => atlas[part].draw(state, change));
    if (change !== "year") { draw(parts); return; }
    draw(parts.slice(0, AT_ONCE));
    if (following) return;
    following = true;
    requestAnimationFrame(() => setTimeout(() => {
      following = false;
      draw(parts.slice(AT_ONCE));
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

  atlas.note = (text) => { document.getElementById("note").textContent = text; };

  /** What one municipality's card, row and hover say in the present year. */
  atlas.facts = function (index) {
    const { view, row, frame } = state;
    const number = view.state[row][index];
    const year = view.years[row - 1];
    return {
      name: frame.places[index].name,
      value: view.text[row][index],
      state: number ? frame.states[number] : "",
      glyph: frame.glyphs[number],
      marks: [...view.sign[row][index]].map((sign) => frame.marks[sign]).filter(Boolean),
      rank: view.rank[row][index]
        ? atlas.text("rank.of", { rank: view.rank[row][index], count: view.ranked[row] }) : "",
      change: view.change[row][index]
        ? atlas.text("change.since", { change: view.change[row][index], year }) : "",
    };
  };

  /** The colour of a class; the two below the lowest are "declared zero" and "no figure". */
  atlas.color = function (cls) {
    const { view, frame } = state;
    if (cls >= 0) return view.bins[cls].color;
    return cls === -1 ? frame.colors.zero : frame.colors.unknown;
  };

  atlas.indexOf = (code) => state.frame.places.findIndex((place) => place.code === code);

  function show(view, frame) {
    if (!view || !frame) return dash_clientside.no_update;
    const first = state.frame !== frame;
    if (first) {
      Object.assign(state, { frame, year: frame.year, selected: [...frame.select] });
      state.names = frame.names;
    }
    state.view = view;
    const last = view.years[view.years.length - 1], clamped = !view.years.includes(state.year);
    if (clamped) state.year = last;
    const note = first ? document.getElementById("note").textContent : "";
    state.row = view.years.indexOf(state.year);
    if (first) for (const part of parts) if (atlas[part].start) atlas[part].start(state);
    atlas.draw("view");
    atlas.note(clamped ? atlas.text("year.clamped", { year: last }) : note);
    return dash_clientside.no_update;
  }

  Object.assign(((window.dash_clientside ??= {}).savivalda ??= {}), { show });
})((window.savivalda ??= {}));
