"""All municipalities by one figure, as dots on a line: some of them told of, their peers, the rest.

Who is told of is known by shape and colour, the peers by their fill; their middle half is a box,
their median a tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from dashboard.charts.axis import AxisScale
from dashboard.charts.ink import INK
from dashboard.charts.markers import marker
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.swarm import swarm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

DotKind = Literal["own", "peer", "other"]
DIAMOND = 2
"""The marker of the one municipality that is told of; several have those from the first on."""

NEXT_TO_NOTHING = 1e-9
"""Figures that differ by less are the same."""

_ROUND: tuple[tuple[DotKind, bool], ...] = (
    ("other", False), ("other", True), ("peer", False), ("peer", True),
)  # fmt: skip
"""Dots that are round, from the lowest layer up, full and hollow."""


class Dot(NamedTuple):
    """A municipality among others.

    Attributes:
        code: Its code.
        value: Its figure.
        kind: Whether it is told of, compared with that, or neither.
        name: Its short name, where names are told.
        text: Its figure, written, with its signs.
        hollow: Whether the figure is not quite what it seems.
        colour: Of one that is told of beside others.
        shape: Number of its marker in the strip of a row; None lets its order decide.
    """

    code: str
    value: float
    kind: DotKind = "other"
    name: str = ""
    text: str = ""
    hollow: bool = False
    colour: str = ""
    shape: int | None = None


@dataclass(frozen=True)
class DotsPicture:
    """Figures on a line.

    Attributes:
        dots: Those that have a figure.
        median: Of the peers, if it is given.
        quartiles: The same.
        median_text: What is said of the median.
        moved: Where the municipality that is told of would come to lie.
        caption: Used in the framed picture only.
        moved_text: What is said of that.
    """

    dots: tuple[Dot, ...]
    median: float | None = None
    quartiles: tuple[float, float] | None = None
    median_text: str = ""
    moved: float | None = None
    caption: Caption = UNCAPTIONED
    moved_text: str = ""


def dots_row(picture: DotsPicture, size: tuple[float, float], ink: Mapping[str, str] = INK) -> str:
    """The strip of a row in a table: no names, no axis, from the least figure to the largest.

    Args:
        picture: What it shows.
        size: Width and height in px.
        ink: Colours, as `charts.ink.INK`.

    Returns:
        An svg of that size, to stand in a page or a file.
    """
    wide, tall = size
    x = scale(picture, 0.35 * tall, wide - 0.35 * tall)
    parts = [_box(picture, x, tall, ink), *_rounds(picture, x, tall, ink)]
    if picture.median is not None:
        d = f"M{x(picture.median):.1f} 0V{tall:g}"
        parts.append(f'<path d="{d}" stroke="{ink["text"]}" stroke-width="2"/>')
    parts += _owns(picture, x, tall, ink)
    box = f'width="{wide:g}" height="{tall:g}" viewBox="0 0 {wide:g} {tall:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} class="dots-row" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )


def _box(picture: DotsPicture, x: AxisScale, tall: float, ink: Mapping[str, str]) -> str:
    """The middle half of the peers."""
    if picture.quartiles is None:
        return ""
    left, right = (x(value) for value in picture.quartiles)
    where = f'x="{left:.1f}" y="{0.12 * tall:.1f}" width="{max(right - left, 1):.1f}"'
    return f'<rect {where} height="{0.76 * tall:.1f}" fill="{ink["band"]}"/>'


def _rounds(
    picture: DotsPicture, x: AxisScale, tall: float, ink: Mapping[str, str]
) -> Iterator[str]:
    """Round dots, each kind as one path: ends of lines that have no length."""
    slope = (x.end - x.start) / (x.high - x.low)
    first, one = x.start - slope * x.low, f"M%.1f {tall / 2:g}h0"
    found: dict[tuple[DotKind, bool], dict[float, None]] = {key: {} for key in _ROUND}
    for _, value, kind, _, _, hollow, *_ in picture.dots:
        if kind != "own":
            found[kind, hollow][value] = None  # once where many lie
    for (kind, hollow), values in found.items():
        d = one * len(values) % tuple([first + slope * value for value in values])
        widths = {ink[kind]: 0.26 * tall} | ({ink["ground"]: 0.14 * tall} if hollow else {})
        for colour, thick in widths.items() if d else ():
            look = f'stroke="{colour}" stroke-width="{thick:.1f}" stroke-linecap="round"'
            yield f'<path d="{d}" fill="none" {look}/>'


def _owns(picture: DotsPicture, x: AxisScale, tall: float, ink: Mapping[str, str]) -> Iterator[str]:
    """Those that are told of, beside each other where they are equal, and where one would move."""
    owns, radius = [dot for dot in picture.dots if dot.kind == "own"], 0.24 * tall
    at_line = [x(dot.value) for dot in owns]
    if any(_apart(at_line, 0.6 * radius, radius)):
        radius = 0.2 * tall  # so that there is room beside the line
    aways = _apart(at_line, 0.9 * radius, 1.9 * radius)
    most = max(map(abs, aways), default=0.0)
    closer = min(1.0, (tall / 2 - 1.2 * radius) / most) if most else 1.0
    for number, (dot, along, away) in enumerate(zip(owns, at_line, aways, strict=True)):
        at = (along, tall / 2 + closer * away)
        if dot.shape is None:
            shape = own_marker(number, len(owns), at, radius)
        else:
            shape = marker(dot.shape, *at, radius)
        colour = dot.colour or ink["own"]
        fill, edge = (ink["ground"], colour) if dot.hollow else (colour, ink["ground"])
        yield f'<path d="{shape}" fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
    if picture.moved is not None:
        shape = own_marker(0, 1, (x(picture.moved), tall / 2), radius)
        yield f'<path d="{shape}" fill="none" stroke="{ink["own"]}" stroke-width="2.5"/>'


def _apart(places: Sequence[float], radius: float, step: float) -> list[float]:
    """How far from the line dots of a radius lie, however far that takes them."""
    return swarm(places, [radius] * len(places), step, len(places) * step) or [0.0] * len(places)


def own_marker(number: int, count: int, at: tuple[float, float], radius: float) -> str:
    """The shape of one that is told of: a diamond where it is the only one."""
    return marker(DIAMOND if count == 1 else number, *at, radius)


def scale(picture: DotsPicture, start: float, end: float) -> AxisScale:
    """From the least figure to the largest; where all are the same they lie in the middle."""
    values = [dot.value for dot in picture.dots]
    values += [value for value in (picture.moved, picture.median) if value is not None]
    values += picture.quartiles or ()
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high - low <= max(1e-9 * max(abs(low), abs(high)), NEXT_TO_NOTHING):
        half = abs(low) / 2 if abs(low) > NEXT_TO_NOTHING else 1.0
        low, high = low - half, high + half
    return AxisScale(low, high, start, end)
