"""Draws the triangle of mixtures: classes, lines of real shares, dots, the mean, the selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

    from dashboard.charts.framing import Area
    from dashboard.charts.ternary_picture import TernaryLine, TernaryPicture

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
    taken: dict[int, list[float]] = {0: [], 1: [], 2: []}
    for line in lines:
        (x, y), (right, down) = (ground.place(end) for end in line.ends)
        add(ground.root, "path", d=f"M{x:.1f} {y:.1f}L{right:.1f} {down:.1f}", fill="none",
            stroke=LINE_COLOUR, stroke_width=max(0.7, ground.size / 15),
            stroke_opacity=0.75)  # fmt: skip
        edge = EDGES[line.part]
        at = next((end for end in line.ends if end[edge] < 1e-6), None)
        if at is None or any(abs(at[line.part] - other) * ground.place.side < 1.15 * ground.size
                             for other in taken[edge]):  # fmt: skip
            continue
        taken[edge].append(at[line.part])
        x, y = ground.place(at)
        size, gap = 0.92 * ground.size, 0.45 * ground.size
        anchor, right, down = (
            ("end", x - gap, y), ("middle", x, y + 1.25 * size), ("start", x + gap, y + 0.3 * size)
        )[line.part]  # fmt: skip
        ground.text(right, down, line.label, text_anchor=anchor, size=size)


def _dots(ground: TernaryGround, picture: TernaryPicture) -> None:
    """Round ones, then the selected with their markers."""
    ink, size = ground.ink, ground.size
    group = add(ground.root, "g", fill=ink["text"], stroke=ink["ground"],
                stroke_width=f"{0.08 * size:.2f}")  # fmt: skip
    for dot in sorted(picture.dots, key=lambda dot: bool(dot.colour)):
        x, y = ground.place(dot.mixture)
        parent = group
        if ground.live and dot.code in picture.paths:
            parent = linked(group, picture.paths[dot.code])
        if dot.colour:
            drawn = add(parent, "path", d=marker(dot.shape, x, y, 0.52 * size), fill=dot.colour)
        else:
            drawn = add(parent, "circle", cx=x, cy=y, r=0.27 * size)
        if dot.hollow:
            drawn.set("fill", ink["ground"])
            drawn.set("stroke", dot.colour or ink["text"])
            drawn.set("stroke-width", f"{0.12 * size:.2f}")
        if ground.live:
            add(drawn, "title").text = picture.said.get(dot.code, dot.name)
