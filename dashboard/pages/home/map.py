"""The map of the headline indicator: who has what at a glance, and the way to each municipality."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.pointed_map import PointedMap, draw_linked_map
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.legend import legend
from dashboard.frame.places import CHECK_SLUGS, map_path, place_path
from dashboard.frame.rendering import drawn
from dashboard.frame.source_line import view_source
from dashboard.indicators.advice import limits_text
from dashboard.indicators.marks import notes
from dashboard.indicators.picture import Wording, map_picture, told
from dashboard.pages.home.plotted import plotted
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.charts.picture import MapPicture
    from dashboard.language.i18n import Language
    from dashboard.overview.overview import Overview


WIDTH_PX = 620
"""As wide as the country is on a laptop."""


def map_panel(overview: Overview) -> Component:
    """The picture, which is whole without a script, with its legend and source."""
    atlas, words, of = overview.atlas, overview.words, overview.shown
    labels = atlas.labels("value_state", words, of.figures.view.figures)
    source = view_source(of.figures, atlas, words)
    wording = Wording(words, labels, source)
    picture = map_picture(of.figures, of.row, wording)
    codes = [place.code for place in municipalities()]
    said = dict(zip(codes, told(of.figures, of.row, wording), strict=True))
    titles = {place.code: f"{words.name(place)}: {said[place.code]}" for place in municipalities()}
    links = {place.code: place_path(place, words, f"year={of.year}") for place in municipalities()}
    drawn_map = draw_linked_map(PointedMap(picture, titles, links), WIDTH_PX)
    signs = notes(of.figures, words)[of.row]
    study = html.A(words.t("home.map.link"), href=map_path(words, of.map_query))
    return html.Section(
        [
            html.H2(picture.caption.title, id="map-title"),
            _room(picture, drawn_map, limits_text(of.figures.view, words), words),
            *_invitation(overview),
            html.P(study, className="onward"),
            *([html.P(signs, className="signs-told")] if signs else []),
            html.P(source, className="source"),
            plotted(picture, said, WIDTH_PX, words),
        ],
        className="panel home-map",
        **aria(labelledby="map-title"),
    )


def _room(picture: MapPicture, drawn_map: str, limits: str, words: Language) -> Component:
    """The map with what is told of it."""
    seen = tuple(entry for entry in picture.legend if entry.count)
    return html.Div(
        [
            html.Div(
                drawn(drawn_map),
                id="map",
                className="map",
                role="group",  # an img must not hold links
                **aria(labelledby="map-title", describedby="map-said"),
                **{"data-roledescription": words.t("map.role")},
            ),
            html.P(picture.caption.sentence, id="map-said", className="visually-hidden"),
            _card_room(words),
            html.Div(legend(replace(picture, legend=seen), words, limits), className="map-key"),
        ],
        className="map-room",
    )


def _invitation(overview: Overview) -> list[Component]:
    """How figures of one's municipality come in, where those of most are not there yet."""
    if overview.shown.is_enough:
        return []
    words = overview.words
    link = html.A(words.t("home.bring.link"), href=words.path(f"/{CHECK_SLUGS[words.code]}"))
    return [html.P([words.t("home.bring"), " ", link], className="bring")]


def _card_room(words: Language) -> Component:
    """The place that is kept for what is pointed at."""
    return html.Div(
        [
            html.P(id="card", className="card", **aria(live="polite", atomic="true")),
            html.P(words.t("home.map.hint"), className="hint hint-click"),
            html.P(words.t("home.map.hint_touch"), className="hint hint-touch"),
            html.P(words.t("home.map.help"), id="map-help", className="hint hint-keys scripted"),
        ],
        className="told",
    )
