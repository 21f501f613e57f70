"""One indicator at length: the strip and the trend with names, all units, all peer groups."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dashboard.charts.dots_plot import draw_dots
from dashboard.charts.series import ChartOptions
from dashboard.charts.trend import draw_trend
from dashboard.downloads.links import picture_links
from dashboard.frame import html
from dashboard.frame.places import map_path
from dashboard.frame.plain_table import plain_table
from dashboard.frame.remarks_note import remarks_note
from dashboard.frame.rendering import drawn
from dashboard.indicators.remarks import remarks_beside
from dashboard.indicators.selection import MOST_SELECTED
from dashboard.indicators.series import axis_figure
from dashboard.indicators.state import State, write_state
from dashboard.indicators.writing import unit_label
from dashboard.peers.pictures import named_dots, peers_trend
from dashboard.peers.reading import read_standing
from dashboard.peers.telling import StandingWords, percentile_text, place_text
from data.catalog import INDICATORS
from data.peers.groups import GROUPINGS
from data.peers.standing import place_among
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView
    from data.asking.remarks import OfficeRemark

STRIP_PX, TREND_PX = (560, 230), (560, 250)
"""Width and height in px of the two pictures."""


def opened(view: PlaceView, name: str) -> list[Component]:
    """What stands under the row of an indicator."""
    words, telling = view.words, view.telling(name)
    wording = view.wording(name)
    write = partial(axis_figure, words=words)
    subject = words.t(f"indicator.{name}.name")
    strip = draw_dots(named_dots(telling, wording), _bare(STRIP_PX), write)
    trend = draw_trend(peers_trend(telling, wording), _bare(TREND_PX), write)
    return [
        html.P(
            [telling.first_sentence(), " ", telling.second_sentence()], className="opened-said"
        ),
        html.Div(
            [
                _figure(strip, words.t("municipality.strip")),
                _figure(trend, _trend_caption(view, name)),
            ],
            className="opened-pictures",
        ),
        *remarks_note(_of_peers(view, name), words),
        html.Div([_units(view, name), _groups(view, name)], className="opened-tables"),
        html.P(
            [
                html.A(words.t("municipality.to_map"), href=_map_path(view, name)),
                html.Span(
                    picture_links(_picture_path(view, name), subject, words), className="downloads"
                ),
                html.A(words.t("municipality.close"), href=f"{view.closed}#{name}",
                       **{"data-stay": ""}),
            ],
            className="opened-links",
        ),
    ]  # fmt: skip


def _figure(svg: str, caption: str) -> Component:
    """A picture that a narrow screen scrolls sideways, by keys too."""
    return html.Figure([drawn(svg), html.Figcaption(caption)], tabIndex=0)


def _of_peers(view: PlaceView, name: str) -> tuple[OfficeRemark, ...]:
    """What is remarked on the figures of the peers; the own ones stand above."""
    it = view.standing.indicators[name]
    codes = {municipalities()[at].code for at in view.standing.circle.peers}
    return remarks_beside(it.shown, codes, it.row)


def _bare(size: tuple[int, int]) -> ChartOptions:
    return ChartOptions(width=size[0], height=size[1], bare=True)


def _trend_caption(view: PlaceView, name: str) -> str:
    """What the lines are; the thick one is the median of the peers, not the country's."""
    return view.words.t("municipality.trend", median=view.telling(name).median or "–")


def _units(view: PlaceView, name: str) -> Component:
    """The figure, the median and the places in every unit that the indicator has."""
    words, rows = view.words, []
    for unit in INDICATORS[name].units:
        state = replace(view.standing.state, unit=unit, year=view.standing.year)
        it = read_standing(view.atlas, view.standing.circle.own, state).indicators[name]
        telling = StandingWords(it, words, view.labels)
        if it.shown.view.unit != unit:  # it cannot be computed for the year
            continue
        rows.append(
            [
                unit_label(unit, words),
                telling.figure(),
                telling.median or "–",
                place_text(it.among_peers, words) or "–",
                place_text(it.among_all, words) or "–",
                telling.nation or "–",
            ]
        )
    columns = ("unit", "own", "median", "peers", "all", "nation")
    return _table("units", columns, rows, view)


def _groups(view: PlaceView, name: str) -> Component:
    """The place in every group that the municipality could be compared with."""
    words, it = view.words, view.standing.indicators[name]
    rows = []
    for grouping in GROUPINGS:
        if grouping in it.circle.groups:
            place = place_among(it.figures, it.own, it.circle.groups[grouping])
            few = words.t("municipality.few")
            rows.append(
                [
                    words.t(f"peers.group.{grouping}"),
                    place_text(place, words) or few,
                    percentile_text(place, words) or "–",
                ]
            )
    return _table("groups", ("group", "place", "percentile"), rows, view)


def _table(
    title: str, columns: tuple[str, ...], rows: list[list[str]], view: PlaceView
) -> Component:
    heading = html.H3(view.words.t(f"municipality.{title}"), id=f"{title}-title")
    heads = [view.words.t(f"municipality.column.{name}") for name in columns]
    return html.Div([heading, plain_table(heads, rows, labelled_by=f"{title}-title")])


def _map_path(view: PlaceView, name: str) -> str:
    """The map of the indicator with the municipality and the nearest of its peers selected."""
    members = [view.standing.circle.own, *view.standing.circle.peers][:MOST_SELECTED]
    select = tuple(municipalities()[at].code for at in members)
    shown = view.standing.indicators[name].shown
    state = State(shown.view, view.standing.year, select)
    return map_path(view.words, write_state(state))


def _picture_path(view: PlaceView, name: str) -> str:
    """The address of the strip as a picture."""
    query = view.query(opened="", year=view.standing.year)
    code = view.words.code
    return f"/download/{code}/municipality/{view.place.code}/{name}.svg?{query}"
