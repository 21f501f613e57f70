"""How a view is shared: `/dalytis?page=%2Fsavivaldybe%2Fkedainiu-r`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

from dashboard.address import Note
from dashboard.frame import html
from dashboard.frame.listing import shortened
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content, Page
from dashboard.frame.places import SHARE_SLUGS
from dashboard.language.i18n import CODES, language
from dashboard.pages.share.looked import look, place_at
from dashboard.pages.share.panel import panel
from dashboard.pages.share.routes import add_routes
from dashboard.pages.share.short import LONGEST_ADDRESS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.share.looked import Looked

FIELD = "page"
"""Whose value is the address of the view, in either language, without the base."""

HOME = "/"


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The view that the query names, or the first page's."""
    asked, view = _asked(query), None
    if asked:
        view = _view(asked, atlas, words)
    unused = [Note(FIELD, shortened(asked))] if asked and view is None else []
    shown = view or _view(HOME, atlas, words)
    assert shown is not None  # noqa: S101 - the first page is always there
    heading, sentence = words.t("page.share.title"), words.t("page.share.description")
    if view:
        heading = words.t("title.with", name=heading, details=view.content.title)
    note = html.P(notes_text(unused, words), id="note", className="note", role="status")
    body = html.Div([note, panel(shown, heading, sentence, atlas)], className="stack share-page")
    return Content(body, heading, sentence, _query(view))


def _asked(query: str) -> str:
    """The address that is asked for."""
    text = query[: 3 * LONGEST_ADDRESS].encode("utf-8", "replace").decode()
    return parse_qs(text).get(FIELD, [""])[-1]


def _view(address: str, atlas: Atlas, words: Language) -> Looked | None:
    """The view at an address, in the language; a page about sharing is none."""
    place = place_at(address)
    if place is None or place.page is PAGE:
        return None
    return look(place.within(words), atlas)


def _query(view: Looked | None) -> str:
    """The same in every language: of the view's address in the first one."""
    if view is None:
        return ""
    place = view.place.within(language(CODES[0]))
    return urlencode({FIELD: place.path})


PAGE = Page("share", SHARE_SLUGS, 15, layout, routes=add_routes, listed=False)
"""Every page leads to it, by its head."""
