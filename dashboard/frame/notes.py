"""What of an address could not be used, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.address import Note
    from dashboard.language.i18n import Language


def notes_text(notes: Sequence[Note], words: Language) -> str:
    """What of the address could not be used, in one line."""
    unknown = [note for note in notes if note.key != "most"]
    texts = [words.t("note.unknown", key=note.key, value=note.value) for note in unknown]
    if len(unknown) < len(notes):
        texts.append(words.t("select.full"))
    return " ".join(texts)
