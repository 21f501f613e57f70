// From municipality to municipality by the arrow keys.
(function (atlas) {
  const FIRST = "13", NARROWING = 0.57;  // Vilnius; a degree of longitude in degrees of latitude

  atlas.ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  /** Who is nearest in the direction of an arrow key; from nobody, whoever has the code. */
  atlas.neighbour = function (from, key, code = FIRST) {
    if (from < 0) return Math.max(0, atlas.indexOf(code));
    const { places } = atlas.state.frame, [dx, dy] = atlas.ARROWS[key], [lon, lat] = places[from].point;
    let best = from, least = Infinity;
    places.forEach((other, index) => {
      const x = (other.point[0] - lon) * NARROWING, y = other.point[1] - lat;
      const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
      if (index === from || along <= 0 || across > along * 1.5) return;
      const distance = along + 2 * across;
      if (distance < least) { best = index; least = distance; }
    });
    return best;
  };
})((window.savivalda ??= {}));
