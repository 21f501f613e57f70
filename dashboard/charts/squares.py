"""A hundred squares, of which each part has as many as its share: a square is one of a hundred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

ROW = 10
"""Squares in a row, and rows."""

SIDE, STEP = 9.0, 10.0
"""Of a square, and from one to the next, in units of the picture."""

EDGE = ROW * STEP - (STEP - SIDE)
"""Side of the whole."""

LEAST = 0.005
"""Parts of a square that are too thin to be drawn."""


@dataclass(frozen=True)
class SquaresPart:
    """A part of a hundred: its share, and its colour as `charts.palette` has them."""

    share: float
    colour: str


def draw_squares(parts: Sequence[SquaresPart]) -> str:
    """The hundred, to stand in a page: rows from the top, in the order of the parts.

    Where a part ends within a square, the square is divided in the same proportion.

    Args:
        parts: Shares of a hundred, which together are no more.

    Returns:
        An svg without size.
    """
    size = f"{EDGE:g}"
    head = f'<svg class="squares" viewBox="0 0 {size} {size}" aria-hidden="true">'
    return head + "".join(f'<path fill="{fill}" d="{d}"/>' for fill, d in _paths(parts)) + "</svg>"


def add_squares(root: Element, parts: Sequence[SquaresPart], side: float) -> None:
    """The same within a picture, at its top left corner, so many px high and wide."""
    group = add(root, "g", transform=f"scale({side / EDGE:.4f})")
    for fill, d in _paths(parts):
        add(group, "path", fill=fill, d=d)


def _paths(parts: Sequence[SquaresPart]) -> Iterable[tuple[str, str]]:
    """Each part's colour and its squares."""
    start = 0.0
    for part in parts:
        end = start + part.share
        pieces = (_piece(number, start, end) for number in range(ROW * ROW))
        d = "".join(piece for piece in pieces if piece)
        if d:
            yield part.colour, d
        start = end


def _piece(number: int, start: float, end: float) -> str:
    """What of a square lies between two numbers of a hundred."""
    left, right = (min(max(each - number, 0.0), 1.0) for each in (start, end))
    if right - left < LEAST:
        return ""
    row, column = divmod(number, ROW)
    x, wide = column * STEP + SIDE * left, SIDE * (right - left)
    return f"M{x:.4g} {row * STEP:g}h{wide:.3g}v{SIDE:g}h-{wide:.3g}z"
