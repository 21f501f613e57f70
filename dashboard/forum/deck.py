"""A deck: an ordered list of scenes, and the municipalities that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.address import Note

PURPOSES = ("yearly", "services", "openness")
"""The default decks (decks/<purpose>.toml), the usual first; words: `forum.purpose.<id>`."""

LOOKS = ("light", "dark")

MOST_PLACES = 12
"""Municipalities of a deck: as many names as a room can read below each other."""

MOST_SCENES = 30
LONGEST_TITLE, LONGEST_NOTE = 120, 400
"""Letters."""


@dataclass(frozen=True)
class Scene:
    """A scene: what kind it is and its parameters; what is left out is the kind's own default.

    Attributes:
        kind: Id of a module in `forum.kinds`.
        indicator: Id of an indicator.
        unit: Of its units; empty is its default.
        area: A policy area; empty is all of them.
        year: What it shows; None is the newest with a figure.
        before: The earlier of two years.
        select: Codes of municipalities; empty are the deck's.
        title: Instead of the one that is written from the data.
        text: Of a question, what is asked.
        note: For the presenter.
    """

    kind: str
    indicator: str = ""
    unit: str = ""
    area: str = ""
    year: int | None = None
    before: int | None = None
    select: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class Deck:
    """A deck as it is asked for.

    Attributes:
        purpose: Which default deck it began as, one of `PURPOSES`.
        select: Codes of its municipalities, at most `MOST_PLACES`.
        scenes: In their order.
        look: One of `LOOKS`.
        notes: What of an address was of no use.
    """

    purpose: str = PURPOSES[0]
    select: tuple[str, ...] = ()
    scenes: tuple[Scene, ...] = ()
    look: str = LOOKS[0]
    notes: tuple[Note, ...] = ()
