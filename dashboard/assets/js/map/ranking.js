// All 60 from the largest to the smallest, in the colours of the map; each is a button that selects.
(function (atlas) {
  let list, rows;

  function row(place, index) {
    const rank = atlas.element("span", { class: "rank" });
    const bar = atlas.element("span", { class: "bar", "aria-hidden": "true" });
    const value = atlas.element("span", { class: "value" });
    const button = atlas.element("button", {
      type: "button", "aria-pressed": "false",
      onclick: () => atlas.toggle(place.code),
      onfocus: () => atlas.map.setFocus(index), onmouseenter: () => atlas.map.setFocus(index),
      onblur: () => atlas.map.setFocus(-1), onmouseleave: () => atlas.map.setFocus(-1),
    }, rank, atlas.element("span", { class: "name" }, place.name),
    atlas.element("span", { class: "track" }, bar), value);
    return { item: atlas.element("li", {}, button), button, rank, bar, value, index };
  }

  function order({ view, row: now }) {
    const rank = (entry) => view.rank[now][entry.index] || 1000;
    return [...rows].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  }

  atlas.ranking = {
    start({ frame }) {
      rows = frame.places.map(row);
      list = atlas.element("ol", { class: "ranking-list" });
      const nation = atlas.element("p", { class: "ranking-national", id: "ranking-national" });
      document.getElementById("ranking").replaceChildren(nation, list);
    },
    draw(state, change) {
      const { view, row: now, selected, frame } = state;
      if (change === "selected" || change === "view") {
        for (const entry of rows) {
          const place = selected.indexOf(frame.places[entry.index].code);
          entry.button.setAttribute("aria-pressed", String(place >= 0));
          entry.button.style.setProperty("--own", place >= 0 ? frame.lines[place].color : "transparent");
        }
        if (change === "selected") return;
      }
      if (change === "names") return;
      const most = Math.max(...view.value.flat().filter((value) => value !== null), 0) || 1;
      for (const entry of rows) {
        const facts = atlas.facts(entry.index);
        const value = view.value[now][entry.index];
        const ranked = view.rank[now][entry.index];
        entry.rank.textContent = ranked || facts.glyph;
        entry.value.textContent = ranked ? facts.value : facts.state;
        entry.button.classList.toggle("unranked", !ranked);
        entry.bar.style.width = ranked ? `${100 * value / most}%` : "0";
        entry.bar.style.backgroundColor = atlas.color(view.cls[now][entry.index]);
      }
      const national = view.national[now];
      list.style.setProperty("--national", national === null ? "-100%" : `${100 * national / most}%`);
      document.getElementById("ranking-national").textContent = national === null ? ""
        : atlas.text("ranking.national", { name: view.nationalName, value: view.nationalText[now] });
      list.append(...order(state).map((entry) => entry.item));
    },
  };
})((window.savivalda ??= {}));
