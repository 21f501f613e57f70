"""A hundred squares with their key beside them, to be read where no table stands by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.charts.blocks import block, draw_blocks, height
from dashboard.charts.lettering import PICTURE_FONT, width
from dashboard.charts.squares import add_squares
from dashboard.charts.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.blocks import Block
    from dashboard.charts.squares import SquaresPart

WIDEST = 0.56
"""Of the room for the squares, the rest is for the key."""

SIZES = ((46.0, 29.0), (42.0, 27.0), (38.0, 25.0), (34.0, 23.0), (28.0, 20.0), (22.0, 17.0))
"""Of the letters of shares and of names that are tried, the best first."""

SWATCH = 0.72
"""Side of a colour's square, in the size of the share beside it."""


@dataclass(frozen=True)
class KeyedPart:
    """A part of a hundred with its texts.

    Attributes:
        part: The part.
        name: What it is.
        share: Its share, written.
    """

    part: SquaresPart
    name: str
    share: str


def draw_keyed_squares(
    parts: Sequence[KeyedPart], wide: float, tall: float, *, look: str = "light"
) -> str:
    """The hundred and their key at the right, each part with its colour, share and name.

    Args:
        parts: In the order of the squares.
        wide: Room across, px.
        tall: Room down, px.
        look: `light` or `dark`.

    Returns:
        An svg of that size.
    """
    drawing = Drawing(wide, tall, look, "; ".join(f"{each.name}: {each.share}" for each in parts))
    drawing.root.set("font-family", PICTURE_FONT)
    side = min(tall, WIDEST * wide)
    add_squares(drawing.root, [each.part for each in parts], side)
    left = 1.07 * side
    rows = _rows(parts, wide - left, side)
    tops = _tops(rows, side)
    for each, (row, top) in zip(parts, zip(rows, tops, strict=True), strict=True):
        _row(drawing, left, top, row, each.part.colour)
    return drawing.svg()


def _rows(parts: Sequence[KeyedPart], room: float, tall: float) -> list[tuple[Block, Block]]:
    """Share and name of each part in the largest letters in which all are whole and fit."""
    made = [_sized(parts, room, sizes) for sizes in SIZES]
    fits = (rows for rows in made if sum(map(height, rows)) <= tall and _whole(rows, parts, room))
    return next(fits, made[-1])


def _sized(
    parts: Sequence[KeyedPart], room: float, sizes: tuple[float, float]
) -> list[tuple[Block, Block]]:
    large, small = sizes
    rest = room - 1.3 * SWATCH * large
    return [
        (block(each.share, rest, large, bold=True), block(each.name, room, small)) for each in parts
    ]


def _whole(rows: Sequence[tuple[Block, Block]], parts: Sequence[KeyedPart], room: float) -> bool:
    """Whether no word is broken."""
    words = (
        (word, name.size)
        for (_, name), each in zip(rows, parts, strict=True)
        for word in each.name.split(" ")
    )
    return all(width(word, size) <= room for word, size in words)


def _tops(rows: Sequence[tuple[Block, Block]], tall: float) -> list[float]:
    """Where each row begins, so that they are spread over the height."""
    heights = [height(row) for row in rows]
    gap = max(0.0, tall - sum(heights)) / max(1, len(rows) - 1)
    tops = [0.0]
    for before, _ in pairwise(heights):
        tops.append(tops[-1] + before + gap)
    return tops


def _row(drawing: Drawing, x: float, y: float, row: tuple[Block, Block], colour: str) -> None:
    """The colour and the share beside it, the name below."""
    share, _ = row
    side = SWATCH * share.size
    drawing.shape("rect", x=x, y=y + 0.26 * share.size, width=side, height=side, fill=colour)
    below = draw_blocks(drawing, x + 1.3 * side, y, [row[0]])
    draw_blocks(drawing, x, below, [row[1]])
