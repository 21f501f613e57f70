"""Bars as a native chart, with their figures behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.charts.lettering import width
from dashboard.slides import ink
from dashboard.slides.pptx.chart import SIZE, number_format, placed, plain
from dashboard.slides.pptx.page import FONT, emu
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.charts.framing import Area
    from dashboard.slides.content import BarsBody, SlideBar
    from dashboard.slides.pptx.page import PptxPage

FILLS = {"own": ink.OWN, "nation": ink.NATION, "plain": ink.PLAIN}
INNER = (0.3, 0.02, 0.52, 0.96)
"""Left, top, width and height of the bars' own area as shares of the chart."""

MOST_BEFORE = 0.6
"""Share of it that figures before bars to the left may take."""


def add_bars(page: PptxPage, body: BarsBody, area: Area) -> Any:
    """A bar chart; the target is a line over it, at its figure."""
    data = CategoryChartData(number_format=number_format(body.decimals))
    data.categories = [_category(bar) for bar in body.bars]
    data.add_series(body.unit, [bar.value for bar in body.bars])
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *placed(area), data)
    chart = plain(page, frame.chart)
    chart.has_legend = False
    low, high = _ends(body, INNER[2] * area.width)
    _axes(page, chart, low, high)
    plot = chart.plots[0]
    plot.gap_width = 45
    for number, bar in enumerate(body.bars):
        if bar.value is not None:
            _point(page, plot.series[0].points[number], bar)
    _laid_out(chart)
    if body.target:
        _target(page, body.target, area, (low, high))
    return frame


def _category(bar: SlideBar) -> str:
    """Place and name; what is said instead of a figure has no bar to stand at."""
    name = f"{bar.rank}. {bar.name}" if bar.rank else bar.name
    return name if bar.value is not None else f"{name} – {bar.text}"


def _ends(body: BarsBody, wide: float) -> tuple[float, float]:
    """Of the axis: from zero, or so far below that figures have room before the bars to the left.

    Args:
        body: Whose figures.
        wide: The bars' own area, in units of the stage.
    """
    values = [bar.value for bar in body.bars if bar.value is not None]
    values += [body.target[0]] if body.target else []
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    texts = [width(bar.text, LETTER) for bar in body.bars if (bar.value or 0) < 0]
    share = min(MOST_BEFORE, (max(texts) + LETTER) / wide) if texts else 0.0
    return low - span * share / (1 - share), high + 0.02 * span


def _axes(page: PptxPage, chart: Any, low: float, high: float) -> None:
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = low, high
    axis.visible = False
    axis.has_major_gridlines = False
    chart.category_axis.reverse_order = True
    chart.category_axis.has_major_gridlines = False
    chart.category_axis.format.line.color.rgb = page.rgb(ink.TEXT)
    # Names stand at the edge, not at zero, so that no bar to the left runs over them.
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE


def _point(page: PptxPage, point: Any, bar: SlideBar) -> None:
    """The colour of a bar, and its written figure."""
    colour = page.rgb(FILLS[bar.kind])
    if bar.hollow:
        point.format.fill.background()
    else:
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour
    point.format.line.color.rgb = colour
    point.format.line.width = Pt(2)
    label = point.data_label
    label.position = XL_LABEL_POSITION.OUTSIDE_END
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].add_run()
    run.text = bar.text
    run.font.size, run.font.name = SIZE, FONT
    run.font.color.rgb = page.rgb(ink.TEXT)


def _laid_out(chart: Any) -> None:
    """The bars' own area at a known place, so that the target can be drawn over it."""
    left, top, wide, tall = INNER
    plot = chart._chartSpace.chart.plotArea  # noqa: SLF001 - it has no other way
    for found in plot.findall("{*}layout"):
        plot.remove(found)
    plot.insert(0, parse_xml(
        '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left}"/><c:y val="{top}"/><c:w val="{wide}"/><c:h val="{tall}"/>'
        "</c:manualLayout></c:layout>"
    ))  # fmt: skip


def _target(
    page: PptxPage, target: tuple[float, str], area: Area, ends: tuple[float, float]
) -> None:
    (value, said), (low, high) = target, ends
    left, top, wide, tall = INNER
    x = area.left + area.width * (left + wide * (value - low) / (high - low))
    first, last = area.top + top * area.height, area.top + (top + tall) * area.height
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x), emu(first), emu(x), emu(last))
    page.edged(line, ink.TARGET, 5)
    line.line.dash_style = MSO_LINE.DASH
    anchor = "end" if x > area.left + area.width / 2 else "start"
    page.line(x, first - 6, said, LETTER, fill=ink.TARGET, bold=True, anchor=anchor)
