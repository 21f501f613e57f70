"""What all charts of a file share: where they stand, their letters, how figures are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from dashboard.slides import ink
from dashboard.slides.pptx.page import FONT, POINT, emu
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.charts.framing import Area
    from dashboard.slides.pptx.page import PptxPage

SIZE = Pt(LETTER * POINT)


def number_format(decimals: int) -> str:
    """As a spreadsheet has it."""
    return f"0.{'0' * decimals}" if decimals else "0"


def placed(area: Area) -> tuple[Any, ...]:
    """Left, top, width and height."""
    return emu(area.left), emu(area.top), emu(area.width), emu(area.height)


def plain(page: PptxPage, chart: Any) -> Any:
    """A chart in letters that a room reads, without a title."""
    chart.has_title = False
    chart.font.size = SIZE
    chart.font.name = FONT
    chart.font.color.rgb = page.rgb(ink.TEXT)
    chart.category_axis.format.line.color.rgb = page.rgb(ink.TEXT)
    return chart
