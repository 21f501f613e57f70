// The same numbers as a plain table, in Lithuanian alphabetical order.
(function (atlas) {
  let rows, cells, caption;

  atlas.table = {
    start() {
      const table = document.querySelector("#table table");
      caption = table.caption;
      rows = [...table.tBodies[0].rows];
      cells = rows.map((row) => ["value", "rank", "change"].map((name) => row.querySelector(`.${name}`)));
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
