// The year: a slider, play and pause, and the arrow keys wherever nothing else takes them.
(function (atlas) {
  const STEP_MS = 1000;
  let slider, output, play, ticks, timer = 0;

  function pause() {
    clearInterval(timer);
    timer = 0;
    mark();
  }

  function start() {
    const { years } = atlas.state.view;
    if (atlas.state.year === years[years.length - 1]) atlas.setYear(years[0]);
    timer = setInterval(() => {
      const { view, year } = atlas.state;
      if (year === view.years[view.years.length - 1]) pause();
      else atlas.setYear(year + 1);
    }, STEP_MS);
    mark();
  }

  function mark() {
    play.setAttribute("aria-label", atlas.text(timer ? "year.pause" : "year.play"));
    play.setAttribute("title", atlas.text(timer ? "year.pause" : "year.play"));
    play.classList.toggle("playing", Boolean(timer));
  }

  function key(event) {
    const taken = event.target.closest("input, textarea, select, [role=application]");
    if (taken || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    atlas.setYear(atlas.state.year + step);
  }

  atlas.year = {
    start({ year }) {
      const control = document.getElementById("year-control");
      [play, slider] = control.querySelectorAll("#play, #year");
      [output, ticks] = control.querySelectorAll("output, .ticks");
      play.addEventListener("click", () => (timer ? pause() : start()));
      slider.addEventListener("input", () => { if (timer) pause(); atlas.setYear(Number(slider.value)); });
      document.addEventListener("keydown", key);
      // Whoever slid before this script had come gets the year that was meant.
      if (Number(slider.value) !== year) atlas.setYear(Number(slider.value));
    },
    draw({ view, year }, change) {
      if (change === "view") {
        slider.min = view.years[0];
        slider.max = view.years[view.years.length - 1];
        ticks.replaceChildren(...view.years.map((item) => atlas.element("span", {}, String(item))));
      }
      slider.value = year;
      slider.setAttribute("aria-valuetext", atlas.text("year.of", { year }));
      output.textContent = year;
    },
  };
})((window.savivalda ??= {}));
