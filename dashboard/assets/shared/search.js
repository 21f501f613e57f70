// The search of every page's head: what is found first is listed while one types (the editable
// combobox with groups of the ARIA Authoring Practices). Without it the field leads to all results.
(function (atlas) {
  const input = document.getElementById("search"), form = input?.form;
  if (!form) return;
  const { element } = atlas, WAIT_MS = 60;
  const link = document.getElementById("search-link");
  const list = element("div", { id: "search-list", role: "listbox", class: "options", "aria-label": input.getAttribute("aria-label"), tabindex: "-1" });
  const said = element("div", { class: "option-none", role: "status" });
  const popup = element("div", { class: "popup", hidden: "" }, said, list);
  let options = [], active = null, timer = 0, asked = null;
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  })) input.setAttribute(name, value);
  form.append(popup);

  function activate(option) {
    active?.classList.remove("active");
    active?.setAttribute("aria-selected", "false");
    active = option ?? null;
    if (!active) { input.removeAttribute("aria-activedescendant"); return; }
    active.classList.add("active");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", active.id);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    activate(null);
    popup.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  // Links, so that one may be opened in another tab.
  function option({ name, detail, path }, more = "") {
    const made = element("a", {
      id: `search-${options.length}`, role: "option", class: `option ${more}`, href: atlas.base + path,
      tabindex: "-1", "aria-selected": "false",
    }, name);
    if (detail) made.append(" ", element("small", null, detail));
    options.push(made);
    return made;
  }

  function show(found) {
    options = [];
    activate(null);
    list.replaceChildren(...found.groups.map(({ name, items }) =>
      element("div", { role: "group", "aria-label": name },
        element("div", { class: "option-heading", "aria-hidden": "true" }, name), ...items.map((item) => option(item)))));
    if (options.length) list.append(element("div", { role: "presentation" }, option(found.all, "option-all")));
    list.hidden = !options.length;
    said.textContent = found.said;
    said.classList.toggle("visually-hidden", options.length > 0);
    popup.hidden = !found.said;
    input.setAttribute("aria-expanded", String(options.length > 0));
  }

  /** Of answers that come late only the last one asked for is shown; none that comes, none is. */
  async function ask() {
    asked?.abort();
    const text = input.value.trim();
    if (!text) { close(); return; }
    asked = new AbortController();
    try {
      const answer = await fetch(`${atlas.base}${form.dataset.from}?${new URLSearchParams({ q: text })}`, asked);
      if (answer.ok) show(await answer.json());
    } catch { /* left, or without a network: Enter still leads to the page */ }
  }

  function unfold(open) {
    link.setAttribute("aria-expanded", String(open));
    if (open) input.focus();
  }

  function key(event) {
    const at = options.indexOf(active), most = options.length - 1;
    const go = { ArrowDown: at + 1, ArrowUp: at < 0 ? most : at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (go !== undefined) {
      if (popup.hidden) ask(); else activate(options[Math.min(Math.max(go, 0), most)]);
    } else if (event.key === "Enter" && active && !popup.hidden) active.click();
    else if (event.key === "Escape") {
      if (!popup.hidden) close();
      else if (input.value) input.value = "";
      else { unfold(false); input.blur(); }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT_MS); });
  input.addEventListener("keydown", key);
  input.addEventListener("focus", () => { if (input.value.trim()) ask(); });
  input.addEventListener("blur", () => { close(); unfold(false); });
  popup.addEventListener("pointerdown", (event) => event.preventDefault());  // the field keeps the focus
  link.addEventListener("click", (event) => { event.preventDefault(); unfold(true); });

  // The key leads to the field of whoever does not type elsewhere.
  document.addEventListener("keydown", (event) => {
    const elsewhere = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return;
    event.preventDefault();
    unfold(true);
    input.select();
  });
})((window.savivalda ??= {}));
