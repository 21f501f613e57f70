// Every key of keyboards and clickers, in the room's window and in the presenter's.
(function (deck) {
  const MOVES = {
    PageDown: 1, ArrowRight: 1, ArrowDown: 1, " ": 1, Enter: 1, MediaTrackNext: 1,
    PageUp: -1, ArrowLeft: -1, ArrowUp: -1, Backspace: -1, MediaTrackPrevious: -1,
    Home: -Infinity, End: Infinity,
  };
  const YEARS = { ArrowUp: 1, ArrowDown: -1 };
  const DOES = {
    b: () => toggle("black"), ".": () => toggle("black"),
    w: () => toggle("white"), ",": () => toggle("white"),
    f: deck.fullScreen, F5: deck.fullScreen,
    p: () => deck.presenter.open(),
    "?": (where) => deck.help(where),
    Escape: () => leave(),
  };
  const MARKS = /[\u0300-\u036f]/g;
  let typed = "", forgetting = 0;

  function toggle(colour) {
    deck.blank(deck.state.blank === colour ? "" : colour);
  }

  /** Leaves what lies over the slide, the topmost first. */
  function leave() {
    if (typed) type("");
    else if (deck.state.blank) deck.blank("");
    else if (!deck.maps.spot("") && document.fullscreenElement) document.exitFullscreen();
  }

  /** The number of a slide, as far as it is typed; it is forgotten after a while. */
  function type(text) {
    typed = text;
    clearTimeout(forgetting);
    if (text) forgetting = setTimeout(() => type(""), 5000);
    const place = document.querySelector(".typed");
    place.hidden = !text;
    place.textContent = text && deck.says.number_slide.replace("{number}", text);
  }

  function jump() {
    const at = Number(typed) - 1;
    const text = deck.says.number_none.replace("{number}", typed);
    type("");
    if (!deck.slides[at]) deck.notice(text);
    if (deck.state.blank) deck.blank("");
    if (deck.slides[at]) deck.show(at);
  }

  /** A letter without its marks; where keys have letters of another script, the one beside it. */
  function plain({ key, code }) {
    const letter = key.normalize("NFD").replace(MARKS, "").toUpperCase();
    return /^[A-Z]$/.test(letter) ? letter : (/^Key([A-Z])$/.exec(code)?.[1] ?? "");
  }

  /** Some keyboards have other signs where most have digits: Lithuanian ones have letters there. */
  function digit({ key, code, shiftKey }) {
    if (/^\d$/.test(key)) return key;
    return key.length === 1 && !shiftKey ? (/^Digit(\d)$/.exec(code)?.[1] ?? "") : "";
  }

  function spotlight(event) {
    const code = typed ? "" : deck.maps.letter(deck.slide(), plain(event));
    if (code) deck.maps.spot(code);
    return Boolean(code);
  }

  function count(event) {
    const found = digit(event);
    if (!found) return false;
    if (found === "0" && !typed) deck.maps.spot("");
    else type((typed + found).slice(-3));
    return true;
  }

  function move({ key, shiftKey }) {
    if (!(key in MOVES)) return false;
    const onMap = deck.maps.has(deck.slide()) && !deck.state.blank;
    if (key === "Enter" && typed) {
      jump();
    } else if (onMap && key in YEARS) {
      deck.maps.move(YEARS[key]);
    } else {
      type("");
      deck.step(key === " " && shiftKey ? -1 : MOVES[key]);
    }
    return true;
  }

  function act(event, where) {
    const does = DOES[event.key] ?? DOES[event.key.toLowerCase()] ?? DOES[plain(event).toLowerCase()];
    does?.(where);
    return Boolean(does);
  }

  /** Whether a key is meant for what has the focus. */
  function taken({ key, target }) {
    return Boolean(target.closest("dialog")) || ((key === " " || key === "Enter") && Boolean(target.closest("button, a")));
  }

  deck.key = function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || taken(event)) return;
    const where = event.target.ownerDocument;
    if (move(event) || spotlight(event) || count(event) || act(event, where)) event.preventDefault();
  };
})((window.savivalda ??= {}));
