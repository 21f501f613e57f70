"""The map of a view, as it is seen where the view is shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture, unframed
from dashboard.charts.map import draw_map
from dashboard.charts.picture import Caption, MapOptions
from dashboard.indicators.state import read_state
from dashboard.pages.map.pictures import map_of

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ZOOM = 1.4


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture:  # noqa: ARG001
    """The choropleth of the year that the query asks for, with its legend without counts."""
    picture = map_of(read_state(query, atlas.areas), atlas, words)
    legend = tuple(replace(entry, count=None) for entry in picture.legend)
    bare = replace(picture, legend=legend, caption=Caption(unit=picture.caption.unit))

    def draw(wide: int, tall: int) -> str:
        return draw_map(bare, MapOptions(wide, tall, small=True))

    return SharePicture(picture.caption, unframed(draw, ZOOM))
