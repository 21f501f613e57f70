"""A resource: a described table of the atlas, and what has to be chosen before it has rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.tidy.described import TidyTable, tidy_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

    Chosen = Mapping[str, str]


class WrongAsked(ValueError):
    """Something cannot be asked like that.

    Attributes:
        name: of the parameter.
        value: what it was.
        expected: what it may be, in a few words.
        known: the values that there are, as far as they can be listed.
        near: those of them that may be meant.
    """

    def __init__(
        self,
        name: str,
        value: str,
        expected: str,
        known: Sequence[str] = (),
        near: Sequence[str] = (),
    ):
        self.name, self.value, self.expected = name, value, expected
        self.known, self.near = tuple(known), tuple(near)
        super().__init__(f"{name} is {value!r}: expected {expected}")


@dataclass(frozen=True)
class ResourceChoice:
    """What is chosen before there are rows.

    Attributes:
        name: of the parameter.
        known: its values, given what was chosen before it; the first is usual.
        required: whether it has to be said.
        read: makes of any other text the value that it means, where values are too many to be
            listed; raises `WrongAsked` where it means none.
        expected: which words say what it may be, in `api.expected.…`.
    """

    name: str
    known: Callable[[Atlas, Chosen], Sequence[str]]
    required: bool = False
    read: Callable[[str], str] | None = None
    expected: str = "known"


@dataclass(frozen=True)
class Resource:
    """One table that can be asked for.

    Attributes:
        id: its name: of its address, its description and, where `read` is not given, its view.
        choices: what is chosen before there are rows, in order.
        read: makes its rows, where they are not a view of the database.
        sources: ids of the sources that it rests on, where its rows do not name theirs.
    """

    id: str
    choices: tuple[ResourceChoice, ...] = ()
    read: Callable[[Atlas, Language, Chosen], pd.DataFrame] | None = None
    sources: tuple[str, ...] = ()

    @property
    def table(self) -> TidyTable:
        """Its key and columns."""
        return tidy_tables()[self.id]
