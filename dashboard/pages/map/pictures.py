"""The pictures of a view, drawn by charts/: in the page, and to take away from an address."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.charts.png import png
from dashboard.charts.ranking import draw_ranking
from dashboard.charts.series import ChartOptions
from dashboard.charts.strip import draw_strip
from dashboard.charts.svg import LOOKS
from dashboard.charts.trend import draw_trend
from dashboard.commitments.promise import promises_on
from dashboard.frame.source_line import view_source
from dashboard.indicators.headline import headline
from dashboard.indicators.picture import Wording, map_picture
from dashboard.indicators.ranking import ranking_picture
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.series import axis_figure, strip_picture, trend_picture
from dashboard.indicators.state import read_state, write_state

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.charts.picture import MapPicture
    from dashboard.charts.series import TrendPicture
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.headline import Headline
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language

KINDS = ("map", "trend", "ranking", "strip")
TYPES = {"png": "image/png", "svg": "image/svg+xml"}
ZOOM = 2
"""Pixels of a PNG to one of the SVG: sharp on paper and on a projector."""

TALL = {"ranking": (1100, 1700), "strip": (1100, 1700)}
"""Width and height in px of pictures with a row a municipality; others lie."""

TREND_PX = (560, 210)
"""Width and height in px of the trend in the page, before plotly.js draws it in its room."""


def map_of(state: State, atlas: Atlas, words: Language, taken: str = "") -> MapPicture:
    """The map that an address asks for, of its year or the newest."""
    shown = _figures(state, atlas)
    return map_picture(shown, _row(shown, state), _wording(state, atlas, words, taken))


def headline_of(state: State, atlas: Atlas, words: Language) -> Headline:
    """What the view of an address says above all, of its year or the newest."""
    shown = _figures(state, atlas)
    labels = atlas.labels("value_state", words, state.view.figures)
    return headline(shown, _row(shown, state), words, state.select, labels)


def trend_svg(state: State, atlas: Atlas, words: Language) -> str:
    """The trend that an address asks for, to stand in the page."""
    width, height = TREND_PX
    options = ChartOptions(width=width, height=height, bare=True)
    return draw_trend(_trend(state, atlas, words), options, partial(axis_figure, words=words))


def picture_file(
    kind: str, ending: str, query: str, page: str, atlas: Atlas, words: Language
) -> Response:
    """A picture of a view as a file, with all that explains it.

    Args:
        kind: One of `KINDS`.
        ending: One of `TYPES`.
        query: That of the page's address, and `look=dark` for a dark ground.
        page: The whole address of the page, without a query; the picture says where it is from.
        atlas: The data.
        words: Language of what is written in it.
    """
    state, look = read_state(query, atlas.areas), dict(parse_qsl(query)).get("look", "light")
    year = state.year or _figures(state, atlas).newest
    address = f"{page}?{write_state(replace(state, year=year))}"  # of today's newest year for ever
    taken = words.t("picture.taken", date=datetime.now(UTC).date(), address=address)
    svg = _drawn(kind, state, look if look in LOOKS else "light", taken, atlas, words)
    parts = ["savivalda", *([] if kind == "map" else [kind])]
    name = "-".join([*parts, state.view.indicator, state.view.unit, str(year)]).replace("_", "-")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{ending}"',
        "Cache-Control": "no-cache",
    }
    body = png(svg, ZOOM) if ending == "png" else svg
    return Response(body, media_type=TYPES[ending], headers=headers)


def _drawn(kind: str, state: State, look: str, taken: str, atlas: Atlas, words: Language) -> str:
    if kind == "map":
        options = MapOptions(look=look, names=state.names, insets=True)
        return draw_map(map_of(state, atlas, words, taken), options)
    width, height = TALL.get(kind, (1600, 1000))
    chart = ChartOptions(width=width, height=height, look=look)
    if kind == "trend":
        trend = _trend(state, atlas, words, taken)
        return draw_trend(trend, chart, partial(axis_figure, words=words))
    shown, wording = _figures(state, atlas), _wording(state, atlas, words, taken)
    if kind == "ranking":
        return draw_ranking(ranking_picture(shown, _row(shown, state), wording), chart)
    return draw_strip(strip_picture(shown, wording), chart)


def _trend(state: State, atlas: Atlas, words: Language, taken: str = "") -> TrendPicture:
    shown = _figures(state, atlas)
    promises = promises_on(atlas, state.view, words)
    targets = [(each["target"], each["text"]) for each in promises if each["text"]]
    wording = _wording(state, atlas, words, taken)
    return trend_picture(shown, _row(shown, state), wording, targets, same=state.same)


def _figures(state: State, atlas: Atlas) -> MapView:
    return remembered_view(atlas, state.view)


def _row(shown: MapView, state: State) -> int:
    return shown.years.index(state.year or shown.newest)


def _wording(state: State, atlas: Atlas, words: Language, taken: str) -> Wording:
    labels = atlas.labels("value_state", words, state.view.figures)
    source = view_source(_figures(state, atlas), atlas, words)
    return Wording(words, labels, source, state.select, taken)
