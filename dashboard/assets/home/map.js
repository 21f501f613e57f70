// The map of the first page. The picture says at once who is pointed at, and its places are links;
// when somebody comes to it plotly.js draws the same over it and takes its place. Where it cannot, the
// picture goes on. Nothing is moved, enlarged or scrolled here.
(function (atlas) {
  let place, card, box, picture, shapes, focus = -1, rings = [], drawing = false;
  let finger = false, before = -1;  // who was told when it was touched
  const name = atlas.element("a", { class: "card-name" }), said = atlas.element("span", { class: "card-value" });
  // Around what plotly.js has drawn: whatever a browser does with links it does here too.
  const around = atlas.element("a", { tabindex: -1, "aria-hidden": "true" });
  const drawn = new AbortController();

  const addressOf = (index) => picture.outlines[index].closest("a").getAttribute("href");

  /** Who is told: a ring around the place, and the card. */
  function setFocus(index) {
    if (index === focus) return;
    focus = index;
    outline();
    if (focus < 0) {
      card.replaceChildren();
      around.removeAttribute("href");
      return;
    }
    const { name: called, said: figure } = atlas.state.frame.places[focus];
    for (const link of [name, around]) link.setAttribute("href", addressOf(focus));
    name.textContent = called;
    said.textContent = figure;
    if (!card.firstChild) card.append(name, " ", said);
  }

  function outline() {
    for (const ring of rings) ring.remove();
    rings = focus < 0 ? [] : atlas.ring(shapes, focus, "ring-focus");
  }

  /** The picture's colour of a shape; most shapes have that of their layer. */
  const colour = (shape) => shape.closest("[fill]").getAttribute("fill").replace("#no-data-map", "#no-data");

  /** What plotly.js has drawn looks as the picture does. */
  function collect() {
    shapes = atlas.plotParts(box);
    picture.outlines.forEach((shape, index) => shapes.outlines[index].setAttribute("fill", colour(shape)));
    shapes.layer.querySelectorAll(".ring").forEach((ring) => ring.remove());
    picture.dots.forEach((shape, index) => {
      const dot = shapes.dots[index], ground = dot.cloneNode();
      dot.style.fill = colour(shape);
      ground.removeAttribute("style");
      ground.setAttribute("class", "ring dot-ground");
      dot.closest(".trace").before(ground);
    });
    for (const code of atlas.state.frame.real) atlas.ring(shapes, atlas.indexOf(code), "ring-real");
    outline();
  }

  function fit() {
    if (box?.clientWidth && !atlas.fits(box, place)) atlas.drawAgain(box, place, atlas.laidOut(place));
  }

  function take(map) {
    box = map;
    around.append(box);
    place.append(around);
    collect();
    const pointed = ({ points: [{ customdata, location }] }) => atlas.indexOf(customdata || location);
    box.on("plotly_hover", (event) => setFocus(pointed(event)));
    box.on("plotly_unhover", () => { if (!finger) setFocus(-1); });
    box.on("plotly_click", (event) => {
      setFocus(pointed(event));  // whom Escape has left is not hovered anew
      if (finger && focus === before) location.assign(addressOf(focus));
    });
    box.on("plotly_afterplot", collect);
    new ResizeObserver(fit).observe(place);
    place.dataset.plotted = "";
    drawn.abort();
  }

  async function come() {
    if (drawing || box) return;
    drawing = true;
    try {
      await atlas.plotly();
      await atlas.drawMap(place, atlas.laidOut(place), take);
    } catch (error) {
      [box, shapes] = [null, picture];
      outline();
      console.error(error);  // whoever comes again has it tried again
    }
    drawing = false;
  }

  /** Who is pointed at in the picture; plotly.js says it of what it has drawn. */
  const point = ({ target }) => { if (!box) setFocus(atlas.indexOf(target.closest("[data-code]")?.dataset.code || "")); };

  /** A finger hides what it is on, and places are small: its first touch tells, its second opens. */
  function click(event) {
    point(event);
    if (finger && (box || focus !== before)) event.preventDefault();  // of its own plotly.js says which it was
  }

  function key(event) {
    finger = false;
    if (event.key in atlas.ARROWS) setFocus(atlas.neighbour(focus, event.key));
    else if (event.key === "Enter" && focus >= 0) location.assign(addressOf(focus));
    else if (event.key === "Escape") setFocus(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function press(event) {
    event.preventDefault();  // its links are not dragged, and get no focus by a hand
    if (!place.contains(document.activeElement)) document.activeElement?.blur();
  }

  function listen() {
    place.addEventListener("pointermove", point);
    place.addEventListener("pointerdown", ({ pointerType }) => { [finger, before] = [pointerType === "touch", focus]; }, true);
    place.addEventListener("mousedown", press, true);
    place.addEventListener("click", click, true);
    place.addEventListener("click", () => { if (box) setFocus(-1); });  // plotly.js lets it go no further where it hits anybody
    place.addEventListener("pointerleave", () => { if (!finger) setFocus(-1); });
    place.addEventListener("keydown", key);
    // The link in the card is the next stop of the Tab key.
    const stays = (next) => finger || place.contains(next) || card.contains(next);
    for (const item of [place, card]) item.addEventListener("focusout", ({ relatedTarget }) => { if (!stays(relatedTarget)) setFocus(-1); });
  }

  addEventListener("DOMContentLoaded", () => {
    place = document.getElementById("map");
    if (!place) return;
    card = document.getElementById("card");
    atlas.state = { frame: JSON.parse(document.getElementById("frame").textContent) };
    picture = atlas.pictureParts(place.querySelector("svg"));
    shapes = picture;
    for (const title of place.querySelectorAll("title")) title.remove();  // the card says it
    place.setAttribute("role", "application");
    place.setAttribute("aria-roledescription", place.dataset.roledescription);
    place.setAttribute("aria-describedby", "map-said map-help");
    place.tabIndex = 0;
    listen();
    atlas.whenWanted(place, come, drawn.signal);
  });
})((window.savivalda ??= {}));
