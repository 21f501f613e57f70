"""What an address that leads nowhere shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.i18n import Language


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
