"""What of an address could not be used, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.address import Note
    from dashboard.language.i18n import Language

FULL = {
    "most": "select.full",
    "listed": "peers.full",
    "places": "forum.places_full",
    "scenes": "forum.scenes_full",
}
"""What is said of what is beyond the most that can be chosen, by the keys of the notes."""

LONG = "long"
"""The key of notes on texts that were too long; their values are where those stood."""


def notes_text(notes: Sequence[Note], words: Language) -> str:
    """What of the address could not be used, in one line."""
    long = [note.value for note in notes if note.key == LONG]
    unknown = [note for note in notes if note.key not in (*FULL, LONG)]
    texts = [words.t("note.unknown", key=note.key, value=note.value) for note in unknown]
    texts += [words.t("note.long", keys=", ".join(long))] if long else []
    full = dict.fromkeys(FULL[note.key] for note in notes if note.key in FULL)
    return " ".join([*texts, *map(words.t, full)])
