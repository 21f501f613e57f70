"""Makes the files of a deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.file import write_deck_file
from dashboard.frame.places import FORUM_SLUGS
from dashboard.indicators.selection import write_selection
from dashboard.sheets.pdf import can_print
from dashboard.slides.pdf import slides_pdf
from dashboard.slides.pptx import can_make_pptx, slides_pptx
from dashboard.slides.screen import slides_html

if TYPE_CHECKING:
    from dashboard.pages.forum.view import ForumView

TYPES = {
    "html": "text/html; charset=utf-8",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "toml": "application/toml; charset=utf-8",
}


def can_make(kind: str) -> bool:
    """Whether what makes files of a kind is installed; loads none of it."""
    if kind == "pptx":
        return can_make_pptx()
    return kind != "pdf" or can_print()


def made_file(kind: str, view: ForumView) -> bytes:
    """A file of a deck, one of `TYPES`.

    Raises:
        SlidesMissing, SheetsMissing: What makes it is not installed.
    """
    if kind == "pptx":
        return slides_pptx(view.slides)
    if kind == "pdf":
        return slides_pdf(view.slides)
    if kind == "toml":
        return write_deck_file(view.deck, view.words.code).encode()
    return slides_html(view.slides).encode()


def file_name(kind: str, view: ForumView) -> str:
    """How the file is called once it is taken away."""
    whose = write_selection(view.deck.select).replace(",", "-")[:60]
    return f"savivalda-{FORUM_SLUGS[view.words.code]}-{whose}.{kind}"
