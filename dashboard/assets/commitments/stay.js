// The commitments page without loading it anew: forms and links marked data-stay lead to addresses
// that open by themselves; here what is new is put in place of the old, so that place and focus stay.
(function (atlas) {
  // It stays when the page changes, so that a screen reader tells what came.
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  let turn = 0;

  async function page(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /** Shows what stands at an address; a page that does not come is asked for as any link is. */
  async function show(address) {
    const mine = ++turn;
    let next;
    try {
      next = await atlas.waitFor(page(address));
    } catch {
      location.assign(address);
      return;
    }
    if (mine !== turn) return;
    const focused = document.activeElement?.id;
    const unfolded = [...document.querySelectorAll("details[id][open]")].map((part) => part.id);
    document.title = next.title;
    for (const part of ["#main", "#language-link"]) {
      document.querySelector(part).replaceWith(document.adoptNode(next.querySelector(part)));
    }
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    said.textContent = document.querySelector(".said")?.innerText || "";
  }

  const here = () => location.pathname + location.search;
  let shown = here();

  function go(address) {
    history.pushState(null, "", address);
    shown = here();
    show(address);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-stay]");
    if (!form) return;
    event.preventDefault();
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(chosen).toString();
    go(form.getAttribute("action") + (query ? `?${query}` : ""));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-stay]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
  });

  addEventListener("popstate", () => {
    if (here() === shown) return;  // only the part of the page that is looked at has changed
    shown = here();
    show(location.href);
  });
})((window.savivalda ??= {}));
