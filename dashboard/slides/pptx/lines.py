"""Lines as a native chart, which run on no further than those on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from dashboard.charts.framing import Area
from dashboard.slides import ink
from dashboard.slides.pptx.chart import number_format, placed, plain
from dashboard.slides.pptx.page import POINT
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.charts.series import TrendLine
    from dashboard.slides.content import LinesBody
    from dashboard.slides.pptx.page import PptxPage

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


def add_lines(page: PptxPage, body: LinesBody, area: Area) -> Any:
    """A line chart below its unit; years without a figure are gaps."""
    picture = body.picture
    page.line(area.left, area.top + LETTER, body.unit, LETTER, fill=ink.MUTED)
    head = 1.4 * LETTER
    room = Area(area.left, area.top + head, area.width, area.height - head)
    data = CategoryChartData(number_format=number_format(body.decimals))
    data.categories = [str(year) for year in picture.years]
    data.add_series(picture.national.name or picture.national.label, picture.national.values)
    for line in picture.lines:
        data.add_series(line.label or line.name, line.values)
    for target in picture.targets:
        data.add_series(target.name, [target.value] * len(picture.years))
    frame = page.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *placed(room), data)
    chart = plain(page, frame.chart)
    _framed(page, chart, body.decimals)
    nation, *rest = chart.plots[0].series
    _stroke(page, nation, ink.NATION, 8.0)
    for number, (series, line) in enumerate(zip(rest, picture.lines, strict=False)):
        _line(page, series, line, number)
    for series in rest[len(picture.lines) :]:
        _stroke(page, series, ink.TARGET, 4.5)
        series.format.line.dash_style = MSO_LINE.DASH
    return frame


def _framed(page: PptxPage, chart: Any, decimals: int) -> None:
    """The legend below, figures at the left."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    axis = chart.value_axis
    axis.major_gridlines.format.line.color.rgb = page.rgb(ink.LINE)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = number_format(decimals)
    axis.tick_labels.number_format_is_linked = False


def _stroke(page: PptxPage, series: Any, colour: str, thick: float) -> None:
    """A line without markers."""
    series.smooth = False
    series.format.line.color.rgb = page.rgb(colour)
    series.format.line.width = Pt(thick * POINT)
    series.marker.style = XL_MARKER_STYLE.NONE


def _line(page: PptxPage, series: Any, line: TrendLine, number: int) -> None:
    """A municipality's, with its own dash and marker; it breaks and is hollow where it should."""
    _stroke(page, series, line.colour, 4.5)
    if DASHES[number % len(DASHES)] is not None:
        series.format.line.dash_style = DASHES[number % len(DASHES)]
    series.marker.style = MARKERS[number % len(MARKERS)]
    series.marker.size = 9
    _mark(page, series.marker, line.colour, line.colour)
    none = (False,) * len(line.values)
    flags = zip(line.breaks or none, line.turns or none, line.hollow or none, strict=True)
    for at, (breaks, turns, hollow) in enumerate(flags):
        if line.values[at] is None:
            continue
        if breaks or turns:  # a point's line is the one that leads to it
            series.points[at].format.line.fill.background()
        if breaks or turns or hollow:
            fill = ink.GROUND if hollow else line.colour
            _own_marker(page, series.points[at].marker, number, fill, line.colour)


def _own_marker(page: PptxPage, marker: Any, number: int, fill: str, edge: str) -> None:
    """Of one point, which takes nothing over from its line."""
    marker.style = MARKERS[number % len(MARKERS)]
    marker.size = 9
    _mark(page, marker, fill, edge)


def _mark(page: PptxPage, marker: Any, fill: str, edge: str) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = page.rgb(fill)
    marker.format.line.color.rgb = page.rgb(edge)
