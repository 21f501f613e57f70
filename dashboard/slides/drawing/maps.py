"""Two years and their difference, beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.lettering import cut
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.slides.drawing.key import draw_legend, legend_height, legend_width
from dashboard.slides.drawing.outlined import draw_country, whole
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import MapPanel, MapsBody
    from dashboard.slides.drawing.sheet import StageSheet

GAP, LABEL = 30.0, 38.0


def draw_maps(sheet: StageSheet, body: MapsBody) -> None:
    """The years above each other with their legend between them, the difference large."""
    both = max(legend_width(body.before.legend), legend_width(body.difference.legend))
    tall = (sheet.height - 2 * 1.3 * LABEL) / 2
    wide = min(tall * WIDTH / HEIGHT, (sheet.width - 2 * both - 3 * GAP) / 2.2)
    for number, panel in enumerate((body.before, body.after)):
        _panel(sheet, body, panel, Area(0, number * sheet.height / 2, wide, sheet.height / 2))
    middle = wide + GAP
    top = (sheet.height - legend_height(body.before.legend, body.unit, both)) / 2
    draw_legend(sheet, body.before.legend, body.unit, (middle, max(0, top)), both)
    left = middle + both + GAP
    room = sheet.width - left - both - GAP
    _panel(sheet, body, body.difference, Area(left, 0, room, sheet.height))
    top = (sheet.height - legend_height(body.difference.legend, "", both)) / 2
    draw_legend(sheet, body.difference.legend, "", (sheet.width - both, max(0, top)), both)


def _panel(sheet: StageSheet, body: MapsBody, panel: MapPanel, room: Area) -> None:
    """A label, and below it the country as large as it can be."""
    label = cut(panel.label, room.width, LABEL, bold=True)
    tall = room.height - 1.3 * LABEL
    wide = min(room.width, tall * WIDTH / HEIGHT)
    high = wide * HEIGHT / WIDTH
    top = room.top + 1.3 * LABEL + (tall - high) / 2
    left = room.left + (room.width - wide) / 2
    sheet.text(room.left + room.width / 2, max(room.top + LABEL, top - 0.4 * LABEL), label,
               max(LETTER, LABEL), font_weight="bold", text_anchor="middle")  # fmt: skip
    area = Area(left, top, wide, high)
    draw_country(sheet, area, body.places, panel.fills, body.own, whole(area))
