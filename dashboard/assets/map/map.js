// The map. It comes as SVG with the page and can be looked at, pointed at and painted at once;
// plotly.js then draws the same over it, which can be moved and enlarged too, and takes its place.
(function (atlas) {
  const CLOSER = 1.6;
  const STILL_PX = 5;
  const NOTHING = "\u00a0";  // plotly makes no element for an empty text
  // What is drawn: the picture of the page, plotly's, and whichever of them is seen.
  let place, box, picture, plotted, shapes, focus = -1, drawn = null;

  function fit() {
    if (!place.clientWidth) return;
    resize(picture);
    if (!plotted || !box.clientWidth) return;  // on paper the picture stands here
    if (!atlas.fits(box, place)) atlas.drawAgain(box, place, atlas.zoomed(place));
  }

  /** Letters of the picture, which are measured in its units. */
  function resize({ labels, signs: [sign] }) {
    const { unit, ...sizes } = atlas.sizes(place);
    labels.style.fontSize = `${sizes.name * unit}px`;
    sign.parentNode.style.fontSize = `${sizes.sign * unit}px`;
    if (!plotted) makeRoom(picture);
  }

  /** From now on what plotly.js has drawn is what is seen. */
  function collect() {
    plotted = atlas.plotParts(box);
    shapes = plotted;
    paint(atlas.state, shapes);
    showNames(shapes, atlas.state.names);
    outline(shapes);
    makeRoom(shapes);
  }

  /** Colours and signs of the present year. Plotly knows nothing of them, and need not draw anew. */
  function paint({ view, row, frame }, { outlines, signs, dots, noData }) {
    const { unknown } = frame.colors;
    const fills = view.cls[row].map((cls) => atlas.color(cls)).map((color) => (color === unknown ? noData : color));
    outlines.forEach((path, index) => path?.setAttribute("fill", fills[index]));
    signs.forEach((sign, index) => {
      const glyph = atlas.glyph(row, index) || NOTHING;
      if (sign.textContent !== glyph) sign.textContent = glyph;
    });
    dots.forEach((dot, index) => { dot.style.fill = fills[atlas.indexOf(frame.dots[index])]; });
  }

  /** Who is real among invented ones in the present year. */
  const reals = ({ view, row }) => view.sign[row].flatMap((_, index) => (atlas.real(row, index) ? [index] : []));

  /** Rings around the real, the selected and the focused. */
  function outline(parts, at = focus) {
    parts.layer.querySelectorAll(".ring").forEach((ring) => ring.remove());
    const { selected, frame } = atlas.state, ring = (...which) => atlas.ring(parts, ...which);
    drawn = String(reals(atlas.state));
    reals(atlas.state).forEach((index) => ring(index, "ring-real"));
    selected.forEach((code, index) => ring(atlas.indexOf(code), "ring-selected", frame.lines[index].color));
    if (at >= 0) ring(at, "ring-focus");
  }

  /** Places the names, and says how many have no room. */
  function makeRoom(parts) {
    const { names } = atlas.state;
    const left = names ? atlas.makeRoom(parts, atlas.state, place.getBoundingClientRect()) : 0;
    document.getElementById("unnamed").textContent = left ? atlas.text("map.unnamed", { count: left }) : "";
  }

  /** The link in it stays the same element, so that it keeps the focus when the year changes. */
  function card() {
    const place = document.getElementById("card");
    if (focus < 0) { place.replaceChildren(); return; }
    const facts = atlas.facts(focus), link = place.firstChild || atlas.element("a", { class: "card-name place" });
    link.href = atlas.address.page(focus);
    link.textContent = facts.name;
    if (!place.firstChild) place.append(link);
    while (link.nextSibling) link.nextSibling.remove();
    const line = (text, name) => (text ? [atlas.element("span", { class: name }, text)] : []);
    place.append(
      ...line(facts.value, "card-value"),
      ...line(facts.state, "card-state"), ...line(facts.rank, "card-rank"),
      ...line(facts.change, "card-change"), ...facts.marks.flatMap((text) => line(text, "card-mark")),
      ...facts.remarks.flatMap((text) => line(text, "card-mark card-remark")));
  }

  function setFocus(index) {
    if (index === focus) return;
    focus = index;
    outline(shapes);
    card();
  }

  function key(event) {
    if (event.key in atlas.ARROWS) setFocus(atlas.neighbour(focus, event.key, atlas.state.selected[0]));
    else if ((event.key === "Enter" || event.key === " ") && focus >= 0) {
      atlas.toggle(atlas.state.frame.places[focus].code);
    } else if (event.key === "Escape") setFocus(-1);
    else if (event.key === "+" || event.key === "=") zoom(CLOSER);
    else if (event.key === "-") zoom(1 / CLOSER);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Around who is pointed at or was selected last, if anybody. */
  function zoom(factor) {
    if (!plotted) return;
    const { frame, selected } = atlas.state;
    const at = focus >= 0 ? focus : atlas.indexOf(selected[selected.length - 1] || "");
    atlas.zoom.by(factor, frame.places[at]?.point);
  }

  function tools() {
    const acts = {
      "map-zoom_in": () => zoom(CLOSER), "map-zoom_out": () => zoom(1 / CLOSER),
      "map-zoom_all": () => zoom(0), names: () => atlas.setNames(!atlas.state.names),
    };
    for (const [id, act] of Object.entries(acts)) document.getElementById(id).addEventListener("click", act);
  }

  const codeOf = (point) => point.customdata || point.location;

  function listen() {
    box.on("plotly_hover", (event) => setFocus(atlas.indexOf(codeOf(event.points[0]))));
    box.on("plotly_unhover", () => setFocus(-1));
    let pressed = [0, 0];
    box.addEventListener("pointerdown", ({ clientX, clientY }) => { pressed = [clientX, clientY]; }, true);
    box.on("plotly_click", ({ points, event: { clientX, clientY } }) => {
      const moved = Math.hypot(clientX - pressed[0], clientY - pressed[1]) > STILL_PX;
      if (!moved) atlas.toggle(codeOf(points[0]));  // whoever moves the map selects nobody
    });
    box.on("plotly_afterplot", collect);
  }

  /** Pointing at the picture that came with the page. */
  function listenTo(svg) {
    const at = ({ target }) => atlas.indexOf(target.closest("[data-code]")?.dataset.code || "");
    svg.addEventListener("pointermove", (event) => setFocus(at(event)));
    svg.addEventListener("pointerleave", () => setFocus(-1));
    svg.addEventListener("click", (event) => { if (at(event) >= 0) atlas.toggle(atlas.state.frame.places[at(event)].code); });
  }

  function showNames({ labels }, on) {
    if (on) labels.removeAttribute("display");
    else labels.setAttribute("display", "none");
  }

  atlas.map = {
    start(state) {
      place = document.getElementById("map");
      place.setAttribute("role", "application");
      place.setAttribute("aria-roledescription", place.dataset.roledescription);
      place.setAttribute("aria-describedby", "sentence map-help");
      place.tabIndex = 0;
      picture = atlas.pictureParts(place.querySelector("svg"));
      shapes = picture;
      tools();
      listenTo(picture.layer);
      place.addEventListener("keydown", key);
      // The link in the card is the next stop of the Tab key.
      const card = document.getElementById("card"), stays = ({ relatedTarget: next }) => next === place || card.contains(next);
      for (const item of [place, card]) item.addEventListener("focusout", (event) => { if (!stays(event)) setFocus(-1); });
      // On paper stands the picture, which fits any sheet.
      addEventListener("beforeprint", () => {
        paint(atlas.state, picture);
        outline(picture, -1);
        showNames(picture, atlas.state.names);
        makeRoom(picture);
      });
      resize(picture);
      new ResizeObserver(fit).observe(place);
      if (state.year !== state.frame.year) this.draw(state, "year");
    },
    /** Draws with plotly.js beneath the picture, then lets it be seen instead. */
    plot() {
      return atlas.drawMap(place, atlas.zoomed(place), (drawn) => {
        box = drawn;
        listen();
        collect();
        place.dataset.plotted = "";
        atlas.ready("plotted");
        atlas.zoom.start(box, place);
        fit();
      });
    },
    draw(state, change) {
      document.getElementById("names").setAttribute("aria-pressed", state.names);
      if (focus >= 0) card();
      if (change === "same") return;
      paint(state, shapes);
      if (plotted && change === "view") atlas.zoom.draw(state);
      if (change !== "year") showNames(shapes, state.names);
      if (change !== "year" || drawn !== String(reals(state))) outline(shapes);
      if (change !== "year" || state.names) makeRoom(shapes);  // signs may have come
    },
    setFocus,
  };
})((window.savivalda ??= {}));
