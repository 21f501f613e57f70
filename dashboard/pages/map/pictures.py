"""The pictures of a view: in the page, and to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.source_line import source_text
from dashboard.indicators.picture import map_picture
from dashboard.indicators.reading import read_map_view
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.charts.picture import MapPicture
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language


def figures(state: State, atlas: Atlas) -> MapView:
    """The figures of a view, remembered."""
    found: MapView = atlas.once(
        ("figures", state.view), lambda: read_map_view(atlas.store, state.view)
    )
    return found


def picture_of(state: State, atlas: Atlas, words: Language) -> MapPicture:
    """The map that an address asks for, of its year or the newest."""
    shown = figures(state, atlas)
    ids = (*INDICATORS[state.view.indicator].source, "boundaries")
    return map_picture(
        shown,
        shown.years.index(state.year) if state.year else -1,
        words,
        states=atlas.labels("value_state", words),
        select=state.select,
        source=source_text(ids, atlas, words),
    )
