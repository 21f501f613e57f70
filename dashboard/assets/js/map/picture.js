// The map as a picture to take away: with title, sentence, legend, source and demonstration mark.
(function (atlas) {
  const SIZE = { width: 1600, height: 1000 };
  const wrap = (text, most) => text.split(" ").reduce((lines, word) => {
    const last = lines[lines.length - 1];
    if (last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
    return lines;
  }, [""]).join("<br>");

  function figure(state, traces) {
    const { view, frame, selected, row } = state;
    const key = ({ color, glyph, label, count }) => ({
      type: "scattergeo", lon: [null], lat: [null], mode: "markers", showlegend: true,
      name: `${glyph ? `${glyph}  ` : ""}${label}  (${count})`,
      marker: { symbol: "square", size: 18, color, line: { color: "#3d4a57", width: 1 } },
    });
    const rings = selected.map((code, place) => ({
      type: "choropleth", geojson: frame.map.data[0].geojson, locations: [code], z: [0],
      colorscale: [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]], showscale: false, showlegend: true,
      name: `${frame.places[atlas.indexOf(code)].name}: ${view.text[row][atlas.indexOf(code)]}`,
      marker: { line: { color: frame.lines[place].color, width: 4 } },
    }));
    const note = (text, y, anchor, size) => ({
      text, x: 0, y, xref: "paper", yref: "paper", xanchor: "left", yanchor: anchor,
      align: "left", showarrow: false, font: { size, color: "#3d4a57" },
    });
    const source = document.getElementById("map-source").textContent;
    const marks = document.getElementById("marks").textContent;
    return {
      data: [...traces.map((trace) => ({ ...trace, showlegend: false })), ...rings, ...atlas.legendItems(state).map(key)],
      layout: {
        ...frame.map.layout, paper_bgcolor: "#ffffff", margin: { l: 50, r: 50, t: 170, b: 110 },
        title: { text: document.getElementById("map-title").textContent, x: 0.03, y: 0.96, xanchor: "left", yanchor: "top", font: { size: 32, color: "#10202e" } },
        showlegend: true,
        legend: { x: 1, y: 0, xanchor: "right", yanchor: "bottom", font: { size: 18, color: "#10202e" }, title: { text: view.unit }, bgcolor: "rgba(255,255,255,.85)" },
        annotations: [note(wrap(view.sentence[row], 150), 1.02, "bottom", 18), note(wrap(`${source} ${marks}`, 170), -0.03, "top", 15)],
      },
      config: { topojsonURL: "/static/" },
    };
  }

  async function save(kind) {
    const url = await Plotly.toImage(figure(atlas.state, await atlas.map.traces()), { format: kind, ...SIZE, scale: kind === "png" ? 2 : 1 });
    const { indicator, unit } = atlas.state.view.view;
    atlas.element("a", { href: url, download: `savivalda-${indicator}-${unit}-${atlas.state.year}.${kind}`.replaceAll("_", "-") }).click();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#picture-png, #picture-svg");
    if (button) save(button.id.slice("picture-".length));
  });
})((window.savivalda ??= {}));
