"""What a historical table holds, as far as it was read: what is taken in, what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.forms.archive.log import MunicipalityYear
    from data.forms.checking.problems import Problem

NOTHING = Decimal("0.00")


class Amounts(NamedTuple):
    """Rows and the sum of their main amount, in €."""

    rows: int
    total: Decimal


@dataclass(frozen=True)
class Decided:
    """What one line of a rules file did.

    Attributes:
        file: name of the rules file.
        line: its number there, from 1.
        column: the form's column that it gives a value to, or ``left_out``.
        value: as it stands there; empty: no value.
        why_lt: the reason, as far as the file tells it.
        why_en: the same in English.
        rows: of the table that it decided; 0: it never did.
        recipients: how many different recipients' codes stand in those rows.
        total: the sum of their main amount, in €.
    """

    file: str
    line: int
    column: str
    value: str
    why_lt: str = ""
    why_en: str = ""
    rows: int = 0
    recipients: int = 0
    total: Decimal = NOTHING


@dataclass(frozen=True)
class CheckedTable:
    """A historical table that was read and checked.

    The main amount is ``executed`` of the sheets that have it, else ``awarded``. For every year,
    the table's own total is what is taken in and what is left out together, to the cent.

    Attributes:
        rows: how many are taken in; repeated ones that the map adds up are one.
        problems: everything found, by rows; with an error nothing is taken in.
        paid: municipality-years that paid something.
        totals: the table's own totals of the main amount by year, of all its rows.
        taken: what is taken in, by year.
        kinds: what is taken in, by kind of recipient, where the sheet has kinds.
        left_out: what is left out, by reason and year; None is the year of rows that tell none.
        decided: every line of the rules files, by file and line.
        read: how many rows the table has, those left out too.
    """

    rows: int
    problems: Sequence[Problem]
    paid: frozenset[MunicipalityYear] = frozenset()
    totals: Mapping[int | None, Decimal] = field(default_factory=dict)
    taken: Mapping[int, Amounts] = field(default_factory=dict)
    kinds: Mapping[str, Amounts] = field(default_factory=dict)
    left_out: Mapping[str, Mapping[int | None, Amounts]] = field(default_factory=dict)
    decided: tuple[Decided, ...] = ()
    read: int = 0

    @property
    def errors(self) -> int:
        """How many problems block."""
        return sum(problem.severity == "error" for problem in self.problems)
