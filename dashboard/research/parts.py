"""The parts that a set of municipalities falls into: official groups, or counties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.state import GROUPS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class Part:
    """A part of the set.

    Attributes:
        id: The group, or the code of the county.
        name: What it is called.
        located: Where that is, to stand in a sentence.
        number: Its place among all groups or counties, whichever of them are in the set.
        members: Which municipalities are in it.
    """

    id: str
    name: str
    located: str
    number: int
    members: NDArray[np.bool_]


def parts_of(by: str, members: NDArray[np.bool_], words: Language) -> tuple[Part, ...]:
    """The parts that have a member, in their usual order.

    Args:
        by: `group` or `county`.
        members: The chosen set.
        words: The language.
    """
    if by == "county":
        named = [(each.code, words.name(each), words.located(each)) for each in counties()]
        of = [place.county for place in municipalities()]
    else:
        named = [
            (each, words.t(f"research.group.{each}"), words.t(f"research.group_in.{each}"))
            for each in GROUPS
        ]
        of = [place.group for place in municipalities()]
    found = [
        Part(code, name, where, number, members & np.array([each == code for each in of]))
        for number, (code, name, where) in enumerate(named)
    ]
    return tuple(part for part in found if part.members.any())
