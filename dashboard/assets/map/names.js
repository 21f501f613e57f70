// Names on the map, placed as the server places them (dashboard/charts/naming.py): over their place,
// else beside it, below or above, clear of markers, signs and each other. Zooming in makes room.
(function (atlas) {
  const BESIDE = 0.85, APART = 1.3, HALF = 0.6;  // in the size of the letters
  const WAYS = { m: [0, 0], l: [-1, 0], r: [1, 0], b: [0, 1], a: [0, -1] };

  const apart = (one, other) =>
    one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
  const around = (x, y, half, tall) => ({ left: x - half, right: x + half, top: y - tall, bottom: y + tall });
  const rect = (element) => element.getBoundingClientRect();
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];

  /** Codes' numbers: the selected first, then the cities, then the largest. */
  function order({ selected, frame: { places } }) {
    const weight = ({ code, precedence }) => precedence - (selected.includes(code) ? 100 : 0);
    return places.map((_, index) => index).sort((a, b) => weight(places[a]) - weight(places[b]));
  }

  /**
   * Moves each name to where it has room, and hides it where there is none.
   * @returns {number} how many within the bounds are hidden
   */
  atlas.makeRoom = function ({ names, signs, dots }, state, bounds) {
    for (const name of names) name.style.translate = "none";
    const boxes = names.map(rect), scale = names[0].getScreenCTM().a;
    const size = parseFloat(getComputedStyle(names[0]).fontSize) * scale;
    const taken = [...dots, ...signs.filter((sign) => sign.textContent.trim())].map((element) => {
      const [x, y] = middle(rect(element)), half = rect(element).width / 2;
      return around(x, y, half, Math.min(half, HALF * size));
    });
    const moves = names.map(() => null);
    for (const index of order(state)) {
      const [x, y] = middle(boxes[index]), half = boxes[index].width / 2;
      const within = apart(bounds, around(x, y, 0, 0)) ? (at) => at
        : (at, low, high) => Math.min(Math.max(at, low), high);
      for (const way of state.frame.places[index].ways) {
        const [right, down] = WAYS[way];
        const at = [
          within(x + right * (half + BESIDE * size), bounds.left + half, bounds.right - half),
          within(y + down * APART * size, bounds.top + HALF * size, bounds.bottom - HALF * size),
        ];
        const box = around(...at, half, HALF * size);
        if (!taken.every((other) => apart(box, other))) continue;
        taken.push(box);
        moves[index] = [(at[0] - x) / scale, (at[1] - y) / scale];
        break;
      }
    }
    names.forEach((name, index) => {
      name.removeAttribute("visibility");
      name.style.visibility = moves[index] ? "" : "hidden";
      name.style.translate = moves[index] ? moves[index].map((by) => `${by.toFixed(1)}px`).join(" ") : "none";
    });
    return moves.filter((move, index) => !move && !apart(bounds, around(...middle(boxes[index]), 0, 0))).length;
  };
})((window.savivalda ??= {}));
