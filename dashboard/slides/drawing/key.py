"""Beside a map: its classes, and the deck's municipalities with their letters and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts import palette
from dashboard.charts.lettering import broken, cut, width
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.outlined import fill_of
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.framing import Area
    from dashboard.charts.picture import LegendEntry
    from dashboard.slides.drawing.sheet import StageSheet

ROW, SWATCH, GAP = 1.45, 1.5, 0.5
"""In the size of the letters."""


class Owned(NamedTuple):
    """A municipality of the deck: its code, letter, short name and figure."""

    code: str
    letter: str
    name: str
    told: str


def legend_width(keys: Sequence[LegendEntry], size: float = LETTER) -> float:
    """With every label on one line."""
    counts = max((width(str(key.count), size) + size for key in keys if key.count is not None),
                 default=0)  # fmt: skip
    return max(entry_width(key, size) for key in keys) + counts


def legend_height(
    keys: Sequence[LegendEntry], unit: str, room: float, row: float = ROW * LETTER
) -> float:
    """With the unit above."""
    return len(_unit(unit, room)) * 1.3 * LETTER + len(keys) * row


def draw_legend(
    sheet: StageSheet,
    keys: Sequence[LegendEntry],
    unit: str,
    area: Area,
    row: float = ROW * LETTER,
) -> float:
    """Unit and classes from a top downwards; returns where the next would begin."""
    x, y, room, size = area.left, area.top, area.width, LETTER
    for line in _unit(unit, room):
        sheet.text(x, y + size, line, size, fill=ink.MUTED)
        y += 1.3 * size
    for number, key in enumerate(keys):
        count = "" if key.count is None else str(key.count)
        draw_entry(sheet, key, (x, y), room - (width(count, size) + size if count else 0))
        if key.count is not None:
            sheet.text(x + room, y + 1.05 * size, count, size, fill=ink.MUTED, text_anchor="end",
                       class_="legend-count", data_at=number)  # fmt: skip
        y += row
    return y


def entry_width(key: LegendEntry, size: float = LETTER) -> float:
    """Of a swatch and its label."""
    return (SWATCH + GAP) * size + width(key.label, size)


def draw_entry(sheet: StageSheet, key: LegendEntry, at: tuple[float, float], room: float) -> None:
    """A swatch with its sign, and its label cut to a room; none where the label fits anyhow."""
    (x, y), size = at, LETTER
    base = y + 1.05 * size
    add(sheet.root, "rect", x=x, y=y + 0.1 * size, width=SWATCH * size, height=1.2 * size, rx=4,
        fill=fill_of(key.colour), stroke=palette.COUNTY_COLOUR, stroke_width=1.5)  # fmt: skip
    if key.sign:
        look = {"text_anchor": "middle", "font_weight": "bold", "fill": palette.NAME_COLOUR}
        sheet.text(x + SWATCH * size / 2, base, key.sign, size, **look)
    label = cut(key.label, room - (SWATCH + GAP) * size, size)
    sheet.text(x + (SWATCH + GAP) * size, base, label, size)


def _unit(unit: str, room: float) -> list[str]:
    return broken(unit, room, LETTER)[:2] if unit else []


def list_width(items: Sequence[Owned], size: float = LETTER) -> float:
    """With every name and figure on one line."""
    return max(
        (3.2 * size + width(item.name, size) + width(item.told, size, bold=True) for item in items),
        default=0,
    )


def draw_list(sheet: StageSheet, items: Sequence[Owned], area: Area) -> None:
    """Letters, names and figures, one below the other; the area is that of the first."""
    x, y, room, size = area.left, area.top, area.width, LETTER
    for item in items:
        draw_cap(sheet, item.letter, x, y + 0.12 * size, size)
        base = y + 1.05 * size
        told = sheet.text(x + room, base, item.told, size, font_weight="bold", text_anchor="end")
        told.set("class", "own-value")
        free = room - 1.8 * size - width(item.told, size, bold=True) - 0.6 * size
        name = sheet.text(x + 1.8 * size, base, cut(item.name, free, size), size)
        name.set("class", "own-name")
        for made in (told, name):
            made.set("data-code", item.code)
        y += area.height


def draw_cap(sheet: StageSheet, letter: str, x: float, y: float, size: float) -> None:
    """A letter as the cap of its key."""
    if not letter:
        return
    add(sheet.root, "rect", x=x, y=y, width=1.3 * size, height=1.2 * size, rx=6, fill=ink.TEXT)
    look = {"fill": ink.GROUND, "font_weight": "bold", "text_anchor": "middle"}
    sheet.text(x + 0.65 * size, y + 0.95 * size, letter, size, **look)
