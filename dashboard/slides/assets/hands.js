// What is done with a mouse or a finger.
(function (deck) {
  const RESTING_MS = 2500, SWIPE_PX = 40;
  const DOES = {
    on: () => deck.step(1), back: () => deck.step(-1),
    full: () => deck.fullScreen(), look: () => deck.changeLook(),
    presenter: () => deck.presenter.open(), help: () => deck.help(document),
  };
  let resting = 0, start = null;

  /** Controls are seen while the mouse moves, or while the focus is in them. */
  function stir() {
    const { dataset } = document.documentElement;
    delete dataset.resting;
    clearTimeout(resting);
    resting = setTimeout(() => { dataset.resting = ""; }, RESTING_MS);
  }

  /** A way sideways is a step, up and down on a map moves its year. */
  function swipe(right, down) {
    const sideways = Math.abs(right) > 1.5 * Math.abs(down), upward = Math.abs(down) > 1.5 * Math.abs(right);
    if (Math.max(Math.abs(right), Math.abs(down)) < SWIPE_PX) return;
    if (sideways) deck.step(right < 0 ? 1 : -1);
    else if (upward && deck.maps.has(deck.slide())) deck.maps.move(down < 0 ? 1 : -1);
  }

  function touched() {
    const stage = document.querySelector("main");
    stage.addEventListener("pointerdown", ({ pointerType, isPrimary, clientX, clientY }) => {
      start = pointerType === "mouse" || !isPrimary ? null : [clientX, clientY];
    });
    stage.addEventListener("pointerup", ({ clientX, clientY }) => {
      if (start) swipe(clientX - start[0], clientY - start[1]);
      start = null;
    });
    stage.addEventListener("pointercancel", () => { start = null; });
  }

  deck.help = function (where) {
    where.querySelector("dialog.help").showModal();
  };

  deck.hands = function () {
    const controls = document.querySelector(".controls");
    controls.hidden = false;
    // The focus stays where it was, so that Space and Enter keep moving slides.
    controls.addEventListener("mousedown", (event) => event.preventDefault());
    controls.addEventListener("click", ({ target }) => DOES[target.closest("button")?.dataset.do]?.());
    document.querySelector(".blank").addEventListener("click", () => deck.blank(""));
    for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, stir, { passive: true });
    touched();
    stir();
  };
})((window.savivalda ??= {}));
