// Which commitments of the state should move what is shown, each leading to its own page.
(function (atlas) {
  atlas.promises = {
    draw({ view }, change) {
      if (change !== "view") return;
      const links = view.promises.flatMap(({ name, lang, href, text }) => [
        " ", atlas.element("a", { href: atlas.base + href, lang }, name), text ? ` (${text})` : "", ";"]);
      document.getElementById("promises").replaceChildren(
        ...(links.length ? [atlas.text("map.promise"), ...links.slice(0, -1), "."] : []));
    },
  };
})((window.savivalda ??= {}));
