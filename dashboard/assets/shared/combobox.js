// A list that can be searched by typing: the editable combobox of the ARIA Authoring Practices.
// Native lists cannot be searched, and Dash's dropdown cannot be used by a screen reader.
(function (atlas) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /**
   * Takes the place of a plain list or field; what was typed and who was focused stay.
   *
   * @param {HTMLSelectElement|HTMLInputElement} old the field as the page came
   * @param {{group: string, items: {value: string, label: string, search?: string}[]}[]} groups
   * @param {{none: string, multiple?: boolean}} words
   * @param {(value: string) => void} choose called with what was chosen
   * @returns {{show: (values: string[]) => void}}
   */
  atlas.combobox = function (old, groups, words, choose) {
    const { element } = atlas, { id } = old, field = old.parentElement;
    const title = field.querySelector("label").textContent;
    let chosen = [], active = null;
    const input = old.tagName === "INPUT" ? old : element("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
    })) input.setAttribute(name, value);
    for (const name of ["list", "name"]) input.removeAttribute(name);
    const none = element("div", { class: "option-none", role: "status" });
    const list = element("div", {
      id: `${id}-list`, role: "listbox", class: "options", "aria-label": title,
      "aria-multiselectable": words.multiple ? "true" : null, tabindex: "-1",
    });
    const popup = element("div", { class: "popup", hidden: "" }, list, none);
    const all = [];
    for (const { group, items } of groups) {
      const options = items.map((item) => {
        const option = element("div", {
          id: `${id}-${item.value}`, role: "option", class: "option", "aria-selected": "false",
        }, item.label);
        all.push({ ...item, option, found: plain(`${item.label} ${item.search || ""} ${group}`) });
        return option;
      });
      list.append(group
        ? element("div", { role: "group", "aria-label": group },
          element("div", { class: "option-heading", "aria-hidden": "true" }, group), ...options)
        : element("div", { role: "presentation" }, ...options));
    }

    const seen = () => all.filter((item) => !item.option.hidden);
    const label = () => (words.multiple ? "" : (all.find((item) => item.value === chosen[0]) || { label: "" }).label);

    function activate(item) {
      if (active) active.option.classList.remove("active");
      active = item || null;
      if (!active) { input.removeAttribute("aria-activedescendant"); return; }
      active.option.classList.add("active");
      active.option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", active.option.id);
    }

    function filter(text) {
      const wanted = plain(text).split(/\s+/).filter(Boolean);
      for (const item of all) item.option.hidden = !wanted.every((word) => item.found.includes(word));
      for (const group of list.children) {
        group.hidden = ![...group.querySelectorAll("[role=option]")].some((option) => !option.hidden);
      }
      none.textContent = seen().length ? "" : words.none;
    }

    function open(text = "") {
      filter(text);
      popup.hidden = false;
      input.setAttribute("aria-expanded", "true");
      activate(text ? seen()[0] : all.find((item) => item.value === chosen[0]) || null);
    }

    function close() {
      popup.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(null);
      input.value = label();
    }

    function take(item) {
      if (!item) return;
      choose(item.value);
      if (!words.multiple) { chosen = [item.value]; close(); input.select(); } else { input.value = ""; filter(""); }
    }

    function key(event) {
      const items = seen(), at = items.indexOf(active), closed = popup.hidden;
      const go = { ArrowDown: at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
      if (go !== undefined) {
        if (closed) open();
        else activate(items[Math.min(Math.max(go, 0), items.length - 1)]);
      } else if (event.key === "Enter" && !closed) take(active);
      else if (event.key === "Escape" && !closed) close();
      else if (event.key === "Tab") { close(); return; } else return;
      event.preventDefault();
      event.stopPropagation();
    }

    input.addEventListener("input", () => open(input.value));
    input.addEventListener("keydown", key);
    input.addEventListener("click", () => { if (popup.hidden) open(); input.select(); });
    input.addEventListener("blur", close);
    popup.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      take(all.find((item) => item.option === event.target.closest("[role=option]")));
    });

    const focused = document.activeElement === old;
    if (input !== old) old.replaceWith(input);
    field.querySelector("datalist")?.remove();
    field.append(popup);
    field.classList.add("combobox");
    if (focused && input !== old) input.focus({ preventScroll: true });

    return {
      show(values) {
        chosen = values;
        for (const item of all) item.option.setAttribute("aria-selected", String(values.includes(item.value)));
        if (popup.hidden && !words.multiple) input.value = label();
      },
    };
  };
})((window.savivalda ??= {}));
