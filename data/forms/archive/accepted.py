"""Where accepted forms are kept: nothing there is ever changed, and the log says what counts.

::

    DATA_DIR/forms/
      log.csv                                  every form that came, in order, and its result
      states.csv                               who was not asked, who was asked and did not answer
      accepted/<municipality>/<year>/<checksum>/
        original.xlsx                          the file as it came
        form.csv, allocations.csv, …           its sheets, columns as in the form's definition,
                                               then the file and the rows that they come from
        places.csv                             where those columns stand in the file

A folder is moved into its place whole, and counts only when the log names it. Of a municipality
and year the last accepted form counts; the earlier ones stay.
"""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.durable import flush, flush_all, locked, write_whole
from data.errors import ArchiveError, plainly
from data.forms.archive.log import (
    HEADER,
    LogLine,
    MunicipalityYear,
    line,
    read_log,
    read_rows,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

FORMS = "forms"
KEPT = "table-"
"""How the name of an imported table begins where it is kept: history/<checksum>/table-<name>."""

_WORKING = ".working-"
_WRITERS = 16


@dataclass(frozen=True)
class Submission:
    """What became of a municipality's form of a year.

    Attributes:
        municipality: code.
        year: of the figures.
        state: code list submission_state.
        received_on: the day that the form came.
        form_version: of the form that counts.
        checksum: of the form that counts.
        earlier: how many accepted forms it supersedes.
    """

    municipality: str
    year: int
    state: str
    received_on: date | None = None
    form_version: str | None = None
    checksum: str | None = None
    earlier: int = 0


@dataclass(frozen=True)
class Archive:
    """The accepted forms of a data folder; it need not be there yet.

    Attributes:
        data_dir: the data folder, DATA_DIR.
    """

    data_dir: Path

    @property
    def folder(self) -> Path:
        """Where everything of the forms is."""
        return self.data_dir / FORMS

    @property
    def log(self) -> Path:
        """The log's file."""
        return self.folder / "log.csv"

    @property
    def states(self) -> Path:
        """The file of states that are set by hand."""
        return self.folder / "states.csv"

    def folder_of(self, municipality: str, year: int, checksum: str) -> Path:
        """Where an accepted form lies."""
        return self.folder / "accepted" / municipality / str(year) / checksum

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """Hold the archive's lock and lend an empty folder to prepare things in.

        Raises:
            ArchiveError: the archive cannot be written to; what it held, it holds.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder):
                self._sweep()
                work = Path(tempfile.mkdtemp(prefix=_WORKING, dir=self.folder))
                try:
                    yield work
                finally:
                    shutil.rmtree(work, ignore_errors=True)
        except OSError as error:
            raise ArchiveError(f"cannot write to {self.folder}: {plainly(error)}") from error

    def _sweep(self) -> None:
        """Remove what killed processes left; as the lock is held, nobody works with it."""
        for left in self.folder.glob(".*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()

    def put_all(self, prepared: Sequence[tuple[Path, MunicipalityYear]]) -> None:
        """Move prepared folders, named by their checksums, to where they belong.

        They do not count before the log names them. One that is there already is left alone: it
        is whole, as everything there. Hold the lock (see writing).
        """
        moves = [(folder, self.folder_of(*key, folder.name)) for folder, key in prepared]
        moves = [(folder, target) for folder, target in moves if not target.is_dir()]
        with ThreadPoolExecutor(_WRITERS) as pool:  # a disk flushes many at once as fast as one
            for _ in pool.map(flush_all, [folder for folder, _ in moves]):
                pass
            for folder, target in moves:
                target.parent.mkdir(parents=True, exist_ok=True)
                folder.replace(target)
            changed = {parent for _, target in moves for parent in target.parents[:3]}
            for _ in pool.map(flush, [*changed, self.folder]):
                pass

    def entries(self) -> list[LogLine]:
        """Read the log.

        Raises:
            ArchiveError: a line of it cannot be read.
        """
        return read_log(self.log)

    def append(self, entries: Iterable[LogLine]) -> None:
        """Write entries to the log: all of them, or none. Hold the lock (see writing)."""
        before = self.log.read_bytes() if self.log.is_file() else line(HEADER)
        write_whole(self.log, before + b"".join(map(written, entries)))

    def current(self, log: Iterable[LogLine] | None = None) -> dict[MunicipalityYear, LogLine]:
        """Return the entries of the forms that count.

        Args:
            log: as it was read before, by who asks several things of one moment; else as it is now.
        """
        return {
            (entry.municipality, entry.year): entry
            for entry in (self.entries() if log is None else log)
            if entry.result == "accepted" and entry.year is not None
        }

    def superseded(self) -> set[tuple[MunicipalityYear, str]]:
        """Return municipality-years and checksums of accepted forms that count no more."""
        log = self.entries()
        current = {key: entry.checksum for key, entry in self.current(log).items()}
        return {
            (key, entry.checksum)
            for entry in log
            if entry.result == "accepted" and entry.year is not None
            if entry.checksum != current[key := (entry.municipality, entry.year)]
        }

    def known(self, log: Iterable[LogLine] | None = None) -> dict[MunicipalityYear, Submission]:
        """Return what is known of submissions: forms that came, else what was set by hand.

        Args:
            log: as `current` takes it.
        """
        found = {key: Submission(*key, state) for key, state in self.stated().items()}
        for entry in self.entries() if log is None else log:
            if entry.year is None or not entry.municipality:
                continue
            key = entry.municipality, entry.year
            former = found.get(key)
            counted = former is not None and former.state in {"accepted", "declared_zero"}
            if entry.result == "unchanged" or (entry.result == "refused" and counted):
                continue
            found[key] = Submission(
                *key,
                entry.state,
                entry.at.date(),
                entry.form_version or None,
                entry.checksum,
                former.earlier + 1 if former is not None and counted else 0,
            )
        return dict(sorted(found.items()))

    def write_states(self, states: Iterable[tuple[str, int, str]]) -> None:
        """Replace the states that are set by hand. Hold the lock (see writing)."""
        lines = [("municipality", "year", "state"), *sorted(states)]
        write_whole(self.states, b"".join(map(line, lines)))

    def stated(self) -> dict[MunicipalityYear, str]:
        """Return the states that are set by hand."""
        rows = read_rows(self.states)
        return {(row["municipality"], int(row["year"])): row["state"] for row in rows}
