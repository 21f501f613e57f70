"""Faults of a table: what is said once of many cells, each of which can still be named.

A million rows may all be wrong in the same way. The words are kept once, beside the numbers of the
rows; problems of single cells are made when somebody asks for them.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, overload

from data.forms.reading.book import address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from data.forms.checking.problems import Problem

MOST = 50_000
"""Different faults of one kind and column; who has more does not read them one by one."""


@dataclass(frozen=True)
class Fault:
    """The same problem in one or more cells of a column.

    Attributes:
        problem: at its first cell.
        rows: numbers of its rows, ascending.
        place: number of its column; None if the problem is not of cells in a column.
    """

    problem: Problem
    rows: array[int]
    place: int | None = None

    @classmethod
    def of(cls, problem: Problem, rows: Iterable[int], place: int) -> Fault:
        """Make a fault of a problem without its cell."""
        numbers = array("I", rows)
        return cls(replace(problem, cell=address(numbers[0], place)), numbers, place)

    @classmethod
    def single(cls, problem: Problem) -> Fault:
        """Make a fault of a problem that stands where it is."""
        digits = "".join(sign for sign in problem.cell.partition(":")[0] if sign.isdigit())
        return cls(problem, array("I", [int(digits or 0)]))

    def problems(self) -> Iterator[tuple[int, str, Problem]]:
        """Yield its problems one by one, each with its row and cell, to be put in order."""
        if self.place is None:
            yield self.rows[0], self.problem.cell, self.problem
            return
        for row in self.rows:
            cell = address(row, self.place)
            yield row, cell, replace(self.problem, cell=cell)


class Faults(Sequence["Problem"]):
    """The problems of a table, by rows; made one by one when they are asked for."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._faults = tuple(faults)
        self._length = sum(len(fault.rows) for fault in self._faults)

    @property
    def errors(self) -> int:
        """How many of them block."""
        return sum(len(fault.rows) for fault in self._faults if fault.problem.severity == "error")

    def changed(self, change: Callable[[list[Problem]], list[Problem]]) -> Faults:
        """Return the same cells with their problems' words changed."""
        fresh = change([fault.problem for fault in self._faults])
        return Faults(
            replace(fault, problem=problem)
            for fault, problem in zip(self._faults, fresh, strict=True)
        )

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Problem]:
        runs = (fault.problems() for fault in self._faults)
        for _, _, problem in heapq.merge(*runs, key=lambda each: each[:2]):
            yield problem

    @overload
    def __getitem__(self, at: int) -> Problem: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Problem, ...]: ...
    def __getitem__(self, at: int | slice) -> Problem | tuple[Problem, ...]:
        if isinstance(at, slice):
            return tuple(islice(self, *at.indices(len(self))))
        return next(islice(self, range(len(self))[at], None))

    def __repr__(self) -> str:
        return f"Faults({[fault.problem for fault in self._faults]!r})"
