// Everything that is looked at, in the page's address and in the links that lead to the same view.
// Another view is a new step of the browser's history; year, selection and names change the present.
(function (atlas) {
  function query({ view, frame, year, selected, names, same }) {
    const { indicator, unit, area, classes, limits } = view.view, { defaults, units } = frame;
    const pairs = [];
    const add = (key, value, usual) => {
      if (value !== usual) pairs.push(`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
    };
    add("indicator", indicator, defaults.indicator);
    add("unit", unit, units[indicator][0]);
    add("area", area, defaults.area);
    add("classes", classes, defaults.classes);
    add("limits", limits, defaults.limits);
    add("year", year, view.years[view.years.length - 1]);
    add("select", selected.join(","), "");
    add("names", names ? "1" : "", "");
    add("nation", same ? "same" : "", "");
    return pairs.length ? `?${pairs.join("&")}` : "";
  }

  let waiting = 0;

  /** What a step of the history needs to be shown again. */
  const step = ({ view, year, selected, names, same }) => ({ view: view.view, year, selected, names, same });

  function write(how) {
    clearTimeout(waiting);
    waiting = 0;
    const search = query(atlas.state), address = location.pathname + search;
    history[how](step(atlas.state), "", how === "pushState" ? address : address + location.hash);
    for (const link of document.querySelectorAll("a[data-query]")) {
      const own = link.dataset.query;  // what its file is asked for besides
      link.href = link.href.split("?")[0] + (own ? `${search || "?"}${search && "&"}${own}` : search);
    }
  }

  /** Back and forward: the view of that step, asked for again unless it is the one shown. */
  function back({ state: wanted }) {
    if (!wanted) return;  // only a part of the page was looked up
    clearTimeout(waiting);
    waiting = 0;
    const { view, ...look } = wanted;
    if (JSON.stringify(view) === JSON.stringify(atlas.state.view.view)) {
      atlas.show(atlas.state.view, look);
      return;
    }
    atlas.ask(view, (error) => {
      if (error) atlas.note(atlas.text("choice.lost"));
      write("replaceState");  // the step says what is shown, whatever came of it
    }, look);
  }

  atlas.address = {
    start() {
      write("replaceState");
      addEventListener("popstate", back);
    },
    /** Writes what still waits to be written. */
    flush() { if (waiting) write("replaceState"); },
    /** A new step: what is shown now, apart from what was shown before. */
    push() { write("pushState"); },
    // Browsers allow only so many changes of the address a second; a played map makes many.
    draw(_, change) {
      if (change !== "view" && !waiting) waiting = setTimeout(write, 150, "replaceState");
    },
  };
})((window.savivalda ??= {}));
