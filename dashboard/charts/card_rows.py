"""Rows of a card: a name, what is written of it, and below both a bar or a strip of dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from dashboard.charts.dots import dots_row
from dashboard.charts.ink import settled
from dashboard.charts.lettering import PICTURE_FONT, cut, width
from dashboard.charts.markers import marker
from dashboard.charts.svg import Drawing, add

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.dots import DotsPicture

LOOK = "light"
LETTER, LARGEST = 20.0, 28.0
"""Letters of the heads, and the largest of a row."""

TALLEST = 110.0
"""Height of a row, px, where there are few."""

GAP = 18.0


@dataclass(frozen=True)
class CardRow:
    """A row.

    Attributes:
        name: What it is of.
        figures: What is written of it, each in a colour or its name in `svg.LOOKS`.
        under: A share of the whole width from nought to one, dots, or nothing.
    """

    name: str
    figures: tuple[tuple[str, str], ...] = ()
    under: float | DotsPicture | None = None


def draw_card_rows(
    rows: Sequence[CardRow], size: tuple[float, float], heads: Sequence[tuple[str, str]] = ()
) -> str:
    """The rows as an svg of a size.

    Args:
        rows: From the top.
        size: Width and height in px.
        heads: Names and colours of those whose dots have markers, in the order of these.
    """
    wide, tall = size
    drawing = Drawing(wide, tall, LOOK, "")
    drawing.root.set("font-family", PICTURE_FONT)
    top = _heads(drawing, heads, wide)
    each = min(TALLEST, (tall - top) / max(1, len(rows)))
    start = top + (tall - top - each * len(rows)) / 2
    for number, row in enumerate(rows):
        _row(drawing, row, (start + number * each, each))
    return drawing.svg()


def _heads(drawing: Drawing, heads: Sequence[tuple[str, str]], wide: float) -> float:
    """Who is meant by which marker; returns where the rows begin."""
    x, y = 0.0, 0.0
    for number, (name, colour) in enumerate(heads):
        needed = 1.4 * LETTER + width(name, LETTER, bold=True)
        if x and x + needed > wide:
            x, y = 0.0, y + 1.5 * LETTER
        shape = marker(number, x + 0.5 * LETTER, y + 0.75 * LETTER, 0.42 * LETTER)
        drawing.shape("path", d=shape, fill=colour)
        drawing.text(x + 1.4 * LETTER, y + 1.1 * LETTER, name, LETTER, font_weight="bold")
        x += needed + 1.2 * LETTER
    return y + 2 * LETTER if heads else 0.0


def _row(drawing: Drawing, row: CardRow, place: tuple[float, float]) -> None:
    """The texts on one line, what is drawn below them."""
    (top, tall), end = place, drawing.width
    size = min(LARGEST, 0.34 * tall)
    base = top + 1.05 * size
    for text, colour in reversed(row.figures):
        look = {"fill": colour, "text_anchor": "end", "font_weight": "bold"}
        drawing.text(end, base, text, size, **look)
        end -= width(text, size, bold=True) + GAP
    drawing.text(0, base, cut(row.name, end, size), size)
    below = top + 1.4 * size
    room = top + tall - below - 0.25 * size
    if isinstance(row.under, float):
        bar = {"y": below, "height": min(room, 1.1 * size), "rx": 3}
        drawing.shape("rect", x=0, width=drawing.width, **bar, fill="shade")
        drawing.shape("rect", x=0, width=max(3.0, row.under * drawing.width), **bar, fill="accent")
    elif row.under:
        strip = dots_row(row.under, (drawing.width, min(room, 2 * size)), settled(LOOK))
        group = add(drawing.root, "g", transform=f"translate(0 {below:.1f})")
        group.extend(fromstring(strip.replace(' xmlns="http://www.w3.org/2000/svg"', "")))  # noqa: S314
