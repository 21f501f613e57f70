// What cannot wait for the other scripts: the chosen theme, which must be there before the first paint
// (without a choice the system's stays), and a beginning with what those scripts will ask for.
(function () {
  for (const href of document.currentScript.dataset.fetch.split(" ").filter(Boolean)) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
    document.head.append(link);
  }
  const root = document.documentElement;
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch { /* storage may be forbidden: the system's theme is fine */ }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const changed = () => document.dispatchEvent(new Event("themechange"));
  system.addEventListener("change", () => { if (!root.dataset.theme) changed(); });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#theme")) return;
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : system.matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* as above */ }
    changed();
  });
})();
