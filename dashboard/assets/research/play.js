// Years one after the other: each step is an address of its own, which takes the place of the one
// before. Played by the button, stepped by the arrow keys where the picture has the focus.
(function (atlas) {
  const STEP_MS = matchMedia("(prefers-reduced-motion: reduce)").matches ? 2500 : 1000;
  const { documentElement: root } = document, part = (id) => document.getElementById(id);
  const year = { ArrowLeft: "previous-year", ArrowRight: "next-year" };
  let timer = 0;

  const playing = () => root.dataset.playing !== undefined;
  const next = () => part("next-year")?.href;

  /** What the button does now; the page that came says what it does in a page at rest. */
  function mark() {
    const button = part("play");
    if (!button) return;
    button.dataset.play ||= button.title;
    const text = playing() ? button.dataset.pause : button.dataset.play;
    button.title = text;
    button.setAttribute("aria-label", text);
    button.classList.toggle("playing", playing());
  }

  function pause() {
    clearTimeout(timer);
    delete root.dataset.playing;
    mark();
  }

  async function step(address) {
    const began = performance.now();
    await atlas.stay.replace(address);
    if (!playing()) return;
    mark();
    if (!next()) { pause(); return; }
    atlas.stay.expect(next());
    timer = setTimeout(() => { if (next()) step(next()); else pause(); }, Math.max(0, STEP_MS - (performance.now() - began)));
  }

  function start() {
    root.dataset.playing = "";
    mark();
    step(next() ?? part("play").dataset.first);
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest("#play")) { if (playing()) pause(); else start(); }
  });

  // Whoever chooses something else wants to look at that.
  for (const kind of ["click", "change", "submit"]) {
    document.addEventListener(kind, ({ target }) => { if (playing() && !target.closest("#play")) pause(); }, true);
  }

  // A wide window needs no drawings for phones; one that becomes narrow asks for them.
  const wide = matchMedia("(min-width: 601px)");
  atlas.stay.less = (address) => {
    const asked = new URL(address, location);
    if (wide.matches) asked.searchParams.set("drawn", "wide");
    return asked;
  };
  wide.addEventListener("change", () => {
    if (!wide.matches && document.querySelector(".drawing.wide:only-child")) atlas.stay.replace(location.href);
  });

  document.addEventListener("keydown", (event) => {
    if (!year[event.key] || !event.target.closest("#pictured") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const link = part(year[event.key]);
    if (playing()) pause();
    if (!link.href) return;
    if (event.repeat) atlas.stay.replace(link.href);
    else link.click();
  });

  // What is about to be gone to.
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, ({ target }) => {
      if (playing()) return;
      const tab = target.closest(".tabs a:not([aria-current])");
      if (tab) atlas.stay.expect(tab.href);
      else if (target.closest(".player") && next()) atlas.stay.expect(next());
    });
  }
})((window.savivalda ??= {}));
