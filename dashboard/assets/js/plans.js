// The commitments page without loading it anew, and pictures as PNG.
// Forms and links marked data-stay lead to addresses that open by themselves; here they only
// change the address, which the page follows, so that place and focus stay.
(function () {
  const PNG_SCALE = 2;
  // It stays when the page is drawn anew, so that a screen reader tells what came.
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  function go(address) {
    const focused = document.activeElement?.id;
    const drawn = new MutationObserver(() => {
      drawn.disconnect();
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      said.textContent = document.querySelector(".said")?.innerText || "";
    });
    drawn.observe(document.getElementById("page"), { childList: true, subtree: true });
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-stay]");
    if (!form) return;
    event.preventDefault();
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(chosen).toString();
    go(form.getAttribute("action") + (query ? `?${query}` : ""));
  });

  async function png(address) {
    const answer = await fetch(address), svg = await answer.blob();
    const image = new Image();
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * PNG_SCALE;
    canvas.height = image.height * PNG_SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    const link = document.createElement("a");
    const name = answer.headers.get("Content-Disposition").match(/filename="(.+)\.svg"/)[1];
    link.download = `${name}.png`;
    link.href = canvas.toDataURL("image/png");
    link.click();
  }

  document.addEventListener("click", (event) => {
    const picture = event.target.closest("[data-picture]");
    if (picture) png(picture.dataset.picture);
    const link = event.target.closest("a[data-stay]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
  });
})();
