// Flows by pointer and keyboard: what has either lights up with all that its money comes from and
// goes to, and is told below. The arrows lead along the money's way and to what lies beside; one of
// all nodes and links is reached by the Tab key.
(function () {
  const PARTS = ".flow-node, .flow-link";
  const of = (svg, selector) => [...svg.querySelectorAll(selector)];
  const strands = (part) => part.dataset.flow.split(" ");
  let usual = "";

  function tell(text) {
    const said = document.getElementById("flow-said");
    if (!said) return;
    if (!said.classList.contains("told")) usual = said.textContent;
    said.textContent = text || usual;
    said.classList.toggle("told", Boolean(text));
  }

  /** Lights up what shares a strand with a part; without one, all is as it was. */
  function trace(svg, part) {
    svg.classList.toggle("traced", Boolean(part));
    const wanted = new Set(part ? strands(part) : []);
    for (const each of of(svg, "[data-flow]")) {
      each.classList.toggle("on", strands(each).some((strand) => wanted.has(strand)));
    }
    tell(part?.querySelector("title").textContent);
  }

  function beside(svg, part, step) {
    const like = part.dataset.node
      ? (each) => each.dataset.node?.split("-")[0] === part.dataset.node.split("-")[0]
      : (each) => each.dataset.from?.split("-")[0] === part.dataset.from.split("-")[0];
    const all = of(svg, PARTS).filter(like);
    return all[all.indexOf(part) + step];
  }

  /** From a node to what flows out of it, from a link to where it ends; backwards the same way. */
  function along(svg, part, forth) {
    const { node, from, to } = part.dataset;
    if (!node) return of(svg, ".flow-node").find((each) => each.dataset.node === (forth ? to : from));
    return of(svg, ".flow-link").find((each) => each.dataset[forth ? "from" : "to"] === node);
  }

  const KEYS = {
    ArrowRight: (svg, part) => along(svg, part, true),
    ArrowLeft: (svg, part) => along(svg, part, false),
    ArrowDown: (svg, part) => beside(svg, part, 1),
    ArrowUp: (svg, part) => beside(svg, part, -1),
    Home: (svg) => of(svg, PARTS)[0],
    End: (svg) => of(svg, PARTS).at(-1),
  };

  const found = (target) => {
    const part = target.closest?.(".sankey :is(.flow-node, .flow-link)");
    return part ? [part.closest(".sankey"), part] : [];
  };

  document.addEventListener("keydown", (event) => {
    const [svg, part] = found(event.target);
    if (!part || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") trace(svg, null);
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key](svg, part)?.focus();
  });

  document.addEventListener("focusin", ({ target }) => {
    const [svg, part] = found(target);
    if (!part) return;
    for (const each of of(svg, "[tabindex='0']")) each.setAttribute("tabindex", "-1");
    part.setAttribute("tabindex", "0");
    trace(svg, part);
  });

  document.addEventListener("focusout", ({ target }) => {
    const [svg] = found(target);
    if (svg) trace(svg, null);
  });

  document.addEventListener("pointerover", ({ target }) => {
    const [svg, part] = found(target);
    if (svg) trace(svg, part);
  });

  document.addEventListener("pointerout", ({ target }) => {
    const [svg] = found(target);
    if (svg) trace(svg, svg.contains(document.activeElement) ? document.activeElement : null);
  });
})();
