"""A fault that stands in many cells is said once, with how many, the first and the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.checking.problems import Problem

FEW = 10
"""Cells of one kind of fault in one column that are still named one by one.

Of more, each different text that stands there is named once, and after so many of them the rest.
"""


@dataclass
class Repeat:
    """The same fault in one or more cells.

    Attributes:
        problem: at the first of them.
        last: the last cell's address.
        count: how many cells.
        mixed: whether other things stand in the others.
    """

    problem: Problem
    last: str = ""
    count: int = 1
    mixed: bool = False

    def told(self) -> Both | None:
        """Return how many cells as each language writes it; None for a single one."""
        number = f"{self.count:,}"
        return Both(number.replace(",", "\u00a0"), number) if self.count > 1 else None


class _Kind:
    """All that is wrong in one way in one column."""

    def __init__(self) -> None:
        self.count = 0
        self.singly: list[tuple[int, Repeat]] = []
        self.by_text: dict[object, tuple[int, Repeat]] = {}

    def add(self, number: int, problem: Problem) -> None:
        self.count += 1
        if self.count <= FEW:
            self.singly.append((number, Repeat(problem)))
        text: object = problem.found
        if text not in self.by_text and len(self.by_text) >= FEW:
            text = None
        if text in self.by_text:
            repeat = self.by_text[text][1]
            repeat.count, repeat.last = repeat.count + 1, problem.cell
        else:
            self.by_text[text] = number, Repeat(problem, problem.cell, mixed=text is None)

    def lines(self) -> list[tuple[int, Repeat]]:
        return self.singly if self.count <= FEW else list(self.by_text.values())


def repeats(problems: Iterable[Problem]) -> dict[str, list[Repeat]]:
    """Return problems by sheet, in their order; a fault that stands in many cells is one of them.

    Args:
        problems: as many as there are; they are not kept.
    """
    kinds: dict[tuple[object, ...], _Kind] = {}
    for number, problem in enumerate(problems):
        column = problem.cell.partition(":")[0].rstrip("0123456789")
        key = (problem.sheet_name, problem.code, column or number)
        kinds.setdefault(key, _Kind()).add(number, problem)
    lines = sorted((line for kind in kinds.values() for line in kind.lines()), key=lambda x: x[0])
    found: dict[str, list[Repeat]] = {}
    for _, line in lines:
        found.setdefault(line.problem.sheet_name, []).append(line)
    return found
