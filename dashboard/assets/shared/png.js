// A picture of the server as PNG: buttons marked data-picture name the address of an SVG.
(function (atlas) {
  const SCALE = 2;

  async function png(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const svg = await answer.blob();
    const image = new Image();
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
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
    // Whatever the browser could not do by itself it can still show: the picture that it was made from.
    if (picture) atlas.waitFor(png(picture.dataset.picture)).catch(() => location.assign(picture.dataset.picture));
  });
})((window.savivalda ??= {}));
