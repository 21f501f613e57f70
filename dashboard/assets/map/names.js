// Names on the map that would lie over others give way; zooming in brings them back.
(function (atlas) {
  const GAP_PX = 1;

  const apart = (one, other) =>
    one.right + GAP_PX < other.left || other.right + GAP_PX < one.left ||
    one.bottom < other.top + 2 || other.bottom < one.top + 2;

  /** Hides names: the selected stay first, then the cities, then the largest. */
  atlas.makeRoom = function (names, { selected, frame }) {
    const weight = ({ code, precedence }) => precedence - (selected.includes(code) ? 100 : 0);
    const order = frame.places.map((_, index) => index)
      .sort((a, b) => weight(frame.places[a]) - weight(frame.places[b]));
    const boxes = names.map((name) => name.getBoundingClientRect()), kept = [];
    for (const index of order) {
      const free = kept.every((box) => apart(box, boxes[index]));
      if (free) kept.push(boxes[index]);
      names[index].removeAttribute("visibility");
      names[index].style.visibility = free ? "" : "hidden";
    }
  };
})((window.savivalda ??= {}));
