"""A row a municipality, a column a year, in the colours of the classes: change seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.axis import every
from dashboard.charts.columns import columns
from dashboard.charts.framing import Area, framed
from dashboard.charts.legend import Legend, wanted_width
from dashboard.charts.lettering import cut, width

if TYPE_CHECKING:
    from dashboard.charts.series import ChartOptions, StripPicture, StripRow
    from dashboard.charts.svg import Drawing


def draw_strip(picture: StripPicture, options: ChartOptions) -> str:
    """The strip, in as many columns as can be read, with the legend beside it.

    Returns:
        A file of its own, `options.width` × `options.height` px.
    """
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    if "legend" not in options.without and picture.legend:
        area = _legend(drawing, picture, area, base)
    head = 1.6 * base
    rest = Area(area.left, area.top + head, area.width, area.height - head)
    placed = columns(len(picture.rows), rest, base, 1.8 * base)
    letters = placed.letters(base)
    names = max((width(row.name, letters, bold=bool(row.own)) for row in picture.rows), default=0)
    beside = min(names + 1.2 * letters, 0.6 * placed.areas[0].width)
    for column in placed.areas[: -(-len(picture.rows) // placed.each)]:
        _years(drawing, picture.years, column, beside, min(base, letters))
    for number, row in enumerate(picture.rows):
        column, y = placed.at(number)
        _row(drawing, row, Area(column.left, y, column.width, placed.row), beside, letters)
    return drawing.svg()


def _legend(drawing: Drawing, picture: StripPicture, area: Area, base: float) -> Area:
    """At the right; returns what is left of the area."""
    unit, keys = picture.caption.unit, picture.legend
    for share in (1, 0.9, 0.8, 0.7):
        size = max(9.0, share * base)
        room = min(wanted_width(unit, keys, (), size), 0.32 * area.width)
        legend = Legend(unit, keys, (), room, size)
        if legend.height <= area.height:
            break
    legend.draw_keys(drawing, area.left + area.width - room, area.top)
    return Area(area.left, area.top, area.width - room - 2 * base, area.height)


def _years(
    drawing: Drawing, years: tuple[int, ...], column: Area, beside: float, size: float
) -> None:
    wide = (column.width - beside) / len(years)
    written = every(years, column.width - beside, width("2025", size) + 0.6 * size)
    for year in written:
        x = column.left + beside + wide * (years.index(year) + 0.5)
        drawing.text(x, column.top - 0.4 * size, str(year), size, fill="muted",
                     text_anchor="middle")  # fmt: skip


def _row(drawing: Drawing, row: StripRow, area: Area, beside: float, size: float) -> None:
    base = area.top + area.height / 2 + 0.36 * size
    bold: dict[str, object] = {"font_weight": "bold"} if row.own else {}
    if row.own:
        drawing.shape("rect", x=area.left, y=area.top + 1, width=0.3 * size,
                      height=area.height - 2, fill=row.own)  # fmt: skip
    name = cut(row.name, beside - 1.1 * size, size, bold=bool(row.own))
    drawing.text(area.left + 0.6 * size, base, name, size, **bold)
    wide = (area.width - beside) / len(row.colours)
    edge = {"stroke": "ground", "stroke_width": min(1.5, 0.08 * area.height)}
    for number, (colour, sign) in enumerate(zip(row.colours, row.signs, strict=True)):
        x = area.left + beside + number * wide
        drawing.shape("rect", x=x, y=area.top, width=wide, height=area.height, fill=colour, **edge)
        if sign:
            look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle"}
            drawing.text(x + wide / 2, base, sign, size, **look)
