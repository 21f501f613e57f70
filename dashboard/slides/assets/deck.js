// A deck: which slide is seen, what is said of it, where it is remembered. Without this script all
// slides stand below each other.
(function (deck) {
  const one = (place) => document.querySelector(place);
  const state = { at: 0, blank: "" };
  let noticed = 0;

  deck.slides = [...document.querySelectorAll(".slide")];
  deck.says = JSON.parse(one(".says").textContent);
  deck.state = state;
  deck.slide = () => deck.slides[state.at];

  /** Shows a text for a while, in the window that it is meant for. */
  deck.notice = function (text, where = document) {
    const place = where.querySelector(".notice");
    place.textContent = text;
    clearTimeout(noticed);
    noticed = setTimeout(() => { place.textContent = ""; }, 6000);
  };

  /** A screen reader goes on from the heading, unless somebody is at the controls. */
  function tell(part) {
    const slide = deck.slide();
    const [title, sentence, demo] = ["title", "sentence", "demo"].map((name) => slide.querySelector(`.${name}`));
    const atControls = one(".controls").contains(document.activeElement);
    const heard = part === "slide" && !atControls ? [sentence, demo] : [title, sentence, demo];
    // Whether it is seen is asked first: then the browser has noticed that it is.
    if (part === "slide" && !atControls && slide.checkVisibility()) title.focus({ preventScroll: true });
    one(".said").textContent = heard.map((item) => item.textContent).filter(Boolean).join(" ");
  }

  /** The address keeps the place for a reload, and the way back stays what it was. */
  function remember() {
    const year = deck.maps.chosen(deck.slide());
    history.replaceState(null, "", `#${state.at + 1}${year && `-${year}`}`);
  }

  /** After a change of `slide`, `year`, `spot` or `blank`. */
  deck.changed = function (part) {
    if (part === "slide" || part === "year") {
      tell(part);
      remember();
    }
    deck.presenter.draw(part);
  };

  /** Shows a slide by its number from 0; beyond the ends there is nothing. */
  deck.show = function (at) {
    const next = Math.max(0, Math.min(deck.slides.length - 1, at));
    if (next === state.at) return;
    deck.maps.spot("");
    deck.slide().hidden = true;
    state.at = next;
    deck.slide().hidden = false;
    deck.changed("slide");
  };

  /** Black, white, or (empty) the slide again. */
  deck.blank = function (colour) {
    state.blank = colour;
    one(".blank").hidden = !colour;
    one(".blank").dataset.colour = colour;
    one(".said").textContent = deck.says[`blank_${colour || "off"}`];
    deck.changed("blank");
  };

  /** A step; on a blank screen it only brings the slide back. */
  deck.step = function (by) {
    if (state.blank) deck.blank("");
    else deck.show(state.at + by);
  };

  deck.fullScreen = async function (where = document) {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
      await navigator.keyboard?.lock?.(["Escape"]);  // so that it first leaves what lies over the slide
    } catch {
      if (!document.fullscreenElement) deck.notice(deck.says.presenter_full, where);
    }
  };

  deck.changeLook = function () {
    const { dataset } = document.documentElement;
    dataset.look = dataset.look === "dark" ? "light" : "dark";
    deck.presenter.draw("look");
  };

  /** Goes where the address says: `#4`, or `#4-2023` for a year of a map. */
  deck.follow = function () {
    const [, number, year] = /^#(\d+)(?:-(.+))?$/.exec(location.hash) ?? [];
    const at = Number(number) - 1;
    if (!deck.slides[at]) return;
    if (year) deck.maps.choose(deck.slides[at], year);
    deck.show(at);
  };
})((window.savivalda ??= {}));
