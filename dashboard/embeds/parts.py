"""Parts that several embeds have: a picture in its room, keys with their signs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.markers import dash, marker
from dashboard.charts.palette import COUNTY_COLOUR, NAME_COLOUR
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import add
from dashboard.charts.trend import PAGE
from dashboard.charts.trend_plot import MARK, THICK, THIN
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dash.development.base_component import Component

    from dashboard.charts.picture import LegendEntry, MapPicture, Selected
    from dashboard.charts.series import TrendPicture
    from dashboard.language.i18n import Language

SIZES = {"small": 240, "middle": 400, "large": 640, "wide": 960}
"""Widths in px of the drawings of a chart, of which a frame shows the one that fits: letters would
else be too small to read in a narrow frame. Where each begins is in embed.css."""


def at_every_width(
    draw: Callable[[ChartOptions], str], heights: Sequence[int], title: str
) -> Component:
    """A chart, drawn for narrow and wide frames.

    Args:
        draw: Draws it.
        heights: In px, one for each of `SIZES`.
        title: Told to readers, once.
    """
    drawings = [
        html.Div(drawn(draw(ChartOptions(width, height, bare=True))), className=f"at at-{name}")
        for (name, width), height in zip(SIZES.items(), heights, strict=True)
    ]
    return html.Div(drawings, className="chart", role="img", **aria(label=title))


def legend(picture: MapPicture, words: Language) -> Component:
    """The classes from the highest, the states that occur, with how many each; then the selected.

    It refers to the hatching of the map beside it.
    """
    entries = [
        html.Li([_swatch(each), html.Span(each.label), _count(each, words)])
        for each in picture.legend
    ]
    chosen = [
        html.Li([_ring(each), html.Span([each.name, ": ", html.Strong(each.value)])])
        for each in picture.selected
    ]
    return html.Div(
        [
            html.P(picture.caption.unit),
            html.Ul(entries, **aria(label=words.t("legend.title"))),
            *([html.Ul(chosen, **aria(label=words.t("control.selected")))] if chosen else []),
        ],
        className="legend",
    )


def _swatch(entry: LegendEntry) -> Any:
    """The colour with its sign."""
    root = _sign("swatch")
    look = {"stroke": COUNTY_COLOUR, "rx": 2}
    add(root, "rect", x=0.5, y=0.5, width=25, height=17, fill=entry.colour, **look)
    if entry.sign:
        text = {"text_anchor": "middle", "font_size": 13, "font_weight": "bold"}
        add(root, "text", x=13, y=13.5, fill=NAME_COLOUR, **text).text = entry.sign
    return drawn(tostring(root, encoding="unicode"))


def _ring(item: Selected) -> Any:
    root = _sign("swatch")
    look = {"fill": "none", "stroke": item.colour, "stroke_width": 4, "rx": 4}
    add(root, "rect", x=4, y=2, width=18, height=14, **look)
    return drawn(tostring(root, encoding="unicode"))


def _sign(name: str) -> Element:
    return Element("svg", {"viewBox": "0 0 26 18", "class": name, "aria-hidden": "true"})


def line_key(picture: TrendPicture) -> Component:
    """Whose line is which: the thick one, those of the selected, promised figures."""
    entries = [(_line("national", "", THICK), picture.national.name)]
    entries += [
        (_line(each.colour, dash(number), THIN, number), each.name)
        for number, each in enumerate(picture.lines)
    ]
    entries += [(_line("target", dash(1), 2), each.name) for each in picture.targets]
    return html.Ul([html.Li([sign, html.Span(text)]) for sign, text in entries], className="key")


def _line(colour: str, dashes: str, thick: float, number: int | None = None) -> Any:
    """A short piece of a line, with its marker."""
    root, ink = _sign("swatch"), PAGE.get(colour, colour)
    look = {"stroke_dasharray": dashes} if dashes else {}
    add(root, "path", d="M0 9h26", fill="none", stroke=ink, stroke_width=thick, **look)
    if number is not None:
        add(root, "path", d=marker(number, 13, 9, MARK), fill=ink)
    return drawn(tostring(root, encoding="unicode"))


def _count(entry: LegendEntry, words: Language) -> Component:
    count = "" if entry.count is None else str(entry.count)
    return html.Span(count, className="count", title=words.t("legend.count"))


def figures_table(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]], header: int = 0
) -> Component:
    """A table that says what a picture shows.

    Args:
        caption: What it is of.
        headings: One a column.
        rows: Texts, as many each as there are headings.
        header: Number of the column that names a row.
    """
    body = [
        html.Tr(
            [
                html.Th(cell, scope="row") if number == header else html.Td(cell)
                for number, cell in enumerate(row)
            ]
        )
        for row in rows
    ]
    head = html.Tr([html.Th(text, scope="col") for text in headings])
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)])
