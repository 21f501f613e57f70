"""Where a municipality's money went, as it is seen where the page is shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture, unframed
from dashboard.charts.picture import UNCAPTIONED
from dashboard.charts.sankey import draw_sankey
from dashboard.charts.series import ChartOptions
from dashboard.pages.flows.pictures import caption, sankey_picture
from dashboard.pages.flows.view import read_flow_view
from geo.finding import find_municipality

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ZOOM = 1.6
STEPS = 2
"""To kinds of recipients and to areas: a card has no room for labels of a further column."""


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:
    """The flows of its year; nothing where there are none to show, or of all municipalities."""
    if not key:
        return None
    view = read_flow_view(atlas, words, query, find_municipality(key))
    if not view.is_shown or view.total <= 0:
        return SharePicture(caption(view, ""))
    picture = sankey_picture(view, steps=STEPS)
    bare = replace(picture, caption=UNCAPTIONED)

    def draw(wide: int, tall: int) -> str:
        return draw_sankey(bare, ChartOptions(wide, tall))

    return SharePicture(picture.caption, unframed(draw, ZOOM))
