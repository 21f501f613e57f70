"""The rows of a stacked picture: names, parts, and the last part alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.ink import INK
from dashboard.charts.lettering import cut, width
from dashboard.charts.linked import pointed
from dashboard.charts.stacked_ground import WITHIN
from dashboard.charts.svg import add
from dashboard.charts.ternary_colours import pure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.stacked_ground import StackedGround
    from dashboard.charts.stacked_picture import StackedPicture, StackedRow

LEFT_OUT = 0.45
"""Opacity of what does not count."""

OWN = 0.7
"""Room for the colour of a selected one before its name, in the size of the letters."""


def draw_rows(
    ground: StackedGround,
    picture: StackedPicture,
    rows: Sequence[StackedRow],
    area: Area,
    tall: float,
) -> None:
    """Some rows, and a line where the part of all together lies.

    Args:
        ground: Where to.
        picture: All rows, which decide how wide names and how long bars are.
        rows: Those to be drawn.
        area: Where they may stand.
        tall: Height of a row, px.
    """
    ground, size = ground.group(), ground.size
    names = min(max(_named(row, size) for row in picture.rows) + 0.6 * size, 0.4 * area.width)
    figures = max(width(row.texts[2], size, bold=row.whole) for row in picture.rows) + 0.6 * size
    rest = area.width - names - figures - size
    bar = Area(area.left + names, area.top, 0.64 * rest, tall)
    start, most = bar.left + bar.width + size, max(row.shares[2] for row in picture.rows)
    scale = (0.36 * rest) / most if most > 0 else 0.0
    for number, row in enumerate(rows):
        at = Area(bar.left, area.top + number * tall, bar.width, tall)
        _row(ground, row, at, area, (start, scale))
    whole = next((row.shares[2] for row in picture.rows if row.whole), None)
    if whole is not None and scale:
        x = start + whole * scale
        add(ground.root, "path", d=f"M{x:.1f} {area.top:.1f}v{len(rows) * tall:.1f}",
            stroke=INK["text"], stroke_width=1.2, stroke_dasharray="3 2")  # fmt: skip


def _named(row: StackedRow, size: float) -> float:
    """How wide its name is, with its colour."""
    return width(row.name, size, bold=_bold(row)) + (OWN * size if row.colour else 0)


def _bold(row: StackedRow) -> bool:
    return row.whole or bool(row.colour)


def _row(
    ground: StackedGround, row: StackedRow, bar: Area, area: Area, alone: tuple[float, float]
) -> None:
    """A row within an area; the part alone has a start and a scale."""
    size, (start, scale), parent = ground.size, alone, ground.root
    if ground.live:
        parent = pointed(parent, row.said, row.path)
    inner = replace(ground, root=parent)
    base = bar.top + bar.height / 2 + 0.36 * size
    weight = {"font_weight": "bold"} if _bold(row) else {}
    box = {"y": bar.top + 0.1 * bar.height, "height": 0.8 * bar.height}
    left = area.left
    if row.colour:
        add(parent, "rect", x=left, width=0.4 * size, fill=row.colour, **box)
        left += OWN * size
    name = cut(row.name, bar.left - left - 0.3 * size, size, bold=_bold(row))
    inner.text(left, base, name, **weight)
    group = add(parent, "g", **({} if row.counts else {"opacity": LEFT_OUT}))
    _parts(replace(ground, root=group), row, bar, base)
    alone_wide = max(row.shares[2] * scale, 0.5)
    add(group, "rect", x=start, width=alone_wide, fill=pure(2), **box)
    inner.text(area.left + area.width, base, row.texts[2], text_anchor="end", **weight)


def _parts(ground: StackedGround, row: StackedRow, bar: Area, base: float) -> None:
    """The parts in a bar, the first two with their shares where these have room."""
    x, size = bar.left, ground.size
    for part, (share, text) in enumerate(zip(row.shares, row.texts, strict=True)):
        wide = share * bar.width
        add(ground.root, "rect", x=x, width=wide, y=bar.top + 0.1 * bar.height,
            height=0.8 * bar.height, fill=pure(part))  # fmt: skip
        if part < 2 and width(text, size) + 0.6 * size <= wide:
            ground.text(x + 0.3 * size, base, text, fill=WITHIN[part])
        x += wide
