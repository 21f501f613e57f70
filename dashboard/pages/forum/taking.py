"""What can be done with a deck: shown at once, or taken away in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.field import Input
from dashboard.indicators.selection import write_selection
from dashboard.pages.forum.files import can_make

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.forum.view import ForumView

FILES = ("html", "pptx", "pdf")
"""What a deck is taken away as."""


def taking(view: ForumView) -> Component:
    """A link that shows the deck, links to its files, and a field that opens one kept before."""
    words = view.words
    show = html.A(
        words.t("forum.present"), href=view.show_path, className="primary-link", target="_blank"
    )
    files = [
        html.A(words.t(f"forum.file.{kind}"), href=view.file_path(f"forum.{kind}"), download=True)
        for kind in FILES
        if can_make(kind)
    ]
    if can_make("pdf"):
        chosen = write_selection(view.deck.select)
        sheets = f"/download/{words.code}/municipalities.pdf?select={chosen}"
        files.append(html.A(words.t("forum.file.sheets"), href=sheets, download=True))
    return html.Div(
        [
            html.P([show, html.Span(words.t("forum.keys"), className="small")]),
            html.P([words.t("forum.take"), *files], className="downloads"),
            html.P(
                [
                    words.t("forum.keep"),
                    html.A(
                        words.t("forum.file.toml"), href=view.file_path("forum.toml"), download=True
                    ),
                    *opening(view),
                ],
                className="downloads",
            ),
            html.P(id="opened", className="note", role="alert"),
        ],
        className="forum-taking",
    )


def opening(view: ForumView) -> list[Component]:
    """A field for a deck's file; a script sends it and goes where it leads."""
    words = view.words
    field = Input(
        type="file",
        id="deck-file",
        accept=".toml",
        className="visually-hidden",
        **{"data-open": f"/forum/{words.code}/open", "data-failed": words.t("forum.not_read")},
    )
    return [
        html.Span(
            [field, html.Label(words.t("forum.open"), htmlFor="deck-file", className="as-link")],
            className="scripted",
        )
    ]
