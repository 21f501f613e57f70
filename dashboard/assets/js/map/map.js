// The choropleth: drawn once from the server's figure, then only restyled.
(function (atlas) {
  const [MUNICIPALITIES, COUNTIES, SIGNS, DOTS, NAMES] = [0, 1, 2, 3, 4];
  const CONFIG = { displayModeBar: false, scrollZoom: false, topojsonURL: "/static/" };
  const empty = { type: "GeometryCollection", geometries: [] };
  const SETTLE_MS = 400;
  const NOTHING = "\u00a0";  // plotly makes no element for an empty text
  let box, drawn = false, zoom = 1, focus = -1, shapes, timer = 0;

  // plotly.js would fetch a base map of the world; there is nothing of it to be seen here.
  function withoutBaseMap() {
    const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
    const objects = Object.fromEntries(layers.map((name) => [name, empty]));
    PlotlyGeoAssets.topojson.world_110m = { type: "Topology", objects, arcs: [] };
  }

  /** Degrees of longitude that fill the box beside the country's height; most of what is left
   * over goes to the west, where legend and card stand. */
  function longitudes() {
    const { lonaxis, lataxis } = atlas.state.frame.map.layout.geo;
    const [west, east] = lonaxis.range, [south, north] = lataxis.range;
    const width = (box.clientWidth / box.clientHeight) * (north - south) * 1.745;
    const spare = Math.max(0, width - (east - west));
    return [west - 0.7 * spare, east + 0.3 * spare];
  }

  const middle = ([low, high]) => (low + high) / 2;

  /** The whole country, in a box of the present size. */
  function whole() {
    const lon = longitudes(), { lataxis } = atlas.state.frame.map.layout.geo;
    return {
      width: box.clientWidth, height: box.clientHeight, dragmode: false,
      "geo.lonaxis.range": lon, "geo.center.lon": middle(lon), "geo.center.lat": middle(lataxis.range),
      "geo.projection.scale": 1,
    };
  }

  function fit() {
    const { width, height } = box._fullLayout;
    if (zoom === 1 && width === box.clientWidth && height === box.clientHeight) return;
    zoom = 1;
    Plotly.relayout(box, whole());
  }

  function styles({ view, row, frame }) {
    const colors = view.cls[row].map(atlas.color);
    return {
      z: [view.cls[row]],
      text: [undefined, view.state[row].map((number) => frame.glyphs[number] || NOTHING)],
      "marker.color": [undefined, undefined, frame.map.data[DOTS].customdata.map(
        (code) => colors[atlas.indexOf(code)])],
    };
  }

  function scale({ view, frame }) {
    const colors = [frame.colors.unknown, frame.colors.zero, ...view.bins.map((bin) => bin.color)];
    const steps = colors.flatMap((color, index) =>
      [[index / colors.length, color], [(index + 1) / colors.length, color]]);
    return { colorscale: [steps], zmax: [view.bins.length - 0.5] };
  }

  /** The empty figure of the server, coloured for its first drawing. */
  function colour(data, state) {
    const { z: [classes], text: [, signs], "marker.color": [, , dots] } = styles(state);
    const { colorscale: [colorscale], zmax: [zmax] } = scale(state);
    Object.assign(data[MUNICIPALITIES], { z: classes, colorscale, zmax });
    data[SIGNS].text = signs;
    data[DOTS].marker.color = dots;
  }

  /** What plotly has drawn: outlines and signs in the order of the places, dots by code. */
  function collect() {
    atlas.scalable(box);
    const byCode = new Map();
    box.querySelectorAll(".choroplethlocation").forEach((path) => {
      if (path.__data__ && !byCode.has(path.__data__.loc)) byCode.set(path.__data__.loc, path);
    });
    const [signs, dots, names] = box.querySelectorAll(".trace.scattergeo");
    const { places } = atlas.state.frame;
    shapes = {
      outlines: places.map((place) => byCode.get(place.code)),
      signs: [...signs.querySelectorAll("text")],
      dots: [...dots.querySelectorAll("path")],
      labels: names || null,
      names: [...(names?.querySelectorAll("text") || [])],
    };
    outline();
    makeRoom();
  }

  /** Colours and signs of the present year at once, without plotly's full redraw … */
  function paint(state) {
    const { z: [classes], text: [, signs], "marker.color": [, , dots] } = styles(state);
    shapes.outlines.forEach((path, index) => path?.setAttribute("fill", atlas.color(classes[index])));
    shapes.signs.forEach((sign, index) => {
      if (sign.textContent !== signs[index]) sign.textContent = signs[index];
    });
    shapes.dots.forEach((dot, index) => { dot.style.fill = dots[index]; });
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  }

  /** … which follows when the year has come to rest, or before anything else draws the figure. */
  function settle() {
    if (!timer) return Promise.resolve();
    clearTimeout(timer);
    timer = 0;
    return Plotly.restyle(box, styles(atlas.state), [MUNICIPALITIES, SIGNS, DOTS]);
  }

  /** Rings around the selected and the focused, above all but the names: copies of their outlines. */
  function outline() {
    if (!shapes) return;
    box.querySelectorAll(".ring").forEach((ring) => ring.remove());
    const layer = shapes.labels?.parentNode || box.querySelector(".geolayer .frontplot");
    if (!layer) return;
    const ring = (index, name, color) => {
      const d = shapes.outlines[index]?.getAttribute("d");  // none where zoomed out of sight
      if (!d) return;
      for (const part of ["ring-ground", name]) {
        const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
        shape.setAttribute("d", d);
        shape.setAttribute("class", `ring ${part}`);
        if (color && part === name) shape.style.stroke = color;
        layer.insertBefore(shape, shapes.labels);
      }
    };
    const { selected, frame } = atlas.state;
    selected.forEach((code, index) => ring(atlas.indexOf(code), "ring-selected", frame.lines[index].color));
    if (focus >= 0) ring(focus, "ring-focus");
  }

  function makeRoom() {
    if (shapes.names.length) atlas.makeRoom(shapes.names, atlas.state);
  }

  function card() {
    const place = document.getElementById("card");
    if (focus < 0) { place.replaceChildren(); return; }
    const facts = atlas.facts(focus);
    const line = (text, name) => (text ? [atlas.element("span", { class: name }, text)] : []);
    place.replaceChildren(
      ...line(facts.name, "card-name"), ...line(facts.value, "card-value"),
      ...line(facts.state, "card-state"), ...line(facts.rank, "card-rank"),
      ...line(facts.change, "card-change"), ...facts.marks.flatMap((text) => line(text, "card-mark")));
  }

  function setFocus(index) {
    if (index === focus) return;
    focus = index;
    outline();
    card();
  }

  /** The nearest municipality in the direction of an arrow key. */
  function neighbour([dx, dy]) {
    const { places } = atlas.state.frame;
    if (focus < 0) return Math.max(0, atlas.indexOf(atlas.state.selected[0] || "13"));
    const [lon, lat] = places[focus].point;
    let best = focus, least = Infinity;
    places.forEach((place, index) => {
      const x = (place.point[0] - lon) * 0.57, y = place.point[1] - lat;
      const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
      if (index === focus || along <= 0 || across > along * 1.5) return;
      const distance = along + 2 * across;
      if (distance < least) { best = index; least = distance; }
    });
    return best;
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  function key(event) {
    if (event.key in ARROWS) setFocus(neighbour(ARROWS[event.key]));
    else if ((event.key === "Enter" || event.key === " ") && focus >= 0) {
      atlas.toggle(atlas.state.frame.places[focus].code);
    } else if (event.key === "Escape") setFocus(-1);
    else if (event.key === "+" || event.key === "=") zoomTo(zoom * 1.6);
    else if (event.key === "-") zoomTo(zoom / 1.6);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function zoomTo(next) {
    const { frame, selected } = atlas.state;
    zoom = Math.min(Math.max(next, 1), 12);
    const at = focus >= 0 ? focus : atlas.indexOf(selected[selected.length - 1] || "");
    if (zoom === 1) { Plotly.relayout(box, whole()); return; }
    const change = { "geo.projection.scale": zoom, dragmode: "pan" };
    if (at >= 0) {
      const [lon, lat] = frame.places[at].point;
      Object.assign(change, { "geo.center.lon": lon, "geo.center.lat": lat });
    }
    Plotly.relayout(box, change);
  }

  function tools() {
    const button = (name, sign, onclick) =>
      atlas.element("button", { type: "button", "aria-label": atlas.text(name), title: atlas.text(name), onclick }, sign);
    const names = atlas.element("button", {
      type: "button", id: "names", class: "names-button",
      onclick: () => atlas.setNames(!atlas.state.names),
    }, atlas.text("map.names"));
    document.getElementById("map-tools").replaceChildren(
      button("map.zoom_in", "+", () => zoomTo(zoom * 1.6)),
      button("map.zoom_out", "−", () => zoomTo(zoom / 1.6)),
      button("map.zoom_all", "⤢", () => zoomTo(1)), names);
  }

  const codeOf = (point) => point.customdata || point.location;

  function listen() {
    box.on("plotly_hover", (event) => setFocus(atlas.indexOf(codeOf(event.points[0]))));
    box.on("plotly_unhover", () => setFocus(-1));
    box.on("plotly_click", (event) => atlas.toggle(codeOf(event.points[0])));
    box.on("plotly_afterplot", collect);
  }

  atlas.map = {
    start(state) {
      box = document.getElementById("map");
      withoutBaseMap();
      tools();
      box.addEventListener("keydown", key);
      box.addEventListener("blur", () => setFocus(-1));
      const { data, layout } = state.frame.map;
      data[NAMES].visible = state.names;
      colour(data, state);
      // Drawn into a copy, so that pictures still start from the figure as it came.
      const shown = structuredClone(layout), lon = longitudes();
      Object.assign(shown, { width: box.clientWidth, height: box.clientHeight });
      Object.assign(shown.geo, { center: { lon: middle(lon), lat: middle(shown.geo.lataxis.range) } });
      shown.geo.lonaxis.range = lon;
      Plotly.newPlot(box, data, shown, CONFIG).then(() => {
        drawn = true;
        listen();
        collect();
        new ResizeObserver(fit).observe(box);
      });
    },
    draw(state, change) {
      document.getElementById("names").setAttribute("aria-pressed", state.names);
      if (focus >= 0) card();
      if (!drawn) return;
      if (change === "names") Plotly.restyle(box, { visible: [state.names] }, [NAMES]);
      else if (change === "selected") { outline(); makeRoom(); }
      else if (change === "year") paint(state);
      else {
        clearTimeout(timer);
        timer = 0;
        Plotly.restyle(box, scale(state), [MUNICIPALITIES]);
        Plotly.restyle(box, styles(state), [MUNICIPALITIES, SIGNS, DOTS]);
      }
    },
    /** The traces as they stand, for a picture. */
    traces: () => settle().then(() => box.data),
    setFocus,
  };
})((window.savivalda ??= {}));
