"""Draws the triangle of mixtures: classes, lines of real shares, dots, the mean, the selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.lettering import width
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.palette import LINE_COLOUR
from dashboard.charts.spread import spread
from dashboard.charts.svg import add
from dashboard.charts.ternary import TALL, TernaryPlace, triangles
from dashboard.charts.ternary_colours import mixtures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.ternary_picture import TernaryDot, TernaryLine, TernaryPicture

BESIDE, ABOVE, BELOW = 4.6, 1.7, 4.9
"""Room around the triangle for labels and names, in the size of letters."""

EDGES = (1, 2, 0)
"""By part, the part that is nought along the edge where its shares are written."""


@dataclass(frozen=True)
class TernaryGround:
    """Where a triangle is drawn.

    Attributes:
        root: The element to draw into.
        place: Where it stands.
        size: Of the letters, px.
        ink: Colours by meaning.
        live: Whether dots say what they are and lead somewhere.
    """

    root: Element
    place: TernaryPlace
    size: float
    ink: Mapping[str, str]
    live: bool = False


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
    _parts(ground, picture.parts)
    _dots(ground, picture)
    if picture.mean:
        _mean(ground, picture)
    _names(ground, [dot for dot in picture.dots if dot.colour])


def _text(ground: TernaryGround, x: float, y: float, text: str, **look: object) -> Element:
    size = look.pop("size", ground.size)
    drawn = add(ground.root, "text", x=x, y=y, font_size=size,
                **{"fill": ground.ink["text"], **look})  # fmt: skip
    drawn.text = text
    return drawn


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
        _text(ground, right, down, line.label, text_anchor=anchor, size=size)


def _parts(ground: TernaryGround, parts: tuple[str, str, str]) -> None:
    """The name of each part at its corner, and along the edge where its shares are written."""
    size, place = ground.size, ground.place
    x, y = place((0, 0, 1))
    bold = {"font_weight": "bold"}
    _text(ground, x, y - 0.6 * size, parts[2], text_anchor="middle", **bold)
    base = place.bottom + 2.9 * size
    left, right = place.left - BESIDE * size, place.left + place.side + BESIDE * size
    long = width(parts[0], size, bold=True) + width(parts[1], size, bold=True)
    second = base + 1.3 * size if long > right - left - size else base
    _text(ground, left, base, parts[0], **bold)
    _text(ground, right, second, parts[1], text_anchor="end", **bold)
    _edges(ground, parts, second + 1.5 * size)


def _edges(ground: TernaryGround, parts: tuple[str, str, str], base: float) -> None:
    """Of which part the shares at each edge are."""
    size, away = 0.92 * ground.size, 3.7 * ground.size
    look = {"text_anchor": "middle", "size": size, "fill": ground.ink["muted"]}
    for part, mixture, turn in ((0, (0.5, 0, 0.5), -60), (2, (0, 0.5, 0.5), 60)):
        x, y = ground.place(mixture)
        x, y = x + (away if turn > 0 else -away) * TALL, y - away / 2
        if width(f"{parts[part]}, %", size) < 1.1 * ground.place.side:
            drawn = _text(ground, 0, 0, f"{parts[part]}, %", **look)
            drawn.set("transform", f"translate({x:.1f} {y:.1f}) rotate({turn})")
    _text(ground, ground.place.left + ground.place.side / 2, base, f"{parts[1]}, %", **look)


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


def _mean(ground: TernaryGround, picture: TernaryPicture) -> None:
    """A cross in a light casing, with its name beside it."""
    if picture.mean is None:
        return
    mixture, text = picture.mean
    (x, y), arm = ground.place(mixture), 0.75 * ground.size
    d = f"M{x - arm:.1f} {y:.1f}h{2 * arm:.1f}M{x:.1f} {y - arm:.1f}v{2 * arm:.1f}"
    for colour, thick in ((ground.ink["ground"], 0.42), (ground.ink["text"], 0.2)):
        add(ground.root, "path", d=d, fill="none", stroke=colour,
            stroke_width=f"{thick * ground.size:.2f}")  # fmt: skip
    _haloed(ground, x + 1.1 * arm, y - 0.5 * ground.size, text, "start")


def _haloed(ground: TernaryGround, x: float, y: float, text: str, anchor: str) -> None:
    _text(ground, x, y, text, text_anchor=anchor, font_weight="bold", stroke=ground.ink["ground"],
          stroke_width=f"{0.28 * ground.size:.2f}", stroke_linejoin="round",
          paint_order="stroke")  # fmt: skip


def _names(ground: TernaryGround, dots: list[TernaryDot]) -> None:
    """The names of the selected, each on the side of the nearer edge, none over another."""
    place, size = ground.place, ground.size
    middle = place.left + place.side / 2
    for right in (True, False):
        side = [dot for dot in dots if (place(dot.mixture)[0] >= middle) is right]
        wanted = [place(dot.mixture)[1] for dot in side]
        heights = spread(wanted, 1.2 * size, 0, place.bottom + 2 * size)
        for dot, y in zip(side, heights, strict=True):
            x = place(dot.mixture)[0] + (0.8 if right else -0.8) * size
            tall = width(dot.name, size, bold=True)
            if right:
                x = min(x, place.left + place.side + BESIDE * size - tall)
            else:
                x = max(x, place.left - BESIDE * size + tall)
            _haloed(ground, x, y + 0.36 * size, dot.name, "start" if right else "end")
