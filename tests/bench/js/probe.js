// Measures in the page, the same for every page. Runs before the page's own scripts.
// "Painted" is the end of the browser's rendering of a frame: a frame's callbacks, its style,
// layout and painting are one task, so a message posted from its animation callback arrives after
// them. What the compositor then does with the finished frame is not seen from within a page; but
// nothing counts as painted before the browser itself reports its first contentful paint.
(() => {
  // plotly.js makes the paths of a trace in one go; px leaves out those without a figure.
  const PLOTTED = 30, PICTURED = 60;
  const PATIENCE_MS = 60_000;
  const { port1, port2 } = new MessageChannel();
  let waiting = [];
  port1.onmessage = () => { const all = waiting; waiting = []; all.forEach((work) => work()); };
  const afterPaint = (work) => { waiting.push(work); port2.postMessage(0); };

  // The atlas's picture, as long as it is what is seen; plotly's outlines otherwise.
  const pictured = () => [...document.querySelectorAll("#map:not([data-plotted]) .map-svg .places path")];
  const plotted = () => [...document.querySelectorAll("path.choroplethlocation")];
  const outlines = () => { const own = pictured(); return own.length ? own : plotted(); };
  // The colour that most places have may be said once, of their group.
  const fill = (path) => path.style.fill || path.closest("path[fill], .places")?.getAttribute("fill");
  const fills = () => outlines().map(fill).filter(Boolean);
  const title = () => document.getElementById("map-title")?.textContent;
  const seen = (element) => element?.getClientRects().length > 0 && element.getBoundingClientRect().height > 0;
  const says = (selector) => [...document.querySelectorAll(selector)].some((it) => it.textContent.trim() && seen(it));

  const hasMap = () => fills().length >= (pictured().length ? PICTURED : PLOTTED) && seen(outlines()[0]);
  const hasPlot = () => !pictured().length && hasMap();
  const hasHover = () => says("#card .card-value, .hoverlayer .hovertext");
  const hasHeading = () => says("h1, section.slide h2");

  /** Calls back after the first frame that shows what `test` looks for. */
  function whenPainted(test, work) {
    requestAnimationFrame(() => {
      if (test()) afterPaint(() => work(performance.now()));
      else whenPainted(test, work);
    });
  }

  /** A promise that fails instead of never ending. */
  function promise(what, work) {
    const made = new Promise((done, fail) => {
      setTimeout(() => fail(new Error(`nothing was seen of: ${what}`)), PATIENCE_MS);
      work(done);
    });
    made.catch(() => {});
    return made;
  }

  const contentful = promise("any content", (done) =>
    new PerformanceObserver((list) => {
      const found = list.getEntriesByName("first-contentful-paint")[0];
      if (found) done(found.startTime);
    }).observe({ type: "paint", buffered: true }));

  /** Milliseconds from the start of navigation to the first painted frame of each. */
  const first = {};
  const reached = {};
  for (const [what, test] of Object.entries({ heading: hasHeading, map: hasMap, plot: hasPlot, hover: hasHover })) {
    first[what] = promise(what, (done) => whenPainted(test, done)).then(async (frame) => {
      reached[what] = Math.max(frame, await contentful);
      return reached[what];
    });
    first[what].catch(() => {});
  }

  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });

  let loaded = 0;
  new PerformanceObserver(() => { loaded = performance.now(); }).observe({ type: "resource", buffered: true });

  /** Resolves when the page has loaded nothing more for some time. */
  async function quiet(ms) {
    const start = performance.now();
    const rest = () => ms - (performance.now() - Math.max(start, loaded));
    while (rest() > 0) await new Promise((done) => setTimeout(done, rest()));
  }

  let change;
  /**
   * Waits for an event of the visitor's, then for the first painted frame in which the map has other
   * colours, and another title where that is asked for and the page has one.
   */
  function awaitChange(event, titled) {
    const before = fills().join(), named = title();
    awaitFrame(event, "other colours", () => hasMap() && fills().join() !== before
      && (!titled || named === undefined || title() !== named));
  }

  /** The same for a part of the page that says something else. */
  function awaitText(event, selector) {
    const text = () => document.querySelector(selector)?.textContent, before = text();
    awaitFrame(event, `another ${selector}`, () => text() !== before);
  }

  /** The same for plotly.js's map, where a page begins with another. */
  function awaitPlot(event) { awaitFrame(event, "plotly.js's map", hasPlot); }

  function awaitFrame(event, what, test) {
    change = promise(what, (done) => {
      let since = null;
      addEventListener(event, ({ timeStamp }) => { since = timeStamp; }, { capture: true, once: true });
      whenPainted(() => since !== null && test(), (painted) =>
        requestAnimationFrame(() => done({ painted: painted - since, next: performance.now() - since })));
    });
  }

  /** A place on screen well inside a municipality. */
  function inside(code) {
    const path = outlines().find((it) => it.dataset.code === code || it.__data__?.loc === code || it.__data__?.id === code);
    const { x, y, width, height } = path.getBoundingClientRect();
    const own = path.getScreenCTM().inverse();
    const within = (left, top) => path.isPointInFill(new DOMPoint(left, top).matrixTransform(own));
    for (let step = 0; step < 400; step += 1) {
      const left = x + width * (0.5 + 0.025 * Math.floor(step / 20)), top = y + height * 0.05 * (step % 20);
      const around = [[0, 0], [-6, 0], [6, 0], [0, -6], [0, 6]];
      if (around.every(([dx, dy]) => within(left + dx, top + dy))
        && document.elementFromPoint(left, top)?.closest("#map, .js-plotly-plot")) return [left, top];
    }
    throw new Error(`no place inside ${code}`);
  }

  window.bench = {
    first: (what) => first[what], reached, shift: () => shift, quiet, awaitChange, awaitText, awaitPlot,
    changed: () => change, inside,
  };
})();
