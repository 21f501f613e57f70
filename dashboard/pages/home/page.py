"""The first page: the country in a sentence, one's municipality, a map, promises, ways on.

The map had this address once: an address that asks for a view of it leads there, for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.page import Content, Page
from dashboard.frame.places import map_path
from dashboard.indicators.state import asks_for_map
from dashboard.overview.overview import read_overview
from dashboard.pages.home.commitments import commitments
from dashboard.pages.home.doors import doors
from dashboard.pages.home.facts import facts
from dashboard.pages.home.hundred import hundred
from dashboard.pages.home.lead import lead
from dashboard.pages.home.map import map_panel
from dashboard.pages.home.shared import shared

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The page, or where the map of an old address is now."""
    title = words.t("page.home.title")
    if asks_for_map(query):
        there = map_path(words, query)
        return Content("", title, words.t("page.home.description"), leads_to=there, for_good=True)
    overview = read_overview(atlas, words)
    body = html.Div(
        [
            lead(overview),
            map_panel(overview),
            hundred(overview),
            commitments(overview),
            facts(overview),
            doors(words),
        ],
        className="home",
    )
    frames = (("map", overview.shown.map_query),)
    return Content(body, title, overview.summary, frames=frames)


PAGE = Page("home", {"lt": "", "en": ""}, 0, layout, plots=True, listed=False, picture=shared)
