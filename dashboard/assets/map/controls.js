// What is shown (asked of the server) and who is looked at (known here alone).
(function (atlas) {
  let indicator, places, lists, chips;

  /** Asks for another view; one that does not come is told, and the controls go back. */
  function ask(change) {
    atlas.ask(change, (error) => {
      if (!error) { atlas.address.push(); return; }
      atlas.controls.draw(atlas.state, "view");
      atlas.note(atlas.text("choice.lost"));
    });
  }

  atlas.choose = ask;

  function list(id) {
    const select = document.getElementById(id);
    select.addEventListener("change", () => ask({ [id]: select.value }));
    return select;
  }

  function fill(select, options, value) {
    select.replaceChildren(...options.map((item) =>
      atlas.element("option", { value: item.value, selected: item.value === value ? "" : null }, item.label)));
    select.disabled = options.length < 2;
  }

  function chip(code, place, { frame }) {
    const name = frame.places[atlas.indexOf(code)].name;
    const button = atlas.element("button", {
      type: "button", class: "chip", onclick: () => { atlas.toggle(code); document.getElementById("select").focus(); },
      "aria-label": atlas.text("control.remove", { name }),
    }, name, atlas.element("span", { "aria-hidden": "true" }, "×"));
    button.style.setProperty("--own", frame.lines[place].color);
    return atlas.element("li", {}, button);
  }

  /** The end of the selection: a link to the page of its municipality, or of several side by side. */
  function onward(state) {
    const href = atlas.address.onward(state), text = state.selected.length === 1 ? "municipality.selected" : "compare.selected";
    return href ? [atlas.element("li", {}, atlas.element("a", { href, class: "compare" }, atlas.text(text)))] : [];
  }

  /** A municipality, or all of a county. */
  function choose(value) {
    const county = atlas.state.frame.counties.find(({ key }) => key === value);
    if (county) atlas.toggleAll(county.codes);
    else atlas.toggle(value);
  }

  /** Indicator, unit, area and year, as one line where the form is folded. */
  function line({ view, year, frame }) {
    const all = view.areas.find(({ value }) => value === frame.defaults.area).label;
    const area = view.view.area === frame.defaults.area && view.areas.length > 1 ? [all] : [];
    return [view.subject, view.unit, ...area, atlas.text("year.of", { year })].join(" · ");
  }

  /** The groups of a list as it stands in the page. */
  const groups = (select) => [...select.querySelectorAll("optgroup")].map(({ label, children }) => ({
    group: label, items: [...children].map((option) => ({ value: option.value, label: option.label })),
  }));

  atlas.controls = {
    start(state) {
      const { frame } = state, form = document.getElementById("controls");
      // What was chosen before this script had come is meant all the same.
      const said = (item) => (item.type === "checkbox" ? item.checked && item.value : item.value) || frame.defaults[item.id];
      const chosen = Object.fromEntries(Object.keys(state.view.view).map((id) => document.getElementById(id))
        .filter(Boolean).map((item) => [item.id, said(item)]));
      const words = (more) => ({ none: atlas.text("control.none_found"), ...more });
      const found = document.getElementById("indicator");
      indicator = atlas.combobox(found, groups(found), words(), (value) => ask({ indicator: value }));
      places = atlas.combobox(document.getElementById("select"),
        [
          { group: atlas.text("control.places"), items: frame.places.map(({ code, name, search }) => ({ value: code, label: name, search })) },
          { group: atlas.text("control.counties"), items: frame.counties.map(({ key, name, search }) => ({ value: key, label: name, search })) },
        ],
        words({ multiple: true }), choose);
      lists = { unit: list("unit"), area: list("area"), classes: list("classes"), limits: list("limits") };
      chips = form.querySelector(".chips");
      form.addEventListener("submit", (event) => event.preventDefault());
      indicator.show([state.view.view.indicator]);
      this.draw(state, "selected");
      ask(chosen);
    },
    draw(state, change) {
      const { view, selected, frame } = state;
      if (change === "view" || change === "year") document.getElementById("chosen").textContent = line(state);
      if (change === "year") chips.querySelector(".compare")?.setAttribute("href", atlas.address.onward(state));
      if (change === "view") {
        indicator.show([view.view.indicator]);
        fill(lists.unit, view.units, view.view.unit);
        fill(lists.area, view.areas, view.view.area);
        lists.classes.value = view.view.classes;
        lists.limits.value = view.view.limits;
      }
      if (change === "view" || change === "selected") {
        const whole = frame.counties.filter(({ codes }) => codes.every((code) => selected.includes(code)));
        places.show([...selected, ...whole.map(({ key }) => key)]);
        chips.replaceChildren(...selected.map((code, place) => chip(code, place, state)), ...onward(state));
      }
    },
  };
})((window.savivalda ??= {}));
