// Whether figures are invented or real, and the box that leaves only real ones.
(function (atlas) {
  let mark, box;

  const real = ({ view }) => view.view.figures !== atlas.state.frame.defaults.figures;

  atlas.figures = {
    start() {
      mark = document.getElementById("mark");
      box = document.getElementById("figures");
      box?.addEventListener("change", () => atlas.choose({ figures: box.checked ? box.value : atlas.state.frame.defaults.figures }));
    },
    draw(state, change) {
      if (change !== "view" || !box) return;
      const kind = real(state) ? "real" : "demo";
      box.checked = kind === "real";
      mark.textContent = state.view.mark;
      mark.className = `${kind}-badge`;
      mark.title = kind === "real" ? atlas.text("real.explained") : atlas.text("demo.explained");
      for (const said of document.querySelectorAll(".invented-only")) said.hidden = kind === "real";
    },
  };
})((window.savivalda ??= {}));
