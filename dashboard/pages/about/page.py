"""The about page: the texts beside it, a section each, with a list of them on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content, Page
from dashboard.frame.places import ABOUT_SLUGS
from dashboard.pages.about.finding import GLOSSARY, findables, linkable
from dashboard.pages.about.sections import read_sections
from data.asking.views import census_changes

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.about.sections import Section

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - no choices
    """The text in the language."""
    sections = read_sections("about", words, census_changes(atlas.store))
    contents = html.Nav(
        html.Ol([html.Li(html.A(item.title, href=f"#{item.id}")) for item in sections]),
        className="contents",
        **aria(label=words.t("about.contents")),
    )
    text = [
        html.Section(
            [
                html.H2(item.title, id=item.id),
                html.Div(_rendered(item), className="markdown"),
            ],
            **aria(labelledby=item.id),
        )
        for item in sections
    ]
    title, sentence = words.t("page.about.title"), words.t("page.about.description")
    body = html.Div(
        [
            html.H1(title),
            html.Div([contents, html.Div(text, className="about-text")], className="about"),
        ],
        className="stack",
    )
    return Content(body, title, sentence)


def _rendered(section: Section) -> Markup:
    text = MARKDOWN.render(section.markdown)
    if section.id == GLOSSARY:
        return linkable(text, section.markdown)
    return Markup(text)  # noqa: S704


PAGE = Page("about", ABOUT_SLUGS, 10, layout, finds=findables)
