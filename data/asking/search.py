"""What is found by words among recipients and competitions.

To be replaced: a plain query that reads every name, behind the functions that the quick one has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.spelling import fold

if TYPE_CHECKING:
    from data.asking.store import Store


@dataclass(frozen=True)
class FoundRecord:
    """A recipient or a competition.

    Attributes:
        key: The end of its address.
        name: What it is called.
        detail: What tells it from others.
    """

    key: str
    name: str
    detail: str


def find_recipients(store: Store, text: str, limit: int) -> list[FoundRecord]:
    """Recipients whose name or code has all words of a text, at most so many."""
    return _found(store, "find_recipients", text, limit)


def find_competitions(store: Store, text: str, limit: int) -> list[FoundRecord]:
    """Competitions whose name has all words of a text, at most so many."""
    return _found(store, "find_competitions", text, limit)


def _found(store: Store, query: str, text: str, limit: int) -> list[FoundRecord]:
    words = fold(text)
    found = store.query(query, words=words, most=limit).to_numpy() if words else ()
    return [FoundRecord(*map(str, row)) for row in found]
