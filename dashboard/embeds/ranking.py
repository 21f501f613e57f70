"""All municipalities from the largest figure to the smallest in a frame: a table with bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.palette import COUNTY_COLOUR
from dashboard.charts.svg import add
from dashboard.charts.trend import PAGE
from dashboard.embeds.embed import Embed
from dashboard.embeds.view import ask_view
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn
from dashboard.indicators.ranking import ranking_picture

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.charts.series import Bar, RankingPicture
    from dashboard.embeds.view import FramedView


def _made(view: FramedView) -> Embed:
    picture, words = ranking_picture(view.shown, view.row, view.wording), view.words
    caption = picture.caption
    said = " · ".join(filter(None, (caption.unit, picture.national_text)))
    heads = [words.t(f"table.{name}") for name in ("rank", "name", "value")]
    table = html.Table(
        [
            html.Caption(f"{caption.title}, {caption.unit}", className="visually-hidden"),
            html.Thead(
                html.Tr([html.Th(text, scope="col") for text in heads[:2]]
                        + [html.Th(heads[2], scope="col", colSpan=2)]),
            ),
            html.Tbody([_row(bar, picture) for bar in picture.bars]),
        ],
        className="ranking",
    )  # fmt: skip
    room = html.Div(table, className="rows", tabIndex=0, role="region",
                    **aria(label=words.t("ranking.title")))  # fmt: skip
    return Embed(
        title=caption.title,
        sentence=caption.sentence,
        picture=[html.P(said, className="unit"), room],
        table=None,
        full=view.full,
        source=caption.source,
        demo=caption.demo,
        notes=caption.notes,
    )


def _row(bar: Bar, picture: RankingPicture) -> Component:
    cells = [html.Td(bar.rank, className="rank"), html.Th(bar.name, scope="row")]
    if bar.value is None:
        cells.append(html.Td(bar.text, className="state", colSpan=2))
    else:
        drawn_bar = html.Td(_bar(bar, picture), className="bar")
        cells += [drawn_bar, html.Td(bar.text, className="value")]
    return html.Tr(cells, className="own" if bar.own else None)


def _bar(bar: Bar, picture: RankingPicture) -> Any:
    """As long as the figure, with a mark at the country's; what is not compared has no mark."""
    most = max([each.value or 0 for each in picture.bars] + [picture.national or 0]) or 1
    root = Element("svg", {"class": "track", "aria-hidden": "true"})
    long = f"{100 * max(bar.value or 0, 0) / most:.2f}%"
    edge = bar.own or COUNTY_COLOUR
    add(root, "rect", width=long, height="100%", fill=bar.colour, stroke=edge, rx=2)
    if picture.national is not None and picture.national >= 0 and not bar.beside:
        at = f"{100 * picture.national / most:.2f}%"
        for ink, thick in (("ground", 5), ("text", 2)):
            add(root, "line", x1=at, x2=at, y2="100%", stroke=PAGE[ink], stroke_width=thick)
    return drawn(tostring(root, encoding="unicode"))


ask_ranking = ask_view(_made)
