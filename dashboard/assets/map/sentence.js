// Title, sentence and the notes on marked figures.
(function (atlas) {
  atlas.sentence = {
    draw({ view, row, year }, change) {
      if (change === "selected" || change === "names") return;
      const title = `${view.title}, ${atlas.text("year.of", { year })}`;
      document.getElementById("map-title").textContent = title;
      document.title = `${title} – Savivalda`;
      document.getElementById("sentence").textContent = view.sentence[row];
      document.getElementById("map-source").textContent = view.source;
      document.getElementById("marks").textContent = view.notes[row];
    },
  };
})((window.savivalda ??= {}));
