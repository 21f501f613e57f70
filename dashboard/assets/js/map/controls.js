// What is shown (asked of the server) and who is looked at (known here alone).
(function (atlas) {
  const PATIENCE_MS = 8000;
  let indicator, places, lists, chips, waiting = 0, asked = 0;

  /** Asks the server for another view; what no longer fits it sets right by itself. */
  function ask(change) {
    clearTimeout(waiting);
    waiting = setTimeout(lost, navigator.onLine ? PATIENCE_MS : 0);
    asked += 1;  // the same choice again is a new question
    dash_clientside.set_props("choice", { data: { ...atlas.state.view.view, ...change, asked } });
  }

  /** No answer came: says so, and the controls go back to what is shown. */
  function lost() {
    atlas.controls.draw(atlas.state, "view");
    atlas.note(atlas.text("choice.lost"));
  }

  function list(id) {
    const select = atlas.element("select", { id, onchange: () => ask({ [id]: select.value }) });
    const field = atlas.element("div", { class: `field field-${id}` },
      atlas.element("label", { for: id }, atlas.text(`control.${id}`)), select);
    return { select, field };
  }

  function fill({ select }, options, value) {
    select.replaceChildren(...options.map((item) =>
      atlas.element("option", { value: item.value, selected: item.value === value ? "" : null }, item.label)));
    select.disabled = options.length < 2;
  }

  function chip(code, place, { frame }) {
    const name = frame.places[atlas.indexOf(code)].name;
    const button = atlas.element("button", {
      type: "button", class: "chip", onclick: () => { atlas.toggle(code); document.getElementById("select").focus(); },
      "aria-label": atlas.text("control.remove").replace("{name}", name),
    }, name, atlas.element("span", { "aria-hidden": "true" }, "×"));
    button.style.setProperty("--own", frame.lines[place].color);
    return atlas.element("li", {}, button);
  }

  atlas.controls = {
    start({ frame }) {
      const words = (id, more) => ({ label: atlas.text(`control.${id}`), none: atlas.text("control.none_found"), ...more });
      indicator = atlas.combobox("indicator", words("indicator"), frame.indicators,
        (value) => ask({ indicator: value }));
      places = atlas.combobox("select",
        words("select", { multiple: true, placeholder: atlas.text("control.search") }),
        [{ group: "", items: frame.places.map(({ code, name, search }) => ({ value: code, label: name, search })) }],
        (code) => atlas.toggle(code));
      lists = { unit: list("unit"), area: list("area"), classes: list("classes") };
      chips = atlas.element("ul", { class: "chips", "aria-label": atlas.text("control.selected") });
      document.getElementById("controls").replaceChildren(indicator.element, lists.unit.field,
        lists.area.field, lists.classes.field, places.element, chips);
    },
    draw(state, change) {
      const { view, frame, selected } = state;
      if (change === "view") {
        clearTimeout(waiting);
        indicator.show([view.view.indicator]);
        fill(lists.unit, view.units, view.view.unit);
        fill(lists.area, view.areas, view.view.area);
        fill(lists.classes, frame.classes, view.view.classes);
      }
      if (change === "view" || change === "selected") {
        places.show(selected);
        chips.replaceChildren(...selected.map((code, place) => chip(code, place, state)));
      }
    },
  };
})((window.savivalda ??= {}));
