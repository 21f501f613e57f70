"""Lithuanian alphabetical order."""

from __future__ import annotations

ALPHABET = "aąbcčdeęėfghiįyjklmnoprsštuųūvzž"
"""Lithuanian letters in their order; those with a tail, a dot or a dash go with their plain one."""


_PLAIN = str.maketrans("ąęėįyųū", "aeeiiuu")


def collation(text: str) -> tuple[list[int], str]:
    """The place of a text in Lithuanian alphabetical order; it suits English too."""
    folded = text.casefold().translate(_PLAIN)
    return [
        ALPHABET.find(letter) if letter in ALPHABET else ord(letter) + 99 for letter in folded
    ], text
