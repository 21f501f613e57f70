// An address with #part opens at that part: the page is drawn after the browser has looked for it.
(function () {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  const watcher = new MutationObserver(function () {
    const part = document.getElementById(id);
    if (!part) return;
    watcher.disconnect();
    part.scrollIntoView();
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), 10_000);
})();
