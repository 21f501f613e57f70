"""The about page: the texts beside it, a section each, with a list of them on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import dcc, html

from dashboard.frame.aria import aria
from dashboard.pages import Page
from dashboard.pages.about.sections import read_sections

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Component:  # noqa: ARG001 - text alone
    """The text in the language."""
    sections = read_sections("about", words)
    contents = html.Nav(
        html.Ol([html.Li(html.A(item.title, href=f"#{item.id}")) for item in sections]),
        className="contents",
        **aria(label=words.t("about.contents")),
    )
    text = [
        html.Section(
            [html.H2(item.title, id=item.id), dcc.Markdown(item.markdown, className="markdown")],
            **aria(labelledby=item.id),
        )
        for item in sections
    ]
    return html.Div(
        [
            html.H1(words.t("page.about.title")),
            html.Div([contents, html.Div(text, className="about-text")], className="about"),
        ],
        className="stack",
    )


PAGE = Page("about", {"lt": "apie", "en": "about"}, 5, layout)
