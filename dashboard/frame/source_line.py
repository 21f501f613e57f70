"""The line under a figure: whose data, of which date and version, and whether a demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators import writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def source_text(ids: Sequence[str], atlas: Atlas, words: Language) -> str:
    """The line for sources of these ids, as plain text."""
    return writing.source_text(atlas.sources(), ids, atlas.store.version, words)
