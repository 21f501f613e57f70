// A deck that is being made: scenes are moved by pointer and by keyboard, a file of it is opened, and
// the browser remembers the deck, so that the map can add to it. All edits are the form's buttons.
(function () {
  const KEPT = "savivalda-deck";
  const list = () => document.getElementById("scenes");
  const sceneOf = (element) => element.closest?.("#scenes > li");

  /** Presses a button of the form that nobody sees. */
  function press(value) {
    const button = document.createElement("button");
    Object.assign(button, { type: "submit", name: "do", value, hidden: true });
    document.getElementById("forum-form").append(button);
    button.click();
    button.remove();
  }

  function remember() {
    const form = document.getElementById("forum-form");
    if (form) localStorage.setItem(KEPT, JSON.stringify({ query: form.dataset.deck, at: Date.now() }));
  }

  function draggable(on) {
    for (const scene of list()?.children ?? []) scene.draggable = on;
  }

  let dragged = null;

  document.addEventListener("dragstart", (event) => {
    dragged = sceneOf(event.target);
    event.dataTransfer?.setData("text/plain", dragged?.dataset.number ?? "");
    dragged?.classList.add("dragged");
  });

  document.addEventListener("dragover", (event) => {
    const over = sceneOf(event.target);
    if (!dragged || !over) return;
    event.preventDefault();
    for (const scene of list().children) scene.classList.toggle("drop", scene === over);
  });

  document.addEventListener("drop", (event) => {
    const over = sceneOf(event.target);
    if (!dragged || !over) return;
    event.preventDefault();
    const [from, to] = [dragged, over].map(({ dataset }) => dataset.number);
    if (from !== to) press(`move.${from}.${to}`);
  });

  document.addEventListener("dragend", () => {
    for (const scene of list()?.children ?? []) scene.classList.remove("dragged", "drop");
    dragged = null;
  });

  // A text is selected within its field, not its scene dragged.
  document.addEventListener("focusin", (event) => draggable(!event.target.matches("input, textarea, select")));

  document.addEventListener("keydown", (event) => {
    const scene = event.altKey && sceneOf(event.target);
    const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!scene || !way) return;
    event.preventDefault();
    const button = document.getElementById(`${way}-${scene.dataset.number}`);
    button.focus();
    button.click();
  });

  async function open({ files: [file], dataset }) {
    const said = document.getElementById("opened");
    said.textContent = "";
    const headers = { "X-File-Name": encodeURIComponent(file.name) };
    try {
      const answer = await fetch(document.body.dataset.base + dataset.open, { method: "POST", body: file, headers });
      const { address, wrong } = await answer.json();
      if (address) location.assign(document.body.dataset.base + address);
      else said.textContent = wrong;
    } catch {
      said.textContent = dataset.failed;
    }
  }

  document.addEventListener("change", ({ target }) => {
    if (target.id === "deck-file" && target.files.length) open(target).finally(() => { target.value = ""; });
  });

  new MutationObserver(() => {
    draggable(true);
    remember();
  }).observe(document.getElementById("main"), { childList: true, subtree: true, attributeFilter: ["data-deck"] });
  draggable(true);
  remember();
})();
