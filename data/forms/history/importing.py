"""Imports a historical table: read, checked as forms are, and accepted whole or not at all."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.forms.archive.accepted import Archive
from data.forms.archive.log import HISTORY, MunicipalityYear
from data.forms.checking.check import NOTHING_KNOWN
from data.forms.checking.problems import UNREADABLE, Problem
from data.forms.checking.report import Report
from data.forms.history.examining import TIDY, check_table
from data.forms.history.map_file import read_map
from data.forms.history.parting import Sent, cut, take_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.forms.checking.context import Context


@dataclass(frozen=True)
class Imported:
    """What became of a historical table.

    Attributes:
        path: the file.
        sheet: id of the form's sheet that it fills.
        rows: how many it has.
        problems: everything found, by rows; with an error nothing was accepted.
        accepted: municipality-years that count from now on.
        unchanged: those that counted just so already.
        kept: those left alone, because the municipality sent a form of its own.
        seconds: how long it took.
    """

    path: Path
    sheet: str
    rows: int
    problems: Sequence[Problem]
    accepted: tuple[MunicipalityYear, ...] = ()
    unchanged: tuple[MunicipalityYear, ...] = ()
    kept: tuple[MunicipalityYear, ...] = ()
    seconds: float = 0.0

    @property
    def report(self) -> Report:
        """The check's result in the manner of a form's."""
        unreadable = any(problem.code in UNREADABLE for problem in self.problems)
        return Report(self.path, None, None, self.problems, None, unreadable, HISTORY)

    @property
    def errors(self) -> int:
        """How many problems block."""
        return self.report.errors


def import_table(
    path: Path,
    map_csv: Path,
    data_dir: Path,
    *,
    context: Context = NOTHING_KNOWN,
    over_forms: bool = False,
    now: datetime | None = None,
) -> Imported:
    """Check a historical table and take it in.

    A municipality-year that has a form of its own is left alone. One that was imported before is
    superseded on the sheet that the table fills; what it has on other sheets stays.

    Args:
        path: CSV or workbook, a row for each row of one of the form's sheets, with municipality
            and year.
        map_csv: which heading is which column; see data.forms.history.layout.
        data_dir: the data folder.
        context: what is known of other years.
        over_forms: whether to supersede forms too.
        now: when it came, UTC; the clock's time if not given.

    Returns:
        Every problem with its cell; what was accepted, if nothing blocks.

    Raises:
        FormError: the map is wrong.
        ArchiveError: the archive cannot be written to or read; nothing was taken in.
    """
    start, table_map = time.perf_counter(), read_map(map_csv)
    archive, at = Archive(data_dir), (now or datetime.now(UTC)).astimezone(UTC)
    with archive.writing() as work:
        checked = check_table(path, map_csv, work, context=context)
        done = Imported(path, table_map.sheet.id, checked.rows, checked.problems)
        if not done.errors:
            parts = cut(work / TIDY, table_map.sheet.id, archive, checked.paid)
            taken = take_in(archive, parts, Sent(path, map_csv, at), over_forms=over_forms)
            done = replace(done, **taken._asdict())
    return replace(done, seconds=round(time.perf_counter() - start, 3))
