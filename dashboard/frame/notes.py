"""What of an address could not be used, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.address import Note
    from dashboard.language.i18n import Language

FULL = {"most": "select.full", "listed": "peers.full"}
"""What is said of municipalities beyond the most that can be chosen, by the keys of their notes."""


def notes_text(notes: Sequence[Note], words: Language) -> str:
    """What of the address could not be used, in one line."""
    unknown = [note for note in notes if note.key not in FULL]
    texts = [words.t("note.unknown", key=note.key, value=note.value) for note in unknown]
    full = dict.fromkeys(FULL[note.key] for note in notes if note.key in FULL)
    return " ".join([*texts, *map(words.t, full)])
