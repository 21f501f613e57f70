"""What is shown where there is no page: nothing at the address, or nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.frame.page import Content

if TYPE_CHECKING:
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


def failed(words: Language, *, without_data: bool) -> Content:
    """What to do where the content could not be made."""
    title, text = words.t("error.title"), words.t("error.data" if without_data else "error.text")
    body = html.Div([html.H1(title), html.P(text)], className="prose", role="alert")
    return Content(body, title, text, status=503 if without_data else 500)
