// Whether somebody has come to a part of the page.
(function (atlas) {
  const NEAR_PX = 100;

  /**
   * Calls `come` whenever the pointer comes near an element or a finger has touched it, or it has the
   * focus. A finger that only scrolls the page touches nothing.
   * @param {AbortSignal} signal ends it
   */
  atlas.whenWanted = function (element, come, signal) {
    let near = false;
    const on = (target, kind, listener) => target.addEventListener(kind, listener, { passive: true, signal });
    on(document, "pointermove", ({ clientX: x, clientY: y, pointerType }) => {
      if (pointerType === "touch") return;
      const { left, right, top, bottom } = element.getBoundingClientRect(), was = near;
      near = x > left - NEAR_PX && x < right + NEAR_PX && y > top - NEAR_PX && y < bottom + NEAR_PX;
      if (near && !was) come();
    });
    on(document.documentElement, "pointerleave", () => { near = false; });
    on(element, "pointerup", come);
    on(element, "focusin", come);
  };
})((window.savivalda ??= {}));
