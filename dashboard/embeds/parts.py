"""Parts that several embeds have: a picture in its room, keys with their signs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.hatch import add_hatch
from dashboard.charts.palette import COUNTY_COLOUR, NAME_COLOUR, UNKNOWN_COLOUR
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import add
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dash.development.base_component import Component

    from dashboard.charts.picture import LegendEntry
    from dashboard.language.i18n import Language

SIZES = {"small": (260, 200), "middle": (400, 240), "large": (640, 300), "wide": (960, 380)}
"""Width and height in px of the drawings of a chart, of which a frame shows the one that fits:
letters would else be too small to read in a narrow frame. Where each begins is in embed.css."""


def at_every_width(draw: Callable[[ChartOptions], str], title: str) -> Component:
    """A chart, drawn for narrow and wide frames; readers are told its title once."""
    drawings = [
        html.Div(drawn(draw(ChartOptions(*size, bare=True))), className=f"at at-{name}")
        for name, size in SIZES.items()
    ]
    return html.Div(drawings, className="chart", role="img", **aria(label=title))


def legend(entries: Sequence[LegendEntry], unit: str, words: Language) -> Component:
    """The classes from the highest, and the states that occur, with how many each."""
    items = [
        html.Li([_swatch(each), html.Span(each.label), _count(each, words)]) for each in entries
    ]
    return html.Div(
        [html.P(unit), html.Ul(items, **aria(label=words.t("legend.title")))], className="legend"
    )


def _swatch(entry: LegendEntry) -> Any:
    """The colour with its sign; a style attribute would need a looser policy."""
    root = Element("svg", {"viewBox": "0 0 26 18", "class": "swatch", "aria-hidden": "true"})
    fill = entry.colour
    if fill == UNKNOWN_COLOUR:
        add_hatch(root, "no-data-key", 1)
        fill = "url(#no-data-key)"
    look = {"stroke": COUNTY_COLOUR, "rx": 2}
    add(root, "rect", x=0.5, y=0.5, width=25, height=17, fill=fill, **look)
    if entry.sign:
        text = {"text_anchor": "middle", "font_size": 13, "font_weight": "bold"}
        add(root, "text", x=13, y=13.5, fill=NAME_COLOUR, **text).text = entry.sign
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
