"""Words alone, as large as they fit, behind a bar of the accent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.sheet import largest
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import WordsBody
    from dashboard.slides.drawing.sheet import StageSheet

BAR, BESIDE, GAP = 14, 46, 28
HEADINGS = (112, 100, 88, 76, 64, 56)
ALONE = (84, 76, 68, 60, 52, 44, 38, LETTER)
BELOW = (50, 46, 42, 38, 34, LETTER)


def draw_words(sheet: StageSheet, body: WordsBody) -> None:
    """Heading and lines, in the middle of the height."""
    room = sheet.width - BAR - BESIDE
    head = largest(body.heading, room, 0.45 * sheet.height, HEADINGS, bold=True)
    sizes = BELOW if body.heading else ALONE
    left = sheet.height - head.height - GAP * (len(body.lines) + 1)
    each = left / max(1, len(body.lines))
    blocks = [largest(line, room, each, sizes) for line in body.lines]
    parts = [part for part in (head, *blocks) if part.lines]
    tall = sum(part.height for part in parts) + GAP * max(0, len(parts) - 1)
    y = (sheet.height - tall) / 2
    add(sheet.root, "rect", x=0.0, y=y, width=BAR, height=tall, rx=4, fill=ink.OWN)
    for part in parts:
        y = sheet.block(BAR + BESIDE, y, part) + GAP
