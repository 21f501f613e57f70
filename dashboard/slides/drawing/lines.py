"""Lines over the years, with names at their ends, in letters that a room reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.trend_plot import Plot, draw_plot
from dashboard.slides import ink
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import LinesBody
    from dashboard.slides.drawing.sheet import StageSheet

INK = {
    "text": ink.TEXT, "line": ink.LINE, "national": ink.NATION, "target": ink.TARGET,
    "ground": ink.GROUND,
}  # fmt: skip


def draw_lines(sheet: StageSheet, body: LinesBody) -> None:
    """Unit above, key of the country and of the target beside it, then the plot."""
    said = " · ".join(filter(None, (body.unit, body.picture.national.name, *_targets(body))))
    sheet.text(0, LETTER, said, LETTER, fill=ink.MUTED)
    top = 1.6 * LETTER
    area = Area(0, top, sheet.width, sheet.height - top)
    picture = replace(body.picture, now=None)
    draw_plot(Plot(sheet.root, area, LETTER, INK, body.write), picture)


def _targets(body: LinesBody) -> list[str]:
    return [f"– – {target.name}" for target in body.picture.targets]
