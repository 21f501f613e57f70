// The same numbers as a plain table, by alphabet or sorted by one of its columns.
(function (atlas) {
  // Their largest are asked for first; a minus stands for the other way.
  const LARGEST_FIRST = ["value", "change"];
  let body, rows, links, cells, caption, heads, shown = "";

  /** What a column is sorted by; null stands last, whichever way. */
  function key(by, index, { view, row, frame }) {
    const value = view.value[row][index];
    if (by === "value") return view.rank[row][index] ? value : null;
    if (by === "rank") return view.rank[row][index] || null;
    if (by === "county") return frame.counties.findIndex(({ codes }) => codes.includes(frame.places[index].code));
    if (by === "name") return index;
    if (!view.change[row][index]) return null;
    const before = view.value[row - 1][index];
    return view.relative ? (value - before) / before : value - before;
  }

  function sort(state) {
    const by = state.sort.replace("-", ""), back = state.sort !== by, falling = LARGEST_FIRST.includes(by) !== back;
    for (const [name, { head, button }] of Object.entries(heads)) {
      button.value = name === state.sort ? `-${name}` : name;
      if (name === by) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const keys = rows.map((_, index) => key(by, index, state)), none = (index) => Number(keys[index] === null);
    const order = rows.map((_, index) => index).sort((a, b) =>
      none(a) - none(b) || (falling ? keys[b] - keys[a] : keys[a] - keys[b]) || a - b);
    if (String(order) === shown) return;  // moving rows lays the table out anew
    shown = String(order);
    body.append(...order.map((index) => rows[index]));
  }

  atlas.table = {
    start({ frame }) {
      const table = document.querySelector("#table table");
      caption = table.caption;
      body = table.tBodies[0];
      const byName = new Map([...body.rows].map((row) => [row.cells[0].textContent, row]));
      rows = frame.places.map(({ name }) => byName.get(name));
      links = rows.map((row) => row.querySelector("a"));
      shown = String([...body.rows].map((row) => rows.indexOf(row)));
      cells = rows.map((row) => ["value", "rank", "change"].map((name) => row.querySelector(`.${name}`)));
      heads = Object.fromEntries([...table.querySelectorAll("thead th")].map((head) =>
        [head.className, { head, button: head.querySelector("button") }]));
      for (const { button } of Object.values(heads)) {
        button.type = "button";
        button.addEventListener("click", () => atlas.setSort(button.value));
      }
    },
    draw(state, change) {
      const { view, row, year, selected, frame } = state;
      if (change === "view" || change === "selected") {
        rows.forEach((item, index) =>
          item.classList.toggle("selected", selected.includes(frame.places[index].code)));
      }
      if (change === "selected" || change === "names") return;
      sort(state);
      if (change === "sort") return;
      caption.textContent = atlas.text("table.caption", { title: view.subject, year, unit: view.unit });
      links.forEach((link, index) => { link.href = atlas.address.page(index); });
      cells.forEach(([value, rank, changed], index) => {
        const facts = atlas.facts(index);
        value.title = [view.why[row][index], ...facts.remarks].filter(Boolean).join("\n");
        value.textContent = [facts.value, facts.state && `(${facts.state})`].filter(Boolean).join(" ");
        rank.textContent = view.rank[row][index] || "";
        changed.textContent = view.change[row][index];
      });
    },
  };
})((window.savivalda ??= {}));
