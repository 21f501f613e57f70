// Title, sentence and the notes on marked figures. Who is selected is the subject of both, as
// indicators/headline.py says it for the first answer.
(function (atlas) {
  const text = (key, values) => atlas.text(key, values);
  const names = (places, { frame }) => places.map((index) => frame.places[index].name).join(", ");
  const ranked = (index) => { const { value, rank } = atlas.facts(index); return rank ? `${value}, ${rank}` : value; };

  /** The country's figure behind what was said. */
  function nation({ view, row }) {
    if (view.national[row] === null || view.ranked[row] === 1) return "";
    return text("headline.nation", { name: view.nationalName, national: view.nationalText[row] });
  }

  function distance(index, { view, row }) {
    const country = view.national[row], apart = view.apart[row][index];
    if (country === null || view.ranked[row] === 1) return [];
    const more = view.value[row][index] > country ? "apart.more" : "apart.less";
    return [text(apart ? more : "apart.same", { distance: apart, nation: view.than, national: view.nationalText[row] })];
  }

  /** A municipality's figure, place and distance, or what is said instead. */
  function said(index, state) {
    const { view, row, frame } = state;
    if (view.rank[row][index]) return [ranked(index), ...distance(index, state)].join(", ");
    const value = view.text[row][index], number = view.state[row][index];
    const label = atlas.stateOf(frame.statesWithin, number), figure = value && number ? `${value} (${label})` : value || label;
    if (atlas.real(row, index)) return text("headline.real", { figure });
    return view.origins[row][index] ? figure : figure + nation(state);
  }

  const chosen = ({ selected, frame }) =>
    frame.places.map((_, index) => index).filter((index) => selected.includes(frame.places[index].code));

  /** A sentence of its own on real figures that are compared with nothing. */
  function apart(some, { view, row, frame }) {
    const told = some.filter((index) => atlas.real(row, index))
      .map((index) => `${frame.places[index].name} – ${view.text[row][index]}`);
    return told.length ? ` ${text("group.apart", { figures: told.join("; ") })}` : "";
  }

  /** The extremes of several, who of them has no figure, and the country's behind them. */
  function group(name, state, country) {
    const { view, row } = state;
    const places = chosen(state).filter((index) => !atlas.real(row, index));
    if (!places.length) return text("group.real", { group: name });
    const rank = (index) => view.rank[row][index], some = places.filter(rank), missing = places.filter((index) => !rank(index));
    if (!some.length) return text("group.none", { group: name }) + country;
    const ends = [Math.min(...some.map(rank)), Math.max(...some.map(rank))];
    const [first, last] = ends.map((end) => some.filter((index) => rank(index) === end));
    return text(ends[0] < ends[1] ? "group.extremes" : "group.same", {
      group: name, most: names(first, state), largest: ranked(first[0]), least: names(last, state),
      smallest: ranked(last[0]), gap: missing.length ? text("group.missing", { names: names(missing, state) }) : "",
    }) + country;
  }

  /** The county whose municipalities, and no others, are selected. */
  const county = ({ selected, frame }) => frame.counties.find(({ codes }) =>
    codes.length === selected.length && codes.every((code) => selected.includes(code)));

  /** @returns {{heading: string, title: string, sentence: string}} */
  function headline(state) {
    const { view, row, year, selected, frame } = state, start = text("sentence.start", { title: view.title, year });
    if (!selected.length) return { heading: start, title: start, sentence: view.sentence[row] };
    const whole = county(state);
    if (whole) {
      const heading = text("headline.heading", { name: whole.name, start });
      return { heading, title: heading,
        sentence: text("headline.county", { start, said: group(whole.where, state, nation(state)) }) + apart(chosen(state), state) };
    }
    const index = atlas.indexOf(selected[0]), { name, where } = frame.places[index], own = said(index, state);
    const sentence = text("headline.sentence", { start, where, said: own });
    return {
      heading: text("headline.heading", { name, start }),
      title: text("headline.title", { name, said: own, start }),
      sentence: selected.length > 1
        ? `${sentence} ${group(text("group.selected"), state, "")}.${apart(chosen(state).filter((other) => other !== index), state)}` : sentence,
    };
  }

  atlas.sentence = {
    draw(state, change) {
      if (change === "names" || change === "sort") return;
      const { heading, title, sentence } = headline(state), { view, row } = state;
      document.getElementById("map-title").textContent = heading;
      document.title = `${title} – Savivalda`;
      document.getElementById("sentence").textContent = sentence;
      document.getElementById("map-source").textContent = view.source;
      document.getElementById("marks").textContent = view.notes[row];
    },
  };
})((window.savivalda ??= {}));
