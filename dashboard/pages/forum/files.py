"""Makes the files of a deck."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dashboard.forum.file import write_deck_file
from dashboard.frame.places import FORUM_SLUGS
from dashboard.indicators.selection import write_selection
from dashboard.pages.municipality.sheet import county_sheets
from dashboard.sheets.pdf import can_print
from dashboard.slides.pdf import slides_pdf
from dashboard.slides.pptx import slides_pptx
from dashboard.slides.screen import slides_html

if TYPE_CHECKING:
    from dashboard.pages.forum.view import ForumView

TYPES = {
    "html": "text/html; charset=utf-8",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "toml": "application/toml; charset=utf-8",
    "sheets": "application/pdf",
}


def can_make(kind: str) -> bool:
    """Whether what makes files of a kind is installed; loads none of it."""
    if kind == "pptx":
        return find_spec("pptx") is not None
    return kind not in ("pdf", "sheets") or can_print()


def made_file(kind: str, view: ForumView) -> bytes:
    """A file of a deck, one of `TYPES`.

    Raises:
        SheetsMissing: What makes it is not installed.
    """
    if kind == "pptx":
        return slides_pptx(view.slides)
    if kind == "pdf":
        return slides_pdf(view.slides)
    if kind == "sheets":
        return county_sheets(view.atlas, view.words, view.deck.select, view.site)
    text = (
        slides_html(view.slides) if kind == "html" else write_deck_file(view.deck, view.words.code)
    )
    return text.encode()


def file_name(kind: str, view: ForumView) -> str:
    """How the file is called once it is taken away."""
    start = f"savivalda-{FORUM_SLUGS[view.words.code]}-{write_selection(view.deck.select)}"
    start = start.replace(",", "-")[:80]
    return f"{start}-lapai.pdf" if kind == "sheets" else f"{start}.{kind}"
