"""Municipalities from the largest figure to the smallest, as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.blocks import block, draw_blocks
from dashboard.charts.columns import Columns, columns
from dashboard.charts.framing import Area, framed
from dashboard.charts.lettering import cut, width

if TYPE_CHECKING:
    from dashboard.charts.series import Bar, ChartOptions, RankingPicture
    from dashboard.charts.svg import Drawing


@dataclass(frozen=True)
class _Measure:
    """What is alike in all rows: letters, and the widths of what stands beside the bars."""

    size: float
    rank: float
    name: float
    text: float
    most: float


def draw_ranking(picture: RankingPicture, options: ChartOptions) -> str:
    """Bars in as many columns as can be read, with a line at the national figure.

    Returns:
        A file of its own, `options.width` × `options.height` px.
    """
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    said = " · ".join(text for text in (picture.caption.unit, picture.national_text) if text)
    above = [block(said, area.width, base, fill="muted", gap=0.5 * base)]
    top = draw_blocks(drawing, area.left, area.top, above)
    rest = Area(area.left, top, area.width, area.top + area.height - top)
    placed = columns(len(picture.bars), rest, base, 2 * base)
    measure = _measure(picture, placed, base)
    for number, bar in enumerate(picture.bars):
        column, y = placed.at(number)
        _bar(drawing, bar, measure, Area(column.left, y, column.width, placed.row))
        if bar.beside and number and not picture.bars[number - 1].beside:
            line = f"M{column.left:.1f} {y:.1f}h{column.width:.1f}"
            drawing.shape("path", d=line, stroke="muted", stroke_width=1, fill="none")
    if picture.national is not None and picture.national >= 0:
        _national(drawing, picture, placed, measure)
    return drawing.svg()


def _measure(picture: RankingPicture, placed: Columns, base: float) -> _Measure:
    size = placed.letters(base)
    wide = placed.areas[0].width
    texts = max(
        (
            width(bar.text, size, bold=bool(bar.own))
            for bar in picture.bars
            if bar.value is not None
        ),
        default=0,
    )
    names = max((width(bar.name, size, bold=bool(bar.own)) for bar in picture.bars), default=0)
    ranks = max((width(bar.rank, size) for bar in picture.bars), default=0)
    texts = min(texts, 0.4 * wide)
    return _Measure(
        size=size,
        rank=ranks,
        name=min(names, 0.88 * wide - ranks - texts - 2.7 * size),
        text=texts,
        most=max([bar.value or 0 for bar in picture.bars] + [picture.national or 0]) or 1,
    )


def _track(measure: _Measure, column: Area) -> tuple[float, float]:
    """Left end and width of what a bar can take."""
    left = column.left + measure.rank + measure.name + 2.1 * measure.size
    return left, column.left + column.width - measure.text - 0.6 * measure.size - left


def _bar(drawing: Drawing, bar: Bar, measure: _Measure, row: Area) -> None:
    size = measure.size
    base, end = row.top + row.height / 2 + 0.36 * size, row.left + row.width
    left, track = _track(measure, row)
    start = row.left + 0.5 * size
    if bar.own:
        drawing.shape("rect", x=row.left, y=row.top + 1, width=0.3 * size, height=row.height - 2,
                      fill=bar.own)  # fmt: skip
    drawing.text(start + measure.rank, base, bar.rank, size, fill="muted", text_anchor="end")
    bold: dict[str, object] = {"font_weight": "bold"} if bar.own else {}
    name = cut(bar.name, measure.name, size, bold=bool(bar.own))
    drawing.text(start + measure.rank + 0.7 * size, base, name, size, **bold)
    if bar.value is None:
        drawing.text(left, base, cut(bar.text, end - left, size), size, fill="muted")
        return
    long = max(0.0, bar.value) / measure.most * track
    edge = {"stroke": palette.COUNTY_COLOUR, "stroke_width": 0.6, "rx": 0.1 * size}
    drawing.shape("rect", x=left, y=row.top + 0.16 * row.height, width=max(long, 0.5),
                  height=0.68 * row.height, fill=bar.colour, **edge)  # fmt: skip
    drawing.text(
        end,
        base,
        cut(bar.text, measure.text + 1, size, bold=bool(bar.own)),
        size,
        text_anchor="end",
        **bold,
    )


def _national(
    drawing: Drawing, picture: RankingPicture, placed: Columns, measure: _Measure
) -> None:
    """A line across the bars of each column that have a figure."""
    for number, column in enumerate(placed.areas):
        bars = picture.bars[number * placed.each : (number + 1) * placed.each]
        ranked = sum(bar.value is not None and not bar.beside for bar in bars)
        if not ranked:
            continue
        left, track = _track(measure, column)
        x = left + (picture.national or 0) / measure.most * track
        drawing.shape(
            "path",
            d=f"M{x:.1f} {column.top:.1f}V{column.top + ranked * placed.row:.1f}",
            stroke="text",
            stroke_width=max(1.5, 0.12 * measure.size),
            fill="none",
            class_="mark",
        )
