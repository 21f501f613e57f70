"""Bars and lines as native charts, with their figures behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.slides import ink
from dashboard.slides.pptx.page import FONT, POINT, TAGS, emu
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.charts.framing import Area
    from dashboard.slides.content import BarsBody, LinesBody, SlideBar
    from dashboard.slides.pptx.page import PptxPage

FILLS = {"own": ink.OWN, "nation": ink.NATION, "plain": ink.PLAIN}
DASHES = (
    None, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH,
    MSO_LINE.LONG_DASH_DOT, MSO_LINE.SQUARE_DOT, MSO_LINE.DASH_DOT_DOT, MSO_LINE.ROUND_DOT,
    MSO_LINE.DASH,
)  # fmt: skip
MARKERS = (
    XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.X, XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.PLUS, XL_MARKER_STYLE.DASH,
)  # fmt: skip
INNER = (0.3, 0.02, 0.52, 0.96)
"""Left, top, width and height of the bars' own area as shares of the chart."""

SIZE = Pt(LETTER * POINT)


def add_bars(page: PptxPage, body: BarsBody, area: Area) -> Any:
    """A bar chart; the target is a line over it, at its figure."""
    data = CategoryChartData(number_format=_format(body.decimals))
    data.categories = [_category(bar) for bar in body.bars]
    data.add_series(body.unit, [bar.value for bar in body.bars])
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *_place(area), data)
    chart = _plain(page, frame.chart)
    chart.has_legend = False
    low, high = _ends(body)
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


def add_lines(page: PptxPage, body: LinesBody, area: Area) -> Any:
    """A line chart; years without a figure are gaps."""
    picture = body.picture
    data = CategoryChartData(number_format=_format(body.decimals))
    data.categories = [str(year) for year in picture.years]
    data.add_series(picture.national.name or picture.national.label, picture.national.values)
    for line in picture.lines:
        data.add_series(line.label or line.name, line.values)
    for target in picture.targets:
        data.add_series(target.name, [target.value] * len(picture.years))
    frame = page.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *_place(area), data)
    chart = _plain(page, frame.chart)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.value_axis.major_gridlines.format.line.color.rgb = page.rgb(ink.LINE)
    chart.value_axis.format.line.fill.background()
    chart.value_axis.tick_labels.number_format = _format(body.decimals)
    chart.value_axis.tick_labels.number_format_is_linked = False
    looks = [(ink.NATION, 8.0), *((line.colour, 4.5) for line in picture.lines)]
    looks += [(ink.TARGET, 4.5)] * len(picture.targets)
    for number, (series, look) in enumerate(zip(chart.plots[0].series, looks, strict=True)):
        is_line = 1 <= number <= len(picture.lines)
        _series(page, series, look, number - 1 if is_line else None)
        if number > len(picture.lines):
            series.format.line.dash_style = MSO_LINE.DASH
    return frame


def _series(page: PptxPage, series: Any, look: tuple[str, float], number: int | None) -> None:
    """A line in its colour, with its own dash and marker."""
    colour, thick = look
    series.smooth = False
    series.format.line.color.rgb = page.rgb(colour)
    series.format.line.width = Pt(thick * POINT)
    if number is None:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    if DASHES[number % len(DASHES)] is not None:
        series.format.line.dash_style = DASHES[number % len(DASHES)]
    series.marker.style = MARKERS[number % len(MARKERS)]
    series.marker.size = 9
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = page.rgb(colour)
    series.marker.format.line.color.rgb = page.rgb(colour)


def _category(bar: SlideBar) -> str:
    """Place and name; what is said instead of a figure has no bar to stand at."""
    name = f"{bar.rank}. {bar.name}" if bar.rank else bar.name
    return name if bar.value is not None else f"{name} – {bar.text}"


def _format(decimals: int) -> str:
    return f"0.{'0' * decimals}" if decimals else "0"


def _place(area: Area) -> tuple[Any, ...]:
    return emu(area.left), emu(area.top), emu(area.width), emu(area.height)


def _plain(page: PptxPage, chart: Any) -> Any:
    """Letters that a room reads, and no title."""
    chart.has_title = False
    chart.font.size = SIZE
    chart.font.name = FONT
    chart.font.color.rgb = page.rgb(ink.TEXT)
    for found in chart._chartSpace.iter("{*}defRPr"):  # noqa: SLF001 - it has no other way
        found.set("lang", TAGS[page.lang])
    chart.category_axis.format.line.color.rgb = page.rgb(ink.TEXT)
    return chart


def _ends(body: BarsBody) -> tuple[float, float]:
    """Of the axis: from zero, or below, to a little beyond the largest."""
    values = [bar.value for bar in body.bars if bar.value is not None]
    values += [body.target[0]] if body.target else []
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    return (low - (0.05 * span if low < 0 else 0)), high + 0.02 * span


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
    run.font.color.rgb = RGBColor.from_string(str(page.rgb(ink.TEXT)))
    run._r.get_or_add_rPr().set("lang", TAGS[page.lang])  # noqa: SLF001


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
