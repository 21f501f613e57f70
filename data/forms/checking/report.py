"""What a check found out about a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from data.forms.checking.findings import shown
from data.forms.values.identifiers import masked
from data.forms.values.spelling import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from data.forms.checking.filled import SheetPlaces, Value
    from data.forms.checking.problems import Problem

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2
"""Exit codes."""

CheckedRows = dict[str, list[dict[str, "Value"]]]


@dataclass(frozen=True)
class Report:
    """A file's check.

    Attributes:
        path: the file, or the folder of CSV files.
        municipality: the code that the form gives, None if it gives none that can be read.
        year: the year that the form gives.
        problems: in the order of sheets and rows.
        rows: values by sheet id, a list of rows with every column's id; a record sheet has one row.
            None where there is an error: a form is taken whole or not at all.
        unreadable: whether the file could not be read at all.
        version: of the form that it was checked against.
        places: by sheet id, where those rows stand in the file.
    """

    path: Path
    municipality: str | None
    year: int | None
    problems: Sequence[Problem]
    rows: CheckedRows | None
    unreadable: bool
    version: str
    places: Mapping[str, SheetPlaces] = field(default_factory=dict)

    @property
    def year_before(self) -> tuple[str | None, int]:
        """The municipality and the year that it is compared with."""
        return self.municipality, (self.year or 0) - 1

    @property
    def name(self) -> str:
        """The file's name as it may be shown."""
        return shown(self.path.name)

    @property
    def shown_path(self) -> str:
        """The file's path as it was given and may be shown: many forms have the same name."""
        return visible(masked(str(self.path)))

    @cached_property
    def errors(self) -> int:
        """How many problems block."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems do not block."""
        return len(self.problems) - self.errors

    @property
    def clean(self) -> bool:
        """Whether nothing blocks."""
        return not self.errors

    @property
    def exit_code(self) -> int:
        """0 if nothing blocks, 1 if something does, 2 if the file could not be read."""
        if self.unreadable:
            return UNREADABLE
        return PROBLEMS if self.errors else CLEAN


def exit_code(reports: Iterable[Report]) -> int:
    """Return the exit code of a check of many files: the worst one's."""
    return max((report.exit_code for report in reports), default=CLEAN)
