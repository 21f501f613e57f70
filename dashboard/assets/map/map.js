// The map. It comes as SVG with the page and can be looked at, pointed at and painted at once;
// plotly.js then draws the same over it, which can be moved and enlarged too, and takes its place.
(function (atlas) {
  const [MUNICIPALITIES, , SIGNS, DOTS, NAMES] = [0, 1, 2, 3, 4];
  const CONFIG = { displayModeBar: false, scrollZoom: false, topojsonURL: `${atlas.base}/static/` };
  const empty = { type: "GeometryCollection", geometries: [] };
  const SETTLE_MS = 400;
  const NOTHING = "\u00a0";  // plotly makes no element for an empty text
  // What is drawn: the picture of the page, plotly's, and whichever of them is seen.
  let place, box, picture, plotted, shapes, zoom = 1, focus = -1, timer = 0;

  // plotly.js would fetch a base map of the world; there is nothing of it to be seen here.
  function withoutBaseMap() {
    const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
    const objects = Object.fromEntries(layers.map((name) => [name, empty]));
    PlotlyGeoAssets.topojson.world_110m = { type: "Topology", objects, arcs: [] };
  }

  /** The whole country, in a box of the present size. */
  function whole() {
    const { lon, scale, center } = atlas.fitted(place);
    return {
      width: place.clientWidth, height: place.clientHeight, dragmode: false,
      "geo.lonaxis.range": lon, "geo.center.lon": center.lon, "geo.center.lat": center.lat,
      "geo.projection.scale": scale,
    };
  }

  function fit() {
    const { width, height } = box._fullLayout;
    if (!box.clientWidth) return;  // on paper the picture stands here
    if (zoom === 1 && width === place.clientWidth && height === place.clientHeight) return;
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

  function shades(state) {
    const { colors: { unknown, zero } } = state.frame;
    const colors = [unknown, zero, ...atlas.bins(state).map((bin) => bin.color)];
    const steps = colors.flatMap((color, index) =>
      [[index / colors.length, color], [(index + 1) / colors.length, color]]);
    return { colorscale: [steps, undefined, undefined], zmax: [colors.length - 2.5, undefined, undefined] };
  }

  /** The empty figure of the server, coloured for its first drawing. */
  function colour(data, state) {
    const { z: [classes], text: [, signs], "marker.color": [, , dots] } = styles(state);
    const { colorscale: [colorscale], zmax: [zmax] } = shades(state);
    Object.assign(data[MUNICIPALITIES], { z: classes, colorscale, zmax });
    data[SIGNS].text = signs;
    data[DOTS].marker.color = dots;
  }

  /** From now on what plotly.js has drawn is what is seen. */
  function collect() {
    plotted = atlas.plotParts(box);
    shapes = plotted;
    outline(shapes);
    makeRoom(shapes);
  }

  /** Colours and signs of the present year at once, without plotly's full redraw … */
  function paint(state, { outlines, signs: texts, dots: circles }) {
    const { z: [classes], text: [, signs], "marker.color": [, , dots] } = styles(state);
    outlines.forEach((path, index) => path?.setAttribute("fill", atlas.color(classes[index])));
    texts.forEach((sign, index) => {
      if (sign.textContent !== signs[index]) sign.textContent = signs[index];
    });
    circles.forEach((dot, index) => { dot.style.fill = dots[index]; });
  }

  /** … which follows when the year has come to rest, and after a new view. */
  function settle() {
    clearTimeout(timer);
    timer = 0;
    Plotly.restyle(box, { ...shades(atlas.state), ...styles(atlas.state) }, [MUNICIPALITIES, SIGNS, DOTS]);
  }

  function settleLater() {
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  }

  /** Rings around the selected and the focused, above all but the names: copies of their outlines. */
  function outline({ outlines, labels, layer }, at = focus) {
    if (!layer) return;
    layer.querySelectorAll(".ring").forEach((ring) => ring.remove());
    const ring = (index, name, color) => {
      const d = outlines[index]?.getAttribute("d");  // none where zoomed out of sight
      if (!d) return;
      for (const part of ["ring-ground", name]) {
        const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
        shape.setAttribute("d", d);
        shape.setAttribute("class", `ring ${part}`);
        if (color && part === name) shape.style.stroke = color;
        layer.insertBefore(shape, labels);
      }
    };
    const { selected, frame } = atlas.state;
    selected.forEach((code, index) => ring(atlas.indexOf(code), "ring-selected", frame.lines[index].color));
    if (at >= 0) ring(at, "ring-focus");
  }

  function makeRoom({ names }) {
    if (names.length && atlas.state.names) atlas.makeRoom(names, atlas.state);
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
    outline(shapes);
    card();
  }

  /** The nearest municipality in the direction of an arrow key. */
  function neighbour([dx, dy]) {
    const { places } = atlas.state.frame;
    if (focus < 0) return Math.max(0, atlas.indexOf(atlas.state.selected[0] || "13"));
    const [lon, lat] = places[focus].point;
    let best = focus, least = Infinity;
    places.forEach((other, index) => {
      const x = (other.point[0] - lon) * 0.57, y = other.point[1] - lat;
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
    if (!plotted) return;
    if (timer) settle();  // lest the former year be drawn anew
    const { frame, selected } = atlas.state;
    zoom = Math.min(Math.max(next, 1), 12);
    const at = focus >= 0 ? focus : atlas.indexOf(selected[selected.length - 1] || "");
    if (zoom === 1) { Plotly.relayout(box, whole()); return; }
    const change = { "geo.projection.scale": zoom * atlas.fitted(place).scale, dragmode: "pan" };
    if (at >= 0) {
      const [lon, lat] = frame.places[at].point;
      Object.assign(change, { "geo.center.lon": lon, "geo.center.lat": lat });
    }
    Plotly.relayout(box, change);
  }

  function tools() {
    const acts = {
      "map-zoom_in": () => zoomTo(zoom * 1.6), "map-zoom_out": () => zoomTo(zoom / 1.6),
      "map-zoom_all": () => zoomTo(1), names: () => atlas.setNames(!atlas.state.names),
    };
    for (const [id, act] of Object.entries(acts)) document.getElementById(id).addEventListener("click", act);
  }

  const codeOf = (point) => point.customdata || point.location;

  function listen() {
    box.on("plotly_hover", (event) => setFocus(atlas.indexOf(codeOf(event.points[0]))));
    box.on("plotly_unhover", () => setFocus(-1));
    box.on("plotly_click", (event) => atlas.toggle(codeOf(event.points[0])));
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

  /** What the drawing depends on; it may change while plotly.js draws. */
  const look = ({ view, year, names }) => [view.view, year, names];

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
      place.addEventListener("blur", () => setFocus(-1));
      // On paper stands the picture, which fits any sheet.
      addEventListener("beforeprint", () => {
        paint(atlas.state, picture);
        outline(picture, -1);
        showNames(picture, atlas.state.names);
        makeRoom(picture);
      });
      if (state.year !== state.frame.year) this.draw(state, "year");
    },
    /** Draws with plotly.js beneath the picture, then lets it be seen instead. */
    plot(state) {
      withoutBaseMap();
      box = atlas.element("div", { class: "map-plot" });
      const { data, layout } = structuredClone(state.frame.map), { lon, scale, center } = atlas.fitted(place);
      data[NAMES].visible = state.names;
      data[MUNICIPALITIES].geojson = atlas.base + data[MUNICIPALITIES].geojson;
      data[1].geojson = atlas.base + data[1].geojson;
      colour(data, state);
      const drawn = JSON.stringify(look(state));
      Object.assign(layout, { width: place.clientWidth, height: place.clientHeight });
      layout.geo.center = center;
      layout.geo.lonaxis.range = lon;
      layout.geo.projection.scale = scale;
      place.append(box);
      return Plotly.newPlot(box, data, layout, CONFIG).then(() => {
        listen();
        collect();
        place.dataset.plotted = "";
        atlas.ready("plotted");
        if (JSON.stringify(look(atlas.state)) !== drawn) this.draw(atlas.state, "view");
        new ResizeObserver(fit).observe(place);
      }).catch((error) => { box.remove(); throw error; });
    },
    draw(state, change) {
      document.getElementById("names").setAttribute("aria-pressed", state.names);
      if (focus >= 0) card();
      if (!plotted) {
        if (change !== "year") { showNames(picture, state.names); makeRoom(picture); outline(picture); }
        paint(state, picture);
        return;
      }
      if (change === "same") return;
      if (timer && change === "names") settle();
      if (change === "names") Plotly.restyle(box, { visible: [state.names] }, [NAMES]);
      else if (change === "selected") { outline(shapes); makeRoom(shapes); }
      else {
        if (Boolean(box.data[NAMES].visible) !== state.names) Plotly.restyle(box, { visible: [state.names] }, [NAMES]);
        paint(state, shapes);
        if (change === "view") { outline(shapes); makeRoom(shapes); }
        settleLater();
      }
    },
    setFocus,
  };
})((window.savivalda ??= {}));
