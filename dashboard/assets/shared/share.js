// What is looked at, to be passed on: the panel of the page that "Share" leads to, over this one. It is
// asked for by the present address, so that all words and codes are the server's, as without scripts.
(function (atlas) {
  let dialog = null;

  /** The link knows what was looked at first. */
  function follow(link) {
    atlas.address?.flush();
    const there = new URL(link.href);
    there.searchParams.set("page", location.pathname.slice(atlas.base.length) + location.search);
    link.href = there;
  }

  async function panel(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return document.adoptNode(page.getElementById("share-panel"));
  }

  function made() {
    const close = ({ target }) => { if (target === dialog) dialog.close(); };  // beside the panel
    const empty = () => dialog.replaceChildren();  // what it shows is not that of the next time
    dialog = atlas.element("dialog", { id: "share-dialog", "aria-labelledby": "share-title", onclick: close, onclose: empty });
    document.body.append(dialog);
    return dialog;
  }

  async function open(link) {
    try {
      const content = await atlas.waitFor(panel(link.href));
      dialog ??= made();
      if (dialog.open) return;
      dialog.replaceChildren(content);
      dialog.showModal();
      document.getElementById("share-whole").select();
    } catch {
      location.assign(link.href);
    }
  }

  async function copy({ dataset }) {
    const field = document.getElementById(dataset.copies), said = document.getElementById("share-said");
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = dataset.said;
    } catch {  // only safe addresses have the right to copy
      field.select();
      said.textContent = said.dataset.byHand;
    }
  }

  // A preview is fetched once it is unfolded; the event does not rise.
  document.addEventListener("toggle", ({ target }) => {
    const link = target.querySelector(":scope > div > p > a[target]");
    if (link && target.open) target.querySelector("iframe").src ||= link.href;
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copies]"), link = event.target.closest("a[data-share]");
    if (button) copy(button);
    if (!link) return;
    follow(link);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
})((window.savivalda ??= {}));
