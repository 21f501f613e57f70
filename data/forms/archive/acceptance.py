"""Clean forms are taken in: each whole, once, and with a line in the log; the rest stay outside.

A form that is refused is not kept, because it may hold what must not be stored; the log says that
it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from data.catalog import YEARS
from data.forms.archive.accepted import Archive
from data.forms.archive.keeping import content_checksum, write_folder
from data.forms.archive.log import Entry, Result
from data.forms.checking.batch import check_many
from data.forms.values.identifiers import is_demo_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from data.forms.checking.report import Report

    Check = Callable[[Sequence[Path]], Iterable[Report]]

Reason = Literal["problems", "no_money", "demo_codes"]

_NOT_ITS_OWN = frozenset({"wrong_municipality", "wrong_year"})
"""Problems that make it doubtful whose form it is."""


@dataclass(frozen=True)
class Acceptance:
    """What became of one file.

    Attributes:
        path: the file.
        entry: its line in the log, with the result.
        report: what the check found.
        reason: why it was refused: "problems" of the report; "no_money": nothing was paid to
            anyone; "demo_codes": recipients of the demonstration set.
        superseded: checksum of the form that counted until now.
        waits: it was accepted, but its year is not among those that the atlas shows.
    """

    path: Path
    entry: Entry
    report: Report
    reason: Reason | None = None
    superseded: str | None = None
    waits: bool = False

    @property
    def result(self) -> Result:
        """What was done with it; see data.forms.archive.log.Entry."""
        return self.entry.result


def accept(
    paths: Iterable[Path],
    data_dir: Path,
    *,
    check: Check = check_many,
    now: datetime | None = None,
) -> list[Acceptance]:
    """Check files and take in the clean ones.

    Each file is taken in on its own: whole or not at all, whatever happens to the process or the
    disk. A form of a municipality and year that has one already supersedes it; the earlier stays.
    The same form again changes nothing.

    Args:
        paths: the files.
        data_dir: the data folder; forms are kept in its folder "forms".
        check: reads and checks files; gives a report for each, in their order.
        now: when they came, UTC; the clock's time if not given.

    Returns:
        What became of each, in their order.

    Raises:
        ArchiveError: the archive cannot be written to or read; what was taken in before stays.
    """
    files, archive, at = [*paths], Archive(data_dir), now or datetime.now(UTC)
    checksums = [_checksum(path) for path in files]  # of what is checked, not of what it becomes
    return [
        _take_in(archive, path, report, _entry(report, checksum, at))
        for path, checksum, report in zip(files, checksums, check(files), strict=True)
    ]


def _checksum(path: Path) -> str:
    try:
        return content_checksum(path)
    except OSError:  # the check says what is wrong with it
        return ""


def _take_in(archive: Archive, path: Path, report: Report, entry: Entry) -> Acceptance:
    """Write a checked file to the log, and if it is clean and new to the archive."""
    key, superseded = (entry.municipality, entry.year or 0), None
    with archive.writing() as work:
        if entry.result == "accepted":
            before = archive.current().get(key)
            superseded = before.checksum if before else None
            if superseded == entry.checksum:
                entry = replace(entry, result="unchanged")
            else:
                write_folder(work / entry.checksum, path, key, report.rows or {})
                archive.put_all([(work / entry.checksum, key)])
        if entry.checksum:  # a file that is not there did not come
            archive.append([entry])
    if entry.result != "accepted":
        return Acceptance(path, entry, report, _reason(report))
    return Acceptance(path, entry, report, None, superseded, waits=entry.year not in YEARS)


def _reason(report: Report) -> Reason | None:
    """Return why a form cannot be taken in, None if it can."""
    if not report.clean or not report.rows or not report.municipality or report.year is None:
        return "problems"
    paid = report.rows.get("allocations", ())
    if any(is_demo_code(str(row["code"])) for row in paid):
        return "demo_codes"
    return None if any(row["executed"] for row in paid) else "no_money"


def _entry(report: Report, checksum: str, at: datetime) -> Entry:
    """Return a form's line of the log; of a refused one only what can be no personal data."""
    refused = _reason(report) is not None
    known = not any(problem.code in _NOT_ITS_OWN for problem in report.problems)
    return Entry(
        at=at.astimezone(UTC).replace(microsecond=0),
        result="refused" if refused else "accepted",
        municipality=(report.municipality or "") if known else "",
        year=report.year if known else None,
        checksum=checksum,
        state="received" if refused else _state(report),
        form_version="" if refused else report.version,
        errors=report.errors,
        warnings=report.warnings,
        file=harmless(report.path.name),
    )


def _state(report: Report) -> str:
    """Return the state that a clean form brings its municipality into."""
    (said,) = (report.rows or {}).get("form") or ({},)
    return "declared_zero" if said.get("declared_zero_competition") is True else "accepted"


def harmless(name: str) -> str:
    """Return a file's name without what a spreadsheet or terminal would obey; digits of codes.

    Long runs of digits go too: people name files by personal codes.
    """
    kept = re.sub(r"\d{10,}", "…", re.sub(r"[^\w .()-]", "_", name))
    return kept.lstrip("-. ")[:100]
