// A page without loading it anew: forms and links marked data-stay lead to addresses that open by
// themselves; here what is new is put in place of the old, so that place and focus stay. A form
// marked data-live is sent at every change, and while a slider of it is drawn.
(function (atlas) {
  if (!document.querySelector("[data-stay]")) return;  // a page whose addresses are its own

  // It stays when the page changes, so that a screen reader tells what came.
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  const ahead = new Map();  // what will be asked for next, fetched while the one before is looked at
  let wanted = "", waiting = null, pressed = "", edited = Promise.resolve();

  async function fetched(address) {
    const wanted = atlas.stay.less?.(address) ?? address;
    const answer = await fetch(wanted, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  }

  async function page(address) {
    const { href } = new URL(address, location);
    const text = ahead.get(href) ?? fetched(address);
    ahead.clear();
    return new DOMParser().parseFromString(await text, "text/html");
  }

  /** What a visitor has typed or chosen is no attribute; a slider is left to whoever draws it. */
  function choose(old, next) {
    if (old.nodeName === "OPTION") old.selected = next.selected;
    // Its text is the other's by now; one that is being typed is left to who types.
    if (old.nodeName === "TEXTAREA" && old !== document.activeElement) old.value = old.defaultValue;
    if (old.nodeName !== "INPUT" || (old.type === "range" && old === document.activeElement)) return;
    old.checked = next.checked;
    old.value = next.value;
  }

  /** Makes a part of the page what another is; what is the same in both stays as it is. */
  function become(old, next) {
    const alike = old.nodeName === next.nodeName && old.id === next.id && old.nodeType === Node.ELEMENT_NODE
      && old.childNodes.length === next.childNodes.length && !(old instanceof SVGElement);
    if (!alike) {
      if (!old.isEqualNode(next)) old.replaceWith(next);
      return;
    }
    for (const name of old.getAttributeNames()) {
      if (!next.hasAttribute(name) && name !== "open") old.removeAttribute(name);  // what is unfolded stays so
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const children = [...next.childNodes];
    [...old.childNodes].forEach((child, at) => become(child, children[at]));
    choose(old, next);
  }

  /** Shows what stands at an address; a page that does not come is asked for as any link is. */
  async function show(address) {
    let next;
    try {
      next = await atlas.waitFor(page(address));
    } catch {
      location.assign(address);
      return;
    }
    if (wanted) return;  // something else by now
    const { id, dataset } = document.activeElement ?? document.body;
    const focused = dataset.then || id;  // what goes or moves says who has the focus then
    const unfolded = [...document.querySelectorAll("details[id][open]")].map((part) => part.id);
    document.title = next.title;
    for (const part of ["#main", "#language-link"]) {
      become(document.querySelector(part), document.adoptNode(next.querySelector(part)));
    }
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
    const there = focused && document.getElementById(focused);
    if (there && there !== document.activeElement) there.focus({ preventScroll: true });
    if (document.documentElement.dataset.playing === undefined) {
      said.textContent = document.querySelector(".said")?.innerText || "";
    }
    shorten(next.querySelector("link[rel=canonical]"));
  }

  /** One after the other; of those that come while one is waited for only the last is asked for. */
  function ask(address) {
    wanted = address;
    return waiting ??= all();
  }

  async function all() {
    while (wanted) {
      const now = wanted;
      wanted = "";
      await show(now);
    }
    waiting = null;
  }

  const here = () => location.pathname + location.search;
  let shown = here();

  /** The page knows its address without what is usual. */
  function shorten(link) {
    if (!link || wanted) return;
    history.replaceState(null, "", new URL(link.href).pathname + new URL(link.href).search + location.hash);
    shown = here();
  }

  function go(address) {
    if (new URL(address, location).href === location.href) return;  // Enter changes a field and sends its form
    history.pushState(null, "", address);
    shown = here();
    return ask(address);
  }

  /** What a page's own script may set: `less`, by which an address asks for what this screen needs alone. */
  atlas.stay = {
    /** Shows an address in place of the one that is looked at: Back leads to where that came from. */
    replace(address) {
      history.replaceState(null, "", address);
      shown = here();
      return ask(address);
    },
    /** Fetches what will be asked for next. */
    expect(address) {
      const { href } = new URL(address, location);
      if (ahead.has(href)) return;
      const text = fetched(address);
      text.catch(() => ahead.delete(href));
      ahead.clear();
      ahead.set(href, text);
    },
  };

  function asked(form, ...more) {
    const chosen = [...new FormData(form), ...more].filter(([, value]) => value.trim());
    const query = new URLSearchParams(chosen).toString();
    return form.getAttribute("action") + (query ? `?${query}` : "");
  }

  /** Edits come one after the other, each of what the one before has left; a double press is one. */
  function edit(form, name, value) {
    if (value === pressed) return;
    pressed = value;
    edited = edited.then(async () => {
      await go(asked(document.getElementById(form.id) ?? form, [name, value]));
      if (pressed === value) pressed = "";
    });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-stay]");
    if (!form) return;
    event.preventDefault();
    const { name, value } = event.submitter ?? {};
    if (name) edit(form, name, value);
    else go(asked(form));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-stay]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.getAttribute("href"));  // in a picture it is no address by itself
  });

  document.addEventListener("change", ({ target: { form, type } }) => {
    if (form?.dataset.live !== undefined && type !== "range") go(asked(form));
  });

  // A slider has asked already; no step of it is told to the history.
  document.addEventListener("input", ({ target: { form, type } }) => {
    if (form?.dataset.live !== undefined && type === "range") ask(asked(form));
  });

  addEventListener("popstate", () => {
    if (here() === shown) return;  // only the part of the page that is looked at has changed
    shown = here();
    ask(location.href);
  });
})((window.savivalda ??= {}));
