"""Sentences that the data write for the first page, each with where it leads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ToldFact:
    """What is said.

    Attributes:
        name: Of the question that it answers, in the catalogues below `home.fact`.
        sentence: The answer.
        path: The page that shows it, without the base.
        sources: Ids of the sources that it rests on.
    """

    name: str
    sentence: str
    path: str
    sources: tuple[str, ...]


def ended(said: str) -> str:
    """A sentence with its full stop; a name at its end may bring one."""
    return said if said.endswith(".") else f"{said}."
