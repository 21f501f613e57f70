"""Municipalities side by side as a picture: a row a figure, a strip of all, a column each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from dashboard.charts.dots import dots_row
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import settled
from dashboard.charts.lettering import width
from dashboard.charts.markers import marker
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.dots import DotsPicture
    from dashboard.charts.series import ChartOptions
    from dashboard.charts.svg import Drawing

NAMES, STRIPS = 0.21, 0.24
"""Shares of the width for the names of rows and for strips; the figures have the rest."""


@dataclass(frozen=True)
class ComparedRow:
    """A row of the picture.

    Attributes:
        name: What is shown.
        unit: Of its figures.
        dots: All municipalities, those that are compared with their markers.
        texts: What is written of each of these, and below that, smaller.
    """

    name: str
    unit: str
    dots: DotsPicture
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StripsPicture:
    """Municipalities side by side.

    Attributes:
        heads: Name and colour of each that is compared.
        rows: From the top.
        caption: What stands around them.
    """

    heads: tuple[tuple[str, str], ...]
    rows: tuple[ComparedRow, ...]
    caption: Caption = UNCAPTIONED


def draw_strips(picture: StripsPicture, options: ChartOptions) -> str:
    """The picture as a file of its own, `options.width` × `options.height` px."""
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    size_of_letters = min(base, area.height / (len(picture.rows) + 1) / 2.6)
    tall = (area.height - 2 * size_of_letters) / len(picture.rows)
    _heads(drawing, picture, area, size_of_letters)
    for number, row in enumerate(picture.rows):
        top = area.top + 2 * size_of_letters + number * tall
        _row(drawing, row, Area(area.left, top, area.width, tall), size_of_letters)
    return drawing.svg()


def _columns(area: Area, count: int) -> tuple[list[float], float]:
    """Where the columns of figures begin, and how wide each is."""
    start = area.left + (NAMES + STRIPS + 0.015) * area.width
    wide = (area.left + area.width - start) / count
    return [start + number * wide for number in range(count)], wide


def _fitting(texts: Sequence[str], room: float, size: float, *, bold: bool = False) -> float:
    """The size of letters, at most the usual, in which the longest text is no wider than a room."""
    return size * min(1.0, room / max(width(text, size, bold=bold) for text in (*texts, "–")))


def _heads(drawing: Drawing, picture: StripsPicture, area: Area, size: float) -> None:
    lefts, wide = _columns(area, len(picture.heads))
    base, names = area.top + size, [name for name, _ in picture.heads]
    fitting = _fitting(names, wide - 2 * size, size, bold=True)
    for number, (left, (name, colour)) in enumerate(zip(lefts, picture.heads, strict=True)):
        shape = marker(number, left + 0.5 * size, base - 0.35 * size, 0.42 * size)
        drawing.shape("path", d=shape, fill=colour)
        drawing.text(left + 1.3 * size, base, name, fitting, font_weight="bold")


def _row(drawing: Drawing, row: ComparedRow, area: Area, size: float) -> None:
    """A line, the name and unit, the strip, the figures; none of them is ever cut."""
    line = f"M{area.left:.1f} {area.top:.1f}h{area.width:.1f}"
    drawing.shape("path", d=line, stroke="line", stroke_width=1.0)
    first, second = area.top + 1.35 * size, area.top + 2.35 * size
    room = NAMES * area.width - size
    drawing.text(area.left, first, row.name, _fitting([row.name], room, size))
    drawing.text(area.left, second, row.unit, _fitting([row.unit], room, 0.8 * size), fill="muted")
    strip = dots_row(
        row.dots, (STRIPS * area.width - size, 0.72 * area.height), settled(drawing.look)
    )
    place = add(drawing.root, "g", transform=f"translate({area.left + NAMES * area.width:.1f} "
                f"{area.top + 0.14 * area.height:.1f})")  # fmt: skip
    # Drawn shapes alone: an svg within an svg is not understood by every program.
    place.extend(fromstring(strip.replace(' xmlns="http://www.w3.org/2000/svg"', "")))  # noqa: S314
    lefts, wide = _columns(area, len(row.texts))
    room = wide - 0.6 * size
    large = _fitting([text for text, _ in row.texts], room, size, bold=True)
    low = _fitting([below for _, below in row.texts], room, 0.8 * size)
    for left, (text, below) in zip(lefts, row.texts, strict=True):
        look = {"font_weight": "bold"} if below else {"fill": "muted"}
        drawing.text(left, first, text, large, **look)
        drawing.text(left, second, below, low, fill="muted")
