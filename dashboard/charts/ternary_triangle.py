"""Draws the triangle of mixtures: classes, lines of real shares, dots, the mean, the selected."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from dashboard.charts.ink import INK
from dashboard.charts.lettering import width
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.palette import LINE_COLOUR
from dashboard.charts.svg import add
from dashboard.charts.ternary import TALL, TernaryPlace, triangles
from dashboard.charts.ternary_colours import mixtures
from dashboard.charts.ternary_labels import (
    ABOVE,
    BELOW,
    BESIDE,
    TernaryGround,
    draw_mean,
    draw_names_of,
    draw_parts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.framing import Area
    from dashboard.charts.ternary_picture import TernaryLine, TernaryPicture

ON_EDGE = 1e-6

EDGES = (1, 2, 0)
"""By part, the part that is nought along the edge where its shares are written."""


def placed_in(area: Area, size: float) -> TernaryPlace:
    """The largest triangle that fits into an area with its labels, in the middle at its top."""
    side = min(area.width - 2 * BESIDE * size, (area.height - (ABOVE + BELOW) * size) / TALL)
    side = max(side, 4 * size)
    left = area.left + (area.width - side) / 2
    return TernaryPlace(left, area.top + ABOVE * size + TALL * side, side)


def height_in(wide: float, size: float) -> float:
    """The height that the largest triangle of a width takes."""
    return (wide - 2 * BESIDE * size) * TALL + (ABOVE + BELOW) * size


def draw_triangle(ground: TernaryGround, picture: TernaryPicture) -> None:
    """From below: classes, lines with their labels, names of parts, dots, mean, names."""
    for colour, corners in zip(mixtures(), triangles(), strict=True):
        d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(ground.place, corners)) + "z"
        add(ground.root, "path", d=d, fill=colour, stroke=colour, stroke_width=0.6)
    _lines(ground, picture.lines)
    draw_parts(ground, picture.parts)
    _dots(ground, picture)
    if picture.mean:
        draw_mean(ground, picture)
    draw_names_of(ground, [dot for dot in picture.dots if dot.colour])


def _lines(ground: TernaryGround, lines: tuple[TernaryLine, ...]) -> None:
    """Thin lines; each share is written where its line meets the edge of its part."""
    size = ground.size
    look = {"fill": "none", "stroke": LINE_COLOUR, "stroke_opacity": 0.75}
    group = add(ground.root, "g", stroke_width=f"{max(0.7, size / 15):.1f}", **look)
    written: dict[int, list[tuple[float, float, TernaryLine]]] = {0: [], 1: [], 2: []}
    for line in lines:
        (x, y), (right, down) = (ground.place(end) for end in line.ends)
        add(group, "path", d=f"M{x:.1f} {y:.1f}L{right:.1f} {down:.1f}")
        at = next((end for end in line.ends if end[EDGES[line.part]] < ON_EDGE), None)
        if at is not None:
            written[line.part].append((*ground.place(at), line))
    for part, labels in written.items():
        _labels(ground, part, sorted(labels, key=lambda label: (label[1], -label[0])))


def _labels(
    ground: TernaryGround, part: int, labels: Sequence[tuple[float, float, TernaryLine]]
) -> None:
    """The shares of a part along its edge from the top, those left out that have no room."""
    size, last = 0.92 * ground.size, (inf, inf)
    for x, y, line in labels:
        long = width(line.label, size)
        if abs(y - last[1]) < 1.15 * size and abs(x - last[0]) < long + 0.5 * size:
            continue
        text = line.full if line.full and last == (inf, inf) else line.label
        gap = 0.5 * size
        anchor, right, down = (
            ("end", x - gap, y), ("middle", x, y + 1.35 * size), ("start", x + gap, y + 0.3 * size)
        )[part]  # fmt: skip
        ground.text(right, down, text, text_anchor=anchor, font_size=size)
        last = (x, y)


def _dots(ground: TernaryGround, picture: TernaryPicture) -> None:
    """Round ones, then the selected with their markers."""
    size = ground.size
    group = add(ground.root, "g", fill=INK["text"], stroke=INK["ground"],
                stroke_width=f"{0.08 * size:.2f}")  # fmt: skip
    for dot in sorted(picture.dots, key=lambda dot: bool(dot.colour)):
        x, y = ground.place(dot.mixture)
        parent = linked(group, picture.paths.get(dot.code, "") if ground.live else "")
        if dot.colour:
            drawn = add(parent, "path", d=marker(dot.shape, x, y, 0.52 * size), fill=dot.colour)
        else:
            drawn = add(parent, "circle", cx=x, cy=y, r=0.27 * size)
        if dot.hollow:
            drawn.set("fill", INK["ground"])
            drawn.set("stroke", dot.colour or INK["text"])
            drawn.set("stroke-width", f"{0.12 * size:.2f}")
        if ground.live:
            add(drawn, "title").text = picture.said.get(dot.code, dot.name)
