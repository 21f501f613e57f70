"""What somebody asks for: the words of it, or why it cannot be looked for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from dashboard.searching.stemming import words_of

FIELD = "q"
"""The key of the query."""

LONGEST = 100
"""Letters of what is asked for: more than any name has."""

MOST_WORDS = 8
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class SearchText:
    """What was typed.

    Attributes:
        text: As it can be repeated.
        words: Folded; none where it cannot be looked for.
        wrong: Why it cannot: `short` or `long`; empty where it can, or where nothing was typed.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    wrong: str = ""


def read_search(query: str) -> SearchText:
    """What the query of an address asks for; it never fails.

    Args:
        query: With or without its question mark.
    """
    # As long as the longest text can be where every letter takes two bytes, written by "%".
    cut = query.removeprefix("?")[: 8 * LONGEST].encode("utf-8", "replace").decode()
    return read_text(dict(parse_qsl(cut)).get(FIELD, ""))


def read_text(typed: str) -> SearchText:
    """What a text asks for."""
    # Halves of letters, which JSON can spell and UTF-8 cannot, are in no name.
    text = " ".join(typed[: 2 * LONGEST].encode("utf-8", "replace").decode().split())
    if len(text) > LONGEST:
        return SearchText(f"{text[:LONGEST]}…", wrong="long")
    words = tuple(dict.fromkeys(words_of(text)))[:MOST_WORDS]
    if text and sum(map(len, words)) < FEWEST_LETTERS:
        return SearchText(text, wrong="short")
    return SearchText(text, words)
