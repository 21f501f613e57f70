// The address of just what is seen, to be passed on: it names the year though it is the newest today.
(function (atlas) {
  let said;

  const say = (key) => { said.textContent = key ? atlas.text(key, { address: atlas.address.lasting() }) : ""; };

  atlas.share = {
    start() {
      said = document.getElementById("shared");
      document.getElementById("share").addEventListener("click", () => {
        // Without the right to copy, which only safe addresses have, it can be copied by hand.
        const copied = navigator.clipboard?.writeText(atlas.address.lasting()) ?? Promise.reject();
        copied.then(() => say("share.copied"), () => say("share.address"));
      });
      addEventListener("beforeprint", () => say("share.address"));
      addEventListener("afterprint", () => say(""));
    },
    draw() { if (said.textContent) say(""); },
  };
})((window.savivalda ??= {}));
