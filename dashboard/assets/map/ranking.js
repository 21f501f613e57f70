// All 60 from the largest to the smallest, in the colours of the map; each is a button that selects and
// a link to its page.
// The rows stay where they are and change what they say: moving them would lay the page out anew.
(function (atlas) {
  const EDGE_PX = 3;
  let list, rows, most, known;

  /** A row as it stands in the page; from now on its button selects at once. */
  function row(button) {
    const [rank, name, bar, value] = ["rank", "name", "bar", "value"].map((part) => button.querySelector(`.${part}`));
    const link = button.nextElementSibling;
    const entry = { rank, name, bar, value, button, link, index: atlas.indexOf(button.value) };
    const look = () => atlas.map.setFocus(entry.index), away = () => atlas.map.setFocus(-1);
    button.type = "button";
    for (const [event, act] of [["focusin", look], ["mouseenter", look], ["focusout", away], ["mouseleave", away]]) {
      button.parentElement.addEventListener(event, act);
    }
    button.addEventListener("click", () => atlas.toggle(atlas.state.frame.places[entry.index].code));
    return entry;
  }

  const holds = ({ button, link }, item) => button === item || link === item;

  /** Two stops of the Tab key for the whole list, a row's button and its link; arrow keys among the rows. */
  function key(event) {
    const focused = document.activeElement, at = rows.findIndex((entry) => holds(entry, focused));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || !rows[next]) return;
    event.preventDefault();
    visit(rows[next]);
    rows[next][rows[at].link === focused ? "link" : "button"].focus();
  }

  function visit(entry) {
    for (const row of rows) row.button.tabIndex = row.link.tabIndex = row === entry ? 0 : -1;
  }

  /** Numbers of the municipalities, largest first; those without a rank last, by alphabet. */
  function order({ view, row: now, frame }) {
    const rank = (index) => view.rank[now][index] || (atlas.beside(now, index) ? 999 : 1000);
    return frame.places.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  }

  function say(entry, index, { view, row: now, selected, frame }) {
    const facts = atlas.facts(index), ranked = view.rank[now][index], figure = ranked || atlas.beside(now, index);
    const place = selected.indexOf(frame.places[index].code);
    entry.index = index;
    entry.rank.textContent = ranked || facts.glyph;
    entry.name.textContent = facts.name;
    entry.value.textContent = figure ? facts.value : facts.state;
    entry.bar.style.width = figure ? `${100 * view.value[now][index] / most}%` : "0";
    entry.bar.style.backgroundColor = atlas.color(view.cls[now][index]);
    entry.link.href = atlas.address.page(index);
    entry.link.setAttribute("aria-label", atlas.text("municipality.page", { name: facts.name }));
    entry.button.className = ranked ? "" : figure ? "beside" : "unranked";
    entry.button.setAttribute("aria-pressed", String(place >= 0));
    entry.button.style.setProperty("--own", place >= 0 ? frame.lines[place].color : "transparent");
  }

  /** Brings a municipality into sight within the list; the page stays where it is. */
  function reveal(code) {
    const at = rows.findIndex(({ index }) => atlas.state.frame.places[index].code === code);
    if (at < 0 || list.matches(":hover, :focus-within")) return;
    const row = rows[at].button.getBoundingClientRect(), box = list.getBoundingClientRect();
    if (row.top >= box.top && row.bottom <= box.bottom) return;
    const first = rows[Math.max(0, at - Math.floor(box.height / row.height / 2))].button.getBoundingClientRect();
    list.scrollTop += first.top - box.top - EDGE_PX;  // whole rows, as the list is as high as some
  }

  const largest = (view) => Math.max(...view.value.flat().map(Number), 0) || 1;

  atlas.ranking = {
    start({ view, selected }) {
      list = document.querySelector(".ranking-list");
      rows = [...list.querySelectorAll("button")].map(row);
      most = largest(view);
      list.addEventListener("keydown", key);
      list.addEventListener("focusin", (event) => visit(rows.find((entry) => holds(entry, event.target))));
      known = selected;
      reveal(selected[0]);
    },
    draw(state, change) {
      if (change === "names") return;
      const { view, row: now } = state;
      if (change === "view") most = largest(view);
      const focused = document.activeElement, held = rows.find((entry) => holds(entry, focused)), whose = held?.index;
      order(state).forEach((index, place) => say(rows[place], index, state));
      const { selected } = state, added = selected.find((code) => !known.includes(code));
      known = selected;
      if (change !== "selected" || added) reveal(added || selected[0]);
      if (held) rows.find((entry) => entry.index === whose)[held.link === focused ? "link" : "button"].focus();
      if (change === "view") {
        list.style.setProperty("--value", `${Math.max(...view.text.flat().map((text) => text.length))}ch`);
      }
      const national = view.ranked[now] > 1 ? view.national[now] : null;
      list.style.setProperty("--national", `${100 * (national ?? 0) / most}%`);
      if (national === null) list.style.setProperty("--national-mark", "transparent");
      else list.style.removeProperty("--national-mark");
      document.getElementById("ranking-national").textContent = national === null ? ""
        : atlas.text("ranking.national", { name: view.nationalName, value: view.nationalText[now] });
    },
  };
})((window.savivalda ??= {}));
