// The same numbers as a plain table, in Lithuanian alphabetical order.
(function (atlas) {
  let rows, cells, caption;

  atlas.table = {
    start({ frame }) {
      const head = ["name", "county", "value", "rank", "change"].map(
        (name) => atlas.element("th", { scope: "col", class: name }, atlas.text(`table.${name}`)));
      cells = frame.places.map(() => ["value", "rank", "change"].map(
        (name) => atlas.element("td", { class: name })));
      rows = frame.places.map((place, index) => atlas.element("tr", {},
        atlas.element("th", { scope: "row" }, place.name),
        atlas.element("td", { class: "county" }, place.county), ...cells[index]));
      caption = atlas.element("caption", {});
      const table = atlas.element("table", {}, caption,
        atlas.element("thead", {}, atlas.element("tr", {}, ...head)),
        atlas.element("tbody", {}, ...rows));
      document.getElementById("table").replaceChildren(
        atlas.element("div", { class: "table-scroll", tabindex: "0" }, table));
    },
    draw({ view, row, year, selected, frame }, change) {
      if (change === "view" || change === "selected") {
        rows.forEach((item, index) =>
          item.classList.toggle("selected", selected.includes(frame.places[index].code)));
      }
      if (change === "selected" || change === "names") return;
      caption.textContent = atlas.text("table.caption", { title: view.subject, year, unit: view.unit });
      cells.forEach(([value, rank, changed], index) => {
        const facts = atlas.facts(index);
        value.textContent = [facts.value, facts.state && `(${facts.state})`].filter(Boolean).join(" ");
        rank.textContent = view.rank[row][index] || "";
        changed.textContent = view.change[row][index];
      });
    },
  };
})((window.savivalda ??= {}));
