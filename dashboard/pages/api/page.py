"""The page that explains the interface for programs, without any script of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content, Page
from dashboard.frame.problem import API_SLUG
from dashboard.pages.api.sections import answers, examples, params, problems
from dashboard.pages.api.tables import more, tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

PARTS: dict[str, Callable[[Atlas, Language], list[Component]]] = {
    "examples": examples,
    "params": params,
    "answers": answers,
    "tables": tables,
    "more": more,
    "problems": problems,
}


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - one view
    """The sections, with a list of them on top."""
    title, sentence = words.t("page.api.title"), words.t("page.api.description")
    contents = [html.Li(html.A(words.t(f"api.{name}.title"), href=f"#{name}")) for name in PARTS]
    described = f"/api/openapi.json?lang={words.code}"
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence),
            html.Ul(
                [
                    html.Li(html.A(words.t("api.link.list"), href=f"/api/v1?lang={words.code}")),
                    html.Li(html.A(words.t("api.link.openapi"), href=described)),
                ],
                className="plain-list",
            ),
            html.Nav(html.Ol(contents), className="parts", **aria(label=words.t("about.contents"))),
            *(_panel(name, part(atlas, words), words) for name, part in PARTS.items()),
        ],
        className="stack api-page",
    )
    return Content(body, title, sentence)


def _panel(name: str, content: list[Component], words: Language) -> Component:
    return html.Section(
        [html.H2(words.t(f"api.{name}.title"), id=f"{name}-title"), *content],
        id=name,
        className="panel",
        **aria(labelledby=f"{name}-title"),
    )


PAGE = Page("api", {"lt": API_SLUG, "en": API_SLUG}, 15, layout, listed=False)
