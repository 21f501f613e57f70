// Everything that is looked at, in the page's address and in the links that lead to the same view.
// Another view is a new step of the browser's history; year, selection and names change the present.
(function (atlas) {
  /** The selected, a whole county as its own word. */
  function selection({ selected, frame }) {
    const parts = [];
    for (let at = 0; at < selected.length;) {
      const begins = ({ codes }) => codes.every((code, next) => selected[at + next] === code);
      const county = frame.counties.find(begins);
      parts.push(county ? county.key : selected[at]);
      at += county ? county.codes.length : 1;
    }
    return parts.join(",");
  }

  /** `lasting`: the year is named though it is the newest today. So it is where it was named before. */
  function query(state, lasting = state.frame.named) {
    const { view, frame, year, names, sort, zoom, same } = state;
    const { indicator, unit, area, classes, limits, figures } = view.view, { defaults, units } = frame;
    const pairs = [];
    const add = (key, value, usual) => {
      if (value !== usual) pairs.push(`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
    };
    add("indicator", indicator, defaults.indicator);
    add("unit", unit, units[indicator][0]);
    add("area", area, defaults.area);
    add("classes", classes, defaults.classes);
    add("limits", limits, defaults.limits);
    add("figures", figures, defaults.figures);
    add("year", year, lasting ? null : view.newest);
    add("select", selection(state), "");
    add("names", names ? "1" : "", "");
    add("nation", same ? "same" : "", "");
    add("sort", sort, defaults.sort);
    add("zoom", zoom ? [zoom.scale, zoom.lon, zoom.lat].join(",") : "", "");
    return pairs.length ? `?${pairs.join("&")}` : "";
  }

  /** What a page of municipalities keeps of what is looked at here. */
  function kept({ view, frame, year }) {
    const { indicator, unit, figures } = view.view, given = { unit, figures, year };
    const usual = { unit: frame.units[indicator][0], figures: frame.defaults.figures, year: view.newest };
    return Object.keys(given).filter((key) => given[key] !== usual[key]).map((key) => `${key}=${given[key]}`).join("&");
  }

  let waiting = 0;

  /** What a step of the history needs to be shown again. */
  const step = ({ view, year, selected, names, same, sort, zoom }) =>
    ({ view: view.view, year, selected, names, same, sort, zoom });

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

  /** On paper stands the whole address. */
  const tell = (address) => {
    document.getElementById("shared").textContent = address && atlas.text("share.address", { address });
  };

  atlas.address = {
    start() {
      write("replaceState");
      addEventListener("beforeprint", () => tell(this.lasting()));
      addEventListener("afterprint", () => tell(""));
      addEventListener("popstate", back);
    },
    /** The whole address of just what is seen, to be passed on. */
    lasting: () => location.origin + location.pathname + query(atlas.state, true),
    /** The page of a municipality. */
    page(index) {
      const { state } = atlas, rest = kept(state);
      return atlas.base + state.frame.places[index].path + (rest && `?${rest}`);
    },
    /** The page of the one selected, or of several side by side; null where they are none or too many. */
    onward({ frame: { compare: { path, count: [few, most] }, places }, selected }) {
      const rest = kept(atlas.state);
      if (selected.length === 1) return this.page(places.findIndex(({ code }) => code === selected[0]));
      return selected.length < few || selected.length > most ? null : atlas.base + path + selected + (rest && `&${rest}`);
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
