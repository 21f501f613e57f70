// Measures in the page, the same for both pages. Runs before the page's own scripts.
// "Painted" is the end of the browser's rendering of a frame: a frame's callbacks, its style,
// layout and painting are one task, so a message posted from its animation callback arrives after
// them. What the compositor then does with the finished frame is not seen from within a page.
(() => {
  // plotly.js makes the paths of a trace in one go; the baseline leaves out those without a figure.
  const LEAST = 30;
  const PATIENCE_MS = 60_000;
  const { port1, port2 } = new MessageChannel();
  let waiting = [];
  port1.onmessage = () => { const all = waiting; waiting = []; all.forEach((work) => work()); };
  const afterPaint = (work) => { waiting.push(work); port2.postMessage(0); };

  function fills() {
    const paths = [...document.querySelectorAll("path.choroplethlocation")];
    return paths.map((path) => path.style.fill || path.getAttribute("fill")).filter(Boolean);
  }

  /** Calls back after the first frame that shows what `test` looks for. */
  function whenPainted(test, work) {
    requestAnimationFrame(() => {
      if (test()) afterPaint(() => work(performance.now()));
      else whenPainted(test, work);
    });
  }

  /** A promise that fails instead of never ending. */
  const promise = (work) => new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no map was painted")), PATIENCE_MS);
    work(done);
  });

  /** Milliseconds from the start of navigation to the first painted map. */
  const first = promise((done) => whenPainted(() => fills().length >= LEAST, done));
  first.catch(() => {});

  let change;
  /** Waits for a key, then for the first painted frame in which the map has other colours. */
  function awaitChange() {
    change = promise((done) => {
      const before = fills().join();
      let pressed = null;
      addEventListener("keydown", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
      whenPainted(() => pressed !== null && fills().join() !== before, (painted) =>
        requestAnimationFrame(() => done({ painted: painted - pressed, next: performance.now() - pressed })));
    });
  }

  window.bench = { firstMap: () => first, awaitChange, changed: () => change };
})();
