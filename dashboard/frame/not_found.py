"""What is shown where there is no page: nothing at the address, or nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.page import Content

if TYPE_CHECKING:
    from dashboard.frame.page import NoItem, Page
    from dashboard.language.i18n import Language


def not_found(words: Language) -> Content:
    """Says so, and where to go."""
    title, description = (words.t(f"page.not_found.{part}") for part in ("title", "description"))
    body = html.Div(
        [
            html.H1(title),
            html.P(description),
            html.P(html.A(words.t("error.home"), href=words.path("/"))),
        ],
        className="prose",
    )
    return Content(body, title, description, status=404)


def no_item(missing: NoItem, page: Page, words: Language) -> Content:
    """Says what of a page there is not, and leads to what may be meant."""
    title, all_of = words.t("page.not_found.title"), words.t(f"page.{page.id}.title")
    near = [html.Li(html.A(name, href=page.path(words, key))) for key, name in missing.near.items()]
    body = html.Div(
        [
            html.H1(title),
            html.P(missing.said),
            *([html.Ul(near, className="near")] if near else []),
            html.P(html.A(all_of, href=page.path(words))),
        ],
        className="prose",
    )
    return Content(body, title, missing.said, status=404)


def failed(words: Language, *, without_data: bool) -> Content:
    """What to do where the content could not be made."""
    title, text = words.t("error.title"), words.t("error.data" if without_data else "error.text")
    body = html.Div([html.H1(title), html.P(text)], className="prose", role="alert")
    return Content(body, title, text, status=503 if without_data else 500)
