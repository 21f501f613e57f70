// Everything that is looked at, in the page's address and in the links that lead to the same view.
// Another view is a new step of the browser's history; year, selection and names change the present.
(function (atlas) {
  function query({ view, frame, year, selected, names }) {
    const { indicator, unit, area, classes } = view.view, { defaults, units } = frame;
    const pairs = [];
    const add = (key, value, usual) => {
      if (value !== usual) pairs.push(`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
    };
    add("indicator", indicator, defaults.indicator);
    add("unit", unit, units[indicator][0]);
    add("area", area, defaults.area);
    add("classes", classes, defaults.classes);
    add("year", year, view.years[view.years.length - 1]);
    add("select", selected.join(","), "");
    add("names", names ? "1" : "", "");
    return pairs.length ? `?${pairs.join("&")}` : "";
  }

  let waiting = 0;

  /** What a step of the history needs to be shown again. */
  const step = ({ view, year, selected, names }) => ({ view: view.view, year, selected, names });

  function write(how) {
    clearTimeout(waiting);
    waiting = 0;
    const search = query(atlas.state), address = location.pathname + search;
    history[how](step(atlas.state), "", how === "pushState" ? address : address + location.hash);
    for (const link of document.querySelectorAll("a[data-query]")) {
      link.href = link.href.split("?")[0] + search;
    }
  }

  /** Back and forward: the view of that step, asked for again unless it is the one shown. */
  function back({ state: wanted }) {
    if (!wanted) return;  // only a part of the page was looked up
    clearTimeout(waiting);
    waiting = 0;
    const { state } = atlas;
    const look = () => Object.assign(state, { year: wanted.year, selected: wanted.selected, names: wanted.names });
    const same = JSON.stringify(wanted.view) === JSON.stringify(state.view.view);
    if (same) {
      look();
      atlas.show(state.view);
      return;
    }
    const before = { year: state.year, selected: state.selected, names: state.names };
    look();
    atlas.ask(wanted.view, (error) => {
      if (!error) return;
      Object.assign(state, before);
      location.reload();
    });
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
