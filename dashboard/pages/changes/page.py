"""The page of what changed between data versions: `/pokyciai?municipality=13&kind=figure`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content, Page
from dashboard.frame.places import CHANGES_SLUGS, changes_feed
from dashboard.pages.changes.builds import build_section
from dashboard.pages.changes.controls import controls
from dashboard.pages.changes.reading import read_changes
from dashboard.pages.changes.routes import add_routes
from dashboard.pages.changes.state import read_changes_state, write_changes_state
from dashboard.pages.changes.telling import ChangeWords
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """What changed of what the query asks for, the newest data version first."""
    tell = ChangeWords(atlas, words)
    state = read_changes_state(query, tell.kinds)
    place = next((each for each in municipalities() if each.code == state.municipality), None)
    builds = read_changes(atlas, state)
    title, sentence = words.t("page.changes.title"), words.t("page.changes.description")
    details = [words.name(place)] if place else []
    details += [tell.kinds[state.kind]] if state.kind else []
    if details:
        title = words.t("title.with", name=title, details="; ".join(details))
    chosen = state.municipality or state.kind
    none = words.t("changes.none_found" if chosen else "changes.none")
    feeds = tuple(dict.fromkeys([changes_feed(words, place), changes_feed(words)]))
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence, id="sentence", className="sentence"),
            html.P(notes_text(state.notes, words), id="note", className="note", role="status"),
            controls(state, tell),
            html.P([html.A(name, href=there) for name, there in _named(feeds, words)],
                   className="downloads"),
            *(build_section(build, state, tell) for build in builds),
            *([] if builds else [html.P(none, className="panel")]),
        ],
        className="stack changes",
    )  # fmt: skip
    return Content(body, title, sentence, write_changes_state(state), feeds=feeds)


def _named(feeds: tuple[tuple[str, str], ...], words: Language) -> list[tuple[str, str]]:
    return [(words.t("changes.feed", title=title), there) for title, there in feeds]


PAGE = Page("changes", CHANGES_SLUGS, 13, layout, routes=add_routes, listed=False)
"""It stands in the foot of every page."""
