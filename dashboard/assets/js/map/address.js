// Everything that is looked at, in the page's address and in the links that lead to the same view.
(function (atlas) {
  function query({ view, frame, year, selected, names }) {
    const { indicator, unit, area, classes } = view.view, { defaults } = frame;
    const pairs = [];
    const add = (key, value, usual) => {
      if (value !== usual) pairs.push(`${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
    };
    add("indicator", indicator, defaults.indicator);
    add("unit", unit, defaults.units[indicator]);
    add("area", area, defaults.area);
    add("classes", classes, defaults.classes);
    add("year", year, view.years[view.years.length - 1]);
    add("select", selected.join(","), "");
    add("names", names ? "1" : "", "");
    return pairs.length ? `?${pairs.join("&")}` : "";
  }

  let waiting = 0;

  function write() {
    waiting = 0;
    const search = query(atlas.state);
    if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash);
    for (const link of document.querySelectorAll("a[data-query]")) {
      link.href = link.href.split("?")[0] + search;
    }
  }

  atlas.address = {
    // Browsers allow only so many changes of the address a second; a played map makes many.
    draw() { if (!waiting) waiting = setTimeout(write, 150); },
  };
})((window.savivalda ??= {}));
