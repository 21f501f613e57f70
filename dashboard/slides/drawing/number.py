"""One figure, as large as it can be, with what it is compared with beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.sheet import fitting_size, largest
from dashboard.slides.stage import FIGURE, LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import NumberBody
    from dashboard.slides.drawing.sheet import StageSheet

LARGEST = 250.0
SHARE, GAP = 0.54, 56
"""Of the width that the figure has where there are others beside it, and the room between."""

LABELS = (48, 44, 40, 36, 33, LETTER)


def draw_number(sheet: StageSheet, body: NumberBody) -> None:
    """The figure at the left, others below each other at the right."""
    room = SHARE * sheet.width - GAP if body.beside else sheet.width
    size = max(
        FIGURE, fitting_size([body.figure], room, min(LARGEST, 0.5 * sheet.height), bold=True)
    )
    label = largest(body.label, room, sheet.height - 1.3 * size, LABELS)
    top = (sheet.height - 1.15 * size - label.height) / 2
    sheet.text(0, top + 0.92 * size, body.figure, size, fill=ink.OWN, font_weight="bold")
    sheet.block(0, top + 1.15 * size, label)
    if body.beside:
        _beside(sheet, body)


def _beside(sheet: StageSheet, body: NumberBody) -> None:
    left = SHARE * sheet.width
    room, each = sheet.width - left - GAP, sheet.height / len(body.beside)
    line = {"x1": left, "x2": left, "y1": 0, "y2": sheet.height}
    add(sheet.root, "line", stroke=ink.LINE, stroke_width=3, **line)
    size = max(FIGURE, fitting_size((figure for figure, _ in body.beside), room, 100, bold=True))
    for number, (figure, said) in enumerate(body.beside):
        label = largest(said, room, each - 1.15 * size, LABELS[2:])
        top = number * each + (each - 1.15 * size - label.height) / 2
        sheet.text(left + GAP, top + 0.9 * size, figure, size, font_weight="bold")
        sheet.block(left + GAP, top + 1.15 * size, label)
