"""The commitments as a table: what its columns hold, and in which order its rows stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.plans.state import SORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.plans.model import Plans
    from dashboard.plans.standing import Standing

ALPHABET = "aąbcčdeęėfghiįyjklmnoprsštuųūvzž"
"""Lithuanian letters in their order; those with a tail, a dot or a dash go with their plain one."""

_PLAIN = str.maketrans("ąęėįyųū", "aeeiiuu")


def collation(text: str) -> tuple[list[int], str]:
    """The place of a text in Lithuanian alphabetical order; it suits English too."""
    folded = text.casefold().translate(_PLAIN)
    return [
        ALPHABET.find(letter) if letter in ALPHABET else ord(letter) + 99 for letter in folded
    ], text


def ordered(found: Sequence[Standing], plans: Plans, sort: str) -> list[Standing]:
    """The standings in the order of a column; those without a value come last either way."""
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name == SORTS[0]:
        return list(found)[::-1] if down else list(found)
    values = [(_value(item, plans, name), item) for item in found]
    known = [pair for pair in values if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=down)
    return [item for _, item in known] + [item for value, item in values if value is None]


def _value(item: Standing, plans: Plans, name: str) -> Any:
    """What a column sorts by; None where there is nothing."""
    commitment, now = item.commitment, item.now
    if name == "title":
        return collation(commitment.title.text)
    if name == "plan":
        return list(plans.plans).index(commitment.plan)
    if name == "institution":
        return (
            collation(", ".join(commitment.institutions.values()))
            if commitment.institutions
            else None
        )
    if name == "deadline":
        return commitment.revised or commitment.deadline
    if now is None:
        return None
    if name == "observed":
        return now.observed
    return (now.status.progress is None, now.status.progress or 0, plans.statuses.index(now.status))
