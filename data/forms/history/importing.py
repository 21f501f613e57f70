"""Imports a historical table: read, checked as forms are, and accepted whole or not at all."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from data.durable import write_whole
from data.errors import ArchiveError, plainly
from data.forms.archive.accepted import Archive
from data.forms.archive.log import HISTORY, MunicipalityYear
from data.forms.checking.check import NOTHING_KNOWN
from data.forms.checking.problems import UNREADABLE, Problem
from data.forms.checking.report import CLEAN, PROBLEMS, Report
from data.forms.history.examining import TIDY, check_table
from data.forms.history.leaving import WRITTEN
from data.forms.history.map_file import read_map
from data.forms.history.parting import Sent, cut, judge, take_in
from data.steady import as_they_are

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.forms.checking.context import Context
    from data.forms.history.outcome import CheckedTable


Forms = Literal["refuse", "leave", "over"]
"""Where a municipality sent a form: refuse the table, leave that year alone, or supersede it."""


@dataclass(frozen=True)
class Wishes:
    """How a table is to be imported.

    Attributes:
        forms: what to do where a municipality has an accepted form of its own.
        dry_run: whether only to say what would come in.
        left_out: file for the rows that the map leaves out.
        overwrite: whether to replace that file.
    """

    forms: Forms = "refuse"
    dry_run: bool = False
    left_out: Path | None = None
    overwrite: bool = False


@dataclass(frozen=True)
class Imported:
    """What became of a historical table; of a dry run, what would have become of it.

    Attributes:
        path: the file.
        sheet: id of the form's sheet that it fills.
        table: what it holds; with an error nothing was accepted.
        accepted: municipality-years that count from now on.
        unchanged: those that counted just so already.
        kept: those left alone, because the municipality sent a form of its own.
        mixed: those that have such a form, for which the whole table was refused.
        dry_run: whether nothing was to be taken in.
        seconds: how long it took.
    """

    path: Path
    sheet: str
    table: CheckedTable
    accepted: tuple[MunicipalityYear, ...] = ()
    unchanged: tuple[MunicipalityYear, ...] = ()
    kept: tuple[MunicipalityYear, ...] = ()
    mixed: tuple[MunicipalityYear, ...] = ()
    dry_run: bool = False
    seconds: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows come in."""
        return self.table.rows

    @property
    def problems(self) -> Sequence[Problem]:
        """Everything found, by rows."""
        return self.table.problems

    @cached_property
    def report(self) -> Report:
        """The check's result in the manner of a form's."""
        unreadable = any(problem.code in UNREADABLE for problem in self.problems[:1])
        return Report(self.path, None, None, self.problems, None, unreadable, HISTORY)

    @property
    def errors(self) -> int:
        """How many problems block."""
        return self.report.errors

    @property
    def exit_code(self) -> int:
        """0 if it is in, or would be; 1 if something blocks; 2 if it could not be read."""
        return self.report.exit_code or (PROBLEMS if self.mixed else CLEAN)


def import_table(
    path: Path,
    map_csv: Path,
    data_dir: Path,
    *,
    context: Context = NOTHING_KNOWN,
    wishes: Wishes = Wishes(),
    now: datetime | None = None,
) -> Imported:
    """Check a historical table and take it in.

    A table that would mix with a form which a municipality sent is refused, unless it is wished
    otherwise. A municipality-year that was imported before is superseded on the sheet that the
    table fills; what it has on other sheets stays.

    Args:
        path: CSV or workbook, a row for each row of one of the form's sheets, with municipality
            and year.
        map_csv: which heading is which column; see data.forms.history.map_file.
        data_dir: the data folder.
        context: what is known of other years.
        wishes: how to import it.
        now: when it came, UTC; the clock's time if not given.

    Returns:
        Every problem with its cell; what was accepted, if nothing blocks.

    Raises:
        FormError: the map is wrong.
        ArchiveError: the archive or the file for rows left out cannot be written to or read, or
            that file is there; nothing was taken in.
    """
    start, table_map = time.perf_counter(), read_map(map_csv)
    archive, at = Archive(data_dir), (now or datetime.now(UTC)).astimezone(UTC)
    _refuse_there(wishes)
    with _dry() if wishes.dry_run else archive.writing() as work:
        before = as_they_are([path, map_csv, *table_map.files])
        checked = check_table(path, map_csv, work, context=context)
        sent = Sent(path, map_csv, table_map.files, at, before)
        sent.require_unchanged()
        done = Imported(path, table_map.sheet.id, checked, dry_run=wishes.dry_run)
        if not done.errors:
            done = _take(done, archive, work, sent, wishes)
    return replace(done, seconds=round(time.perf_counter() - start, 3))


def _take(done: Imported, archive: Archive, work: Path, sent: Sent, wishes: Wishes) -> Imported:
    """Take in a table without errors, as far as it is wished."""
    parts = cut(work / TIDY, done.sheet, archive, done.table.paid)
    found = judge(archive, parts, over_forms=wishes.forms == "over")
    fresh, unchanged, formed = (tuple(part.key for part in those) for those in found)
    done = replace(done, accepted=fresh, unchanged=unchanged)
    if formed and wishes.forms == "refuse":
        done = replace(done, mixed=formed)
        if not wishes.dry_run:
            return replace(done, accepted=(), unchanged=())
    else:
        done = replace(done, kept=formed)
    if wishes.left_out:
        _write_left_out(work / WRITTEN, wishes.left_out)
    if not wishes.dry_run:
        take_in(archive, found.fresh, sent)
    return done


@contextmanager
def _dry() -> Iterator[Path]:
    """Lend a folder that has nothing to do with the archive."""
    with TemporaryDirectory(prefix="savivalda-") as folder:
        yield Path(folder)


def _refuse_there(wishes: Wishes) -> None:
    """Refuse to write over a file.

    Raises:
        ArchiveError: it is there.
    """
    path = wishes.left_out
    if path and path.exists() and not wishes.overwrite:
        raise ArchiveError(
            f"{path} is there; choose another place, or replace it with --overwrite; "
            "nothing was taken in"
        )


def _write_left_out(source: Path, target: Path) -> None:
    """Write the rows that are left out to where they are wanted.

    Raises:
        ArchiveError: they cannot be written there.
    """
    content = source.read_bytes() if source.exists() else b"row,reason\n"
    try:
        write_whole(target, content)
    except OSError as error:
        raise ArchiveError(f"cannot write {plainly(error)}; nothing was taken in") from error
