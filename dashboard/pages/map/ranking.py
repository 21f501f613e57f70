"""All 60 from the largest to the smallest, in the colours of the map; each a button that selects.

Without scripts the button sends the form of the controls, and the municipality with it. Beside it
is a link to the page of the municipality.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import place_path
from dashboard.pages.map.controls import FORM
from dashboard.pages.map.links import place_query
from dashboard.pages.map.picture_links import picture_links
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def ranking(shown: Shown, words: Language) -> list[Component]:
    """The ranking of a year; a script changes what its rows say for another."""
    most = largest(shown)
    widest = max(len(text) for row in shown.view["text"] for text in row)
    text, mark = _country(shown, most, words)
    rows = [
        html.Li(
            [_row(index, most, shown, words, first=not number), _page(index, shown, words, number)]
        )
        for number, index in enumerate(shown.order())
    ]
    return [
        picture_links("ranking", shown, words),
        html.P(text, className="ranking-national", id="ranking-national"),
        html.Div(
            html.Ol(
                rows,
                className="ranking-list",
                style={"--value": f"{widest}ch", **mark},
            ),
            className="ranking-room",
        ),
    ]


def _country(shown: Shown, most: float, words: Language) -> tuple[str, dict[str, str]]:
    """What the mark across the bars is, and where; there is none of a country of one."""
    national = shown.of("national")
    if national is None or shown.of("ranked") == 1:
        return "", {"--national-mark": "transparent"}
    told = {"name": shown.view["nationalName"], "value": shown.of("nationalText")}
    return words.t("ranking.national", **told), {"--national": f"{100 * national / most:.2f}%"}


def largest(shown: Shown) -> float:
    """The largest figure of all years, by which bars are drawn; 1 where there is none."""
    return max((value or 0 for row in shown.view["value"] for value in row), default=0) or 1


def _page(index: int, shown: Shown, words: Language, number: int) -> Component:
    """Leads to the page of a row's municipality; the keyboard comes to it from the row's button."""
    place = municipalities()[index]
    return html.A(
        "›",
        href=place_path(place, words, place_query(shown.state, shown.view["newest"])),
        className="place",
        tabIndex=-1 if number else 0,
        **aria(label=words.t("municipality.page", name=words.name(place))),
    )


def _row(index: int, most: float, shown: Shown, words: Language, *, first: bool) -> Component:
    place = municipalities()[index]
    rank = shown.of("rank")[index]
    chosen = place.code in shown.state.select
    own = palette.SELECTED[shown.state.select.index(place.code)] if chosen else "transparent"
    beside = shown.beside(index)
    width = f"{100 * shown.of('value')[index] / most:.2f}%" if rank or beside else "0"
    bar = {"width": width, "background-color": shown.colour(index)}
    return html.Button(
        [
            html.Span(str(rank) if rank else shown.glyph(index), className="rank"),
            html.Span(words.name(place), className="name"),
            html.Span(
                html.Span(className="bar", style=bar, **aria(hidden="true")), className="track"
            ),
            html.Span(
                shown.of("text")[index] if rank or beside else shown.label(index), className="value"
            ),
        ],
        type="submit",
        form=FORM,
        name="select",
        value=place.code,
        tabIndex=0 if first else -1,
        className="" if rank else "beside" if beside else "unranked",
        style={"--own": own},
        **aria(pressed=str(chosen).lower()),
    )
