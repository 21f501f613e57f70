"""Slides as a file of PowerPoint in which everything can be edited: shapes, charts, tables, words.

python-pptx is needed by those alone who take such a file away, and is loaded with the first.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.slides.content import SlideDeck


class SlidesMissing(ImportError):
    """What makes files of PowerPoint is not installed."""


def can_make_pptx() -> bool:
    """Whether it is installed; loads none of it."""
    return find_spec("pptx") is not None


def slides_pptx(deck: SlideDeck) -> bytes:
    """A wide slide each, arranged as on screen.

    Raises:
        SlidesMissing: python-pptx is not installed.
    """
    if not can_make_pptx():
        raise SlidesMissing("For PowerPoint, python-pptx is needed: pip install savivalda[slides]")
    from dashboard.slides.pptx.file import deck_file  # noqa: PLC0415 - only those who need it

    return deck_file(deck)
