// The presenter's window: an empty one that this window fills, so that it needs no server.
(function (deck) {
  const EVERY_MS = 500;
  let screen = null, timer = 0, since = 0, before = 0;

  const there = (place) => screen.document.querySelector(place);

  /** Whether the window is there and ours: one that somebody loads anew is not any more. */
  function open() {
    try {
      return Boolean(screen && !screen.closed && there(".desk"));
    } catch {
      return false;
    }
  }

  function copied(slide) {
    const copy = screen.document.importNode(slide, true);
    copy.hidden = false;
    for (const part of copy.querySelectorAll(".movable, .visually-hidden")) part.remove();
    copy.setAttribute("aria-hidden", "true");
    return copy;
  }

  function drawSlides() {
    const { slides, state } = deck;
    const next = slides[state.at + 1];
    there(".now .frame").replaceChildren(copied(deck.slide()));
    there(".next .frame").replaceChildren(...(next ? [copied(next)] : []));
    there(".next .frame").hidden = !next;
    there(".last").hidden = Boolean(next);
    there(".at").textContent = deck.slide().querySelector(".number").textContent;
    const note = deck.slide().querySelector(".note").textContent;
    there(".notes .note").textContent = note;
    there(".no-note").hidden = Boolean(note);
  }

  /** Time runs from the first step on, or when it is told to. */
  const used = () => before + (since && Date.now() - since);

  function run(runs) {
    before = used();
    since = runs ? Date.now() : 0;
  }

  function drawTime() {
    const seconds = Math.floor(used() / 1000);
    const parts = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0"));
    there(".used").textContent = parts.join(":");
    there(".clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    there("[data-do=pause]").textContent = deck.says[since ? "presenter_pause" : "presenter_go_on"];
  }

  function tick() {
    if (open()) {
      drawTime();
      return;
    }
    clearInterval(timer);
    screen.close();
    screen = null;
    deck.notice(deck.says.presenter_closed);
  }

  function pressed({ target }) {
    const does = {
      on: () => deck.step(1), back: () => deck.step(-1),
      pause: () => run(!since), reset: () => { before = 0; since &&= Date.now(); },
    }[target.closest("button")?.dataset.do];
    does?.();
    if (does) drawTime();
  }

  /** Puts into the window what it consists of, from this document. */
  function fill() {
    const { document: desk } = screen;
    const copy = (place) => desk.importNode(document.querySelector(place), true);
    const main = desk.createElement("main");
    main.append(desk.importNode(document.querySelector("template.presenter").content, true));
    desk.documentElement.lang = document.documentElement.lang;
    desk.head.replaceChildren(copy("style"));
    desk.title = main.querySelector("h1").textContent;
    desk.body.replaceChildren(copy(".slide-outlines"), main, copy(".notice"), copy("dialog.help"));
    desk.onkeydown = deck.key;
    main.onclick = pressed;
  }

  deck.presenter = {
    open() {
      if (open()) {
        screen.focus();
        return;
      }
      screen = window.open("", "savivalda-presenter", "popup,width=1200,height=760");
      if (!screen) {
        deck.notice(deck.says.presenter_blocked);
        return;
      }
      fill();
      this.drawNow();
      timer = setInterval(tick, EVERY_MS);
      deck.notice(deck.says.presenter_open, screen.document);
    },

    /** Follows the room, after the room has been painted. */
    draw(part) {
      if (part === "slide" && !since && !before) run(true);
      if (open()) requestAnimationFrame(() => setTimeout(() => { if (open()) this.drawNow(); }));
    },

    drawNow() {
      screen.document.documentElement.dataset.look = document.documentElement.dataset.look;
      const { blank } = deck.state;
      there(".blanked").textContent = blank ? deck.says[`blank_${blank}`] : "";
      drawSlides();
      drawTime();
    },

    /** A window that nobody fills any more is worse than none. */
    close() {
      if (open()) screen.close();
    },
  };
})((window.savivalda ??= {}));
