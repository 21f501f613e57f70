"""Two years and their difference, three maps beside each other with their legends below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.framing import Area
from dashboard.charts.lettering import cut
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.slides.drawing.key import draw_entry, entry_width
from dashboard.slides.drawing.outlined import draw_country, whole
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.picture import LegendEntry
    from dashboard.slides.content import MapPanel, MapsBody
    from dashboard.slides.drawing.sheet import StageSheet

GAP, LABEL, ROW = 30.0, 38.0, 1.35
"""Room between the maps, letters above them, and from line to line of a legend in its letters."""


class _KeyRow(NamedTuple):
    """Entries of a legend that stand in one line, and their lefts."""

    entries: list[LegendEntry]
    lefts: list[float]


def draw_maps(sheet: StageSheet, body: MapsBody) -> None:
    """The years share a legend, which is as wide as both; the difference has its own."""
    column = (sheet.width - 2 * GAP) / 3
    years = _flowed(body.before.legend, 2 * column + GAP)
    difference = _flowed(body.difference.legend, column)
    foot = max(len(years), len(difference)) * ROW * LETTER + 0.3 * LETTER
    tall = sheet.height - 1.3 * LABEL - foot
    wide = min(column, tall * WIDTH / HEIGHT)
    for number, panel in enumerate((body.before, body.after, body.difference)):
        left = number * (column + GAP)
        _panel(sheet, body, panel, Area(left + (column - wide) / 2, 1.3 * LABEL, wide, tall))
    top = sheet.height - foot + 0.3 * LETTER
    _draw_key(sheet, years, 0, top)
    _draw_key(sheet, difference, 2 * (column + GAP), top)


def _panel(sheet: StageSheet, body: MapsBody, panel: MapPanel, room: Area) -> None:
    """A label, and below it the country."""
    high = room.width * HEIGHT / WIDTH
    area = Area(room.left, room.top + (room.height - high) / 2, room.width, high)
    label = cut(panel.label, room.width, LABEL, bold=True)
    sheet.text(room.left + room.width / 2, area.top - 0.4 * LABEL, label, LABEL,
               font_weight="bold", text_anchor="middle")  # fmt: skip
    draw_country(sheet, area, body.places, panel.fills, body.own, whole(area))


def _flowed(keys: Sequence[LegendEntry], room: float) -> list[_KeyRow]:
    """Entries one after the other, in as many lines as they need."""
    rows, x = [_KeyRow([], [])], 0.0
    for key in keys:
        wide = entry_width(key)
        if rows[-1].entries and x + wide > room:
            rows.append(_KeyRow([], []))
            x = 0.0
        rows[-1].entries.append(key)
        rows[-1].lefts.append(x)
        x += wide + LETTER
    return rows


def _draw_key(sheet: StageSheet, rows: Sequence[_KeyRow], left: float, top: float) -> None:
    for number, row in enumerate(rows):
        for key, x in zip(row.entries, row.lefts, strict=True):
            draw_entry(sheet, key, (left + x, top + number * ROW * LETTER), entry_width(key) + 1)
