// What a reader of the map should know of its classes and unit, with what had better be chosen.
(function (atlas) {
  let place;

  function paragraph(key) {
    const { text, name, value, label } = atlas.state.frame.advice[key];
    return atlas.element("p", {}, text, " ", atlas.element("button", { type: "button", name, value }, label));
  }

  atlas.advice = {
    start() {
      place = document.getElementById("advice");
      place.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (!button) return;
        event.preventDefault();
        atlas.choose({ [button.name]: button.value });
      });
    },
    draw({ view }, change) {
      if (change === "view") place.replaceChildren(...view.advice.map(paragraph));
    },
  };
})((window.savivalda ??= {}));
