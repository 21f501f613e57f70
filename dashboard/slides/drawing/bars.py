"""Bars from one zero, as tall as the room allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.lettering import cut, width
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import BarsBody, SlideBar
    from dashboard.slides.drawing.sheet import StageSheet

FILLS = {"own": ink.OWN, "nation": ink.NATION, "plain": ink.PLAIN}
TALLEST = 78.0
GAP = 16.0
NAMES = 0.36
"""Share of the width that names have at most."""


class _BarSizes(NamedTuple):
    """Sizes that all rows share."""

    row: float
    size: float
    left: float
    zero: float
    unit: float


def draw_bars(sheet: StageSheet, body: BarsBody) -> None:
    """Names at the left, figures at the ends of the bars."""
    head = 1.5 * LETTER if body.target else 0.0
    foot = 1.4 * LETTER if body.rest else 0.0
    row = min(TALLEST, (sheet.height - head - foot) / max(1, len(body.bars)))
    size = max(LETTER, min(0.58 * row, 38.0))
    frame = _frame(sheet, body, row, size)
    if body.target:
        _target(sheet, body.target, (head, head + len(body.bars) * row), frame)
    for number, bar in enumerate(body.bars):
        _row(sheet, bar, head + number * row, frame)
    end = head + len(body.bars) * row
    add(sheet.root, "path", fill="none", stroke=ink.TEXT, stroke_width=3,
        d=f"M{frame.zero:.1f} {head:.1f}V{end:.1f}")  # fmt: skip
    if body.rest:
        rest = cut(body.rest, sheet.width, LETTER)
        sheet.text(0, sheet.height - 0.3 * LETTER, rest, LETTER, fill=ink.MUTED)


def _frame(sheet: StageSheet, body: BarsBody, row: float, size: float) -> _BarSizes:
    """Where zero lies, and how long one of the unit is, so that every text has its room."""
    ranks = max((width(bar.rank, size) for bar in body.bars if bar.rank), default=0)
    left = ranks + GAP if ranks else 0.0
    names = max(width(bar.name, size, bold=True) for bar in body.bars)
    start = min(left + names, left + NAMES * sheet.width) + GAP
    values = [bar.value for bar in body.bars if bar.value is not None]
    values += [body.target[0]] if body.target else []
    low, high = min([0.0, *values]), max([0.0, *values])
    before = max((width(bar.text, size) + GAP for bar in body.bars if _is_left(bar)), default=0)
    after = max((width(bar.text, size) + GAP for bar in body.bars if not _is_left(bar)), default=0)
    span = (high - low) or 1.0
    # A text stands at the end of its own bar, so only the longest needs it all.
    unit = max(0.0, sheet.width - start - before - after) / span
    return _BarSizes(row, size, left, start + before - low * unit, unit)


def _is_left(bar: SlideBar) -> bool:
    return bar.value is not None and bar.value < 0


def _row(sheet: StageSheet, bar: SlideBar, top: float, frame: _BarSizes) -> None:
    base = top + frame.row / 2 + 0.36 * frame.size
    fill = FILLS[bar.kind]
    weight = {"font_weight": "bold"} if bar.kind != "plain" else {}
    if bar.rank:
        rank = {"fill": ink.MUTED, "text_anchor": "end"}
        sheet.text(frame.left - GAP, base, bar.rank, frame.size, **rank)
    name = cut(bar.name, NAMES * sheet.width, frame.size, bold=True)
    sheet.text(frame.left, base, name, frame.size, **weight)
    end = frame.zero + (bar.value or 0.0) * frame.unit
    if bar.value is not None:
        shape = {"x": min(end, frame.zero), "width": max(2.0, abs(end - frame.zero))}
        open_ = {"stroke": fill, "stroke_width": 4, "fill": ink.GROUND} if bar.hollow else {}
        add(sheet.root, "rect", **shape, y=top + 0.16 * frame.row, height=0.68 * frame.row,
            **{"fill": fill} | open_)  # fmt: skip
    anchor = {"text_anchor": "end"} if _is_left(bar) else {}
    x = end - GAP if _is_left(bar) else end + GAP
    fill = ink.MUTED if bar.value is None else ink.TEXT
    # A line of a target may run through it.
    halo = {"stroke": ink.GROUND, "stroke_width": 8, "paint_order": "stroke"}
    sheet.text(x, base, bar.text, frame.size, **anchor, **halo, fill=fill)


def _target(
    sheet: StageSheet, target: tuple[float, str], span: tuple[float, float], frame: _BarSizes
) -> None:
    """A dashed line, and above it what it is."""
    (value, said), (top, end) = target, span
    x = frame.zero + value * frame.unit
    add(sheet.root, "path", fill="none", stroke=ink.TARGET, stroke_width=5,
        stroke_dasharray="14 10", d=f"M{x:.1f} {top:.1f}V{end:.1f}")  # fmt: skip
    half = width(said, LETTER, bold=True) / 2
    middle = min(max(x, half), sheet.width - half)
    look = {"fill": ink.TARGET, "text_anchor": "middle", "font_weight": "bold"}
    sheet.text(middle, LETTER, said, LETTER, **look)
