"""The page of the county forum: `/forumas?select=utena-county`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.making import whose
from dashboard.frame import html
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content, Page
from dashboard.frame.places import FORUM_SLUGS
from dashboard.frame.rendering import drawn
from dashboard.pages.forum.choosing import choosing
from dashboard.pages.forum.routes import add_routes
from dashboard.pages.forum.scenes import scene_list
from dashboard.pages.forum.setting import setting
from dashboard.pages.forum.shared import shared
from dashboard.pages.forum.taking import taking
from dashboard.pages.forum.view import ForumView, asked_deck
from dashboard.slides.drawing import shared_outlines

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

FORM = "forum-form"


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The deck that the query asks for, or how to choose one; an edit leads to its outcome."""
    deck, is_edit = asked_deck(atlas, query)
    view = ForumView(atlas, words, deck)
    title, sentence = words.t("page.forum.title"), words.t("page.forum.description")
    if is_edit:
        return Content("", title, sentence, leads_to=view.path())
    if deck.select:
        title = words.t("forum.of", whose=whose(deck.select, words))
        sentence = words.t("forum.sentence", count=len(deck.scenes))
    body = html.Div(
        [
            html.Div([html.H1(title), *_mark(view)], className="title-line"),
            html.P(sentence, id="sentence", className="sentence said"),
            html.P(notes_text(deck.notes, words), id="note", className="note", role="status"),
            *(_deck(view) if deck.select else choosing(view)),
        ],
        className="stack forum-page",
    )
    return Content(body, title, sentence, view.query)


def _mark(view: ForumView) -> list[Component]:
    """Says that figures are invented, as far as they are."""
    if not view.atlas.is_demo:
        return []
    words = view.words
    return [
        html.Span(words.t("demo.badge"), className="demo-badge", title=words.t("demo.explained"))
    ]


def _deck(view: ForumView) -> list[Component]:
    """What to do with the deck, who it is about, and its scenes, all in one form."""
    form = html.Form(
        [*setting(view), *scene_list(view)],
        id=FORM,
        method="get",
        action=view.path().partition("?")[0],
        className="peers-form forum-form",
        **{"data-stay": "", "data-live": "", "data-deck": view.query},
    )
    sources = dict.fromkeys(slide.source for slide in view.slides.slides if slide.source)
    told = [html.P(source, className="source") for source in sources]
    return [taking(view), drawn(shared_outlines()), form, *told]


PAGE = Page("forum", FORUM_SLUGS, 6, layout, routes=add_routes, picture=shared)
