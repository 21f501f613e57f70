// Maps whose year can be moved, and the spotlight on one municipality. Every text is written
// already; here it is put in its place, in the picture of either shape.
(function (deck) {
  const known = new WeakMap();
  const written = ({ label }) => encodeURIComponent(label);

  function read(slide) {
    const block = slide.querySelector(".movable");
    if (!block) return null;
    const data = JSON.parse(block.textContent);
    const at = new Map(data.codes.map((code, number) => [code, number]));
    const all = (name) => [...slide.querySelectorAll(name)];
    const of = (name) => all(name).map((part) => [part, at.get(part.dataset.code)]);
    return {
      ...data, at, shown: data.now, spotted: "",
      places: of(".place"), marks: of(".sign"), figures: of(".own-value"),
      keys: all(".legend-count").map((part) => [part, part.dataset.at]), cells: all("tbody td"),
    };
  }

  function map(slide) {
    if (!known.has(slide)) known.set(slide, read(slide));
    return known.get(slide);
  }

  function write(slide, name, text) {
    for (const part of slide.querySelectorAll(name)) part.textContent = text;
  }

  function drawYear(slide, found) {
    const year = found.years[found.shown];
    for (const [part, at] of found.places) part.setAttribute("fill", found.colours[year.fills[at]]);
    for (const [part, at] of found.marks) part.textContent = year.signs[at];
    for (const [part, at] of found.figures) part.textContent = year.told[at];
    for (const [part, at] of found.keys) part.textContent = year.counts[at];
    found.cells.forEach((cell, at) => { cell.textContent = year.told[at]; });
    write(slide, ".title, caption", year.title);
    write(slide, ".sentence", year.sentence);
    write(slide, ".demo", year.demo);
    write(slide, "thead th:last-child", year.label);
    drawSpot(slide, found);
  }

  function drawSpot(slide, found) {
    const code = found.spotted;
    slide.classList.toggle("spotlit", Boolean(code));
    for (const part of slide.querySelectorAll("[data-code]")) part.classList.toggle("lit", part.dataset.code === code);
    const at = found.at.get(code);
    write(slide, ".spot-name", code && found.names[at]);
    write(slide, ".spot-told", code && found.years[found.shown].told[at]);
  }

  deck.maps = {
    has: (slide) => Boolean(map(slide)),

    /** The year that was chosen, as addresses write it, if it is not the one that is shown first. */
    chosen(slide) {
      const found = map(slide);
      return found && found.shown !== found.now ? written(found.years[found.shown]) : "";
    },

    /** Shows a year of an address, if there is such a one. */
    choose(slide, wanted) {
      const found = map(slide);
      const at = found ? found.years.findIndex((year) => written(year) === wanted) : -1;
      if (at < 0) return;
      found.shown = at;
      drawYear(slide, found);
    },

    /** Moves the year of the map that is seen; at the ends it stays. */
    move(by) {
      const found = map(deck.slide());
      if (!found.years[found.shown + by]) return;
      found.shown += by;
      drawYear(deck.slide(), found);
      deck.changed("year");
    },

    /** Puts a spotlight on a municipality, or takes it off the one that has it. */
    spot(code) {
      const found = map(deck.slide());
      if (!found || found.spotted === code) return false;
      found.spotted = code;
      drawSpot(deck.slide(), found);
      document.querySelector(".said").textContent = deck.slide().querySelector(".spot").innerText;
      deck.changed("spot");
      return true;
    },

    /** The municipality of a letter. */
    letter: (slide, letter) => map(slide)?.letters[letter],
  };
})((window.savivalda ??= {}));
