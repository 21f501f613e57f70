// A picture of the server as PNG: buttons marked data-picture name the address of an SVG.
(function () {
  const SCALE = 2;

  async function png(address) {
    const answer = await fetch(address), svg = await answer.blob();
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
    if (picture) png(picture.dataset.picture);
  });
})();
