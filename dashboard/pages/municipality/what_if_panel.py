"""What if: a slider, what it would move, and where the municipality would come to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.dots import dots_row
from dashboard.charts.small_map import draw_small_map
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.rendering import drawn
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.pages.municipality.controls import FORM
from dashboard.peers.pictures import bare_dots, moved_fills
from dashboard.peers.state import MOST_MOVED, STEP_MOVED
from dashboard.peers.telling import place_text
from dashboard.peers.what_if import what_if

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView
    from dashboard.peers.what_if import WhatIf

STRIP_PX = (620, 40)


def what_if_panel(view: PlaceView) -> list[Component]:
    """The arithmetic of moving some money, or why there is none."""
    words, found = view.words, what_if(view.atlas, view.standing)
    if found is None:
        return [html.P(words.t("scenario.none"))]
    it = view.standing.indicators[DEFAULT_INDICATOR]
    moved = words.percent(view.standing.state.moved, 1)
    slider = Input(
        id="move", name="move", type="range", min="0", max=f"{MOST_MOVED:g}",
        step=f"{STEP_MOVED:g}", value=f"{view.standing.state.moved:g}", form=FORM,
        autoComplete="off", **aria(valuetext=moved),
    )  # fmt: skip
    picture = dots_row(bare_dots(it, found.share), STRIP_PX)
    mapped = draw_small_map(moved_fills(it, found), (view.place.code,))
    return [
        html.P(words.t("scenario.about", year=view.standing.year)),
        html.Div(
            [
                html.Label([words.t("scenario.label"), " ", html.Output(moved, htmlFor="move")],
                           htmlFor="move"),
                slider,
            ],
            className="field move",
        ),
        html.P(what_if_sentence(view, found), id="moved", className="sentence", role="status"),
        html.Div(
            [
                html.Figure([drawn(picture), html.Figcaption(words.t("scenario.strip"))]),
                html.Figure([drawn(mapped), html.Figcaption(words.t("scenario.map"))],
                            className="circle-map"),
            ],
            className="moved-pictures",
        ),
    ]  # fmt: skip


def what_if_sentence(view: PlaceView, found: WhatIf) -> str:
    """What would move, the share and the places that there would be."""
    words, telling = view.words, view.telling(DEFAULT_INDICATOR)
    places = {"peers": found.among_peers, "all": found.among_all}
    told = [
        words.t(f"peers.headline.{name}", place=place_text(place, words))
        for name, place in places.items()
        if place
    ]
    share = telling.writer.figure(found.share)
    return words.t("scenario.sentence", euros=words.money(found.euros), before=telling.figure(),
                   share=", ".join([share, *told]))  # fmt: skip
