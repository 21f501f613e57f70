"""What is shown where there is no page: nothing at the address, or nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language


def not_found(words: Language) -> Component:
    """Says so, and where to go."""
    return html.Div(
        [
            html.H1(words.t("page.not_found.title")),
            html.P(words.t("page.not_found.description")),
            html.P(html.A(words.t("error.home"), href=words.path("/"))),
        ],
        className="prose",
    )


def failed(words: Language, *, without_data: bool) -> Component:
    """What to do where the content could not be made."""
    return html.Div(
        [
            html.H1(words.t("error.title")),
            html.P(words.t("error.data" if without_data else "error.text")),
        ],
        className="prose",
        role="alert",
    )
