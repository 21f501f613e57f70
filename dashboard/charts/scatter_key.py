"""The key of a scatter: what colours, shapes and sizes mean, in rows above the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.ink import INK
from dashboard.charts.lettering import cut, width
from dashboard.charts.scatter_marks import PALE, draw_mark, radius_of
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.scatter import ScatterKey

ROW = 1.55
"""Least height of a row, in the size of letters."""

EDGE = 0.1
"""So that a hollow mark at the edge is seen whole, in the size of letters."""

LINE, BESIDE, APART, TITLED = 1.6, 0.45, 1.3, 0.7
"""Length of a piece of line; from a mark to its text; between entries, and behind a title; in the
size of letters."""


def draw_key(
    root: Element, area: Area, keys: Sequence[ScatterKey], size: float, unit: float
) -> Area:
    """The key in as many rows as it needs.

    Args:
        root: Drawn into.
        area: The room for key and plane.
        keys: The entries.
        size: Of the letters, px.
        unit: Of the points, as `scatter_marks.point_unit` gives it.

    Returns:
        What is left below.
    """
    if not keys:
        return area
    group, y = add(root, "g", class_="key", font_size=size, fill=INK["text"]), area.top
    for row in _rows(keys, area.width, size, unit):
        tall = max(ROW * size, *(2 * _radius(key, size, unit) + 0.3 * size for key, _ in row))
        for key, x in row:
            _entry(
                group, key, (area.left + x + EDGE * size, y + tall / 2), (area.width, size, unit)
            )
        y += tall
    taken = y + 0.35 * size - area.top
    return Area(area.left, area.top + taken, area.width, area.height - taken)


def _rows(
    keys: Sequence[ScatterKey], room: float, size: float, unit: float
) -> list[list[tuple[ScatterKey, float]]]:
    """The entries of each row, with where they begin."""
    rows: list[list[tuple[ScatterKey, float]]] = [[]]
    x, former = 0.0, None
    for key in keys:
        long = min(_sample(key, size, unit) + width(key.text, size), room)
        if former is not None and former.kind == "title" and x + long > room and len(rows[-1]) > 1:
            rows.append([(former, 0.0)])  # a title begins the row of what it is of
            del rows[-2][-1]
            x = width(former.text, size) + TITLED * size
        former = key
        if rows[-1] and x + long > room:
            rows.append([])
            x = 0.0
        rows[-1].append((key, x))
        x += long + (TITLED if key.kind == "title" else APART) * size
    return rows


def _sample(key: ScatterKey, size: float, unit: float) -> float:
    """Room of what stands before the text."""
    if key.kind == "title":
        return 0.0
    pieces = {"line": LINE, "box": LINE, "tick": 0.5}
    long = pieces.get(key.kind, 0) * size or 2 * _radius(key, size, unit)
    return long + BESIDE * size


def _radius(key: ScatterKey, size: float, unit: float) -> float:
    if key.kind == "size":
        return radius_of(key.share, unit)
    return 0.42 * size if key.kind == "marker" else 0.0


def _entry(
    group: Element, key: ScatterKey, at: tuple[float, float], sizes: tuple[float, float, float]
) -> None:
    (x, middle), (room, size, unit) = at, sizes
    sample = _sample(key, size, unit)
    thick = {"stroke": key.fill or INK["text"], "stroke_width": f"{0.14 * size:.2f}"}
    if key.kind == "line":
        add(group, "path", d=f"M{x:.1f} {middle:.1f}h{LINE * size:.1f}", **thick)
    elif key.kind == "tick":
        d = f"M{x + 0.25 * size:.1f} {middle - 0.6 * size:.1f}v{1.2 * size:.1f}"
        dots = f"{0.3 * size:.1f} {0.2 * size:.1f}"
        add(group, "path", d=d, stroke_dasharray=dots, **thick)
    elif key.kind == "box":
        add(group, "rect", x=x, y=middle - 0.5 * size, width=LINE * size, height=size,
            fill=INK["band"])  # fmt: skip
        d = f"M{x + 0.7 * size:.1f} {middle - 0.5 * size:.1f}v{size:.1f}"
        add(group, "path", d=d, **thick)
    elif key.kind != "title":
        radius = _radius(key, size, unit)
        mark = add(group, "g", **({"opacity": f"{PALE}"} if key.pale else {}))
        draw_mark(mark, key, (x + radius, middle, radius), size)
    look = {"fill": INK["muted"]} if key.kind == "title" else {}
    text = cut(key.text, room - sample, size)
    add(group, "text", x=x + sample, y=middle + 0.36 * size, **look).text = text
