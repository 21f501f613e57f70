// An address with #part opens at that part. The page is drawn after the browser has looked for it,
// and texts above it may still arrive: hold the place until the visitor moves or all is quiet.
(function () {
  const id = location.hash.slice(1);
  if (!id) return;
  const hold = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView());
  const release = () => hold.disconnect();
  hold.observe(document.body);
  for (const sign of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    addEventListener(sign, release, { once: true, passive: true });
  }
  setTimeout(release, 5_000);
})();
