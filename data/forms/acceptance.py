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
from data.errors import ArchiveError, suggestion
from data.forms.accepted import Archive, Submission
from data.forms.checking import check_file
from data.forms.identifiers import is_demo_code
from data.forms.keeping import content_checksum, write_folder
from data.forms.log import Entry
from geo.places import find_municipality, municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from data.forms.report import Report

Result = Literal["accepted", "unchanged", "refused"]
Reason = Literal["problems", "no_money", "demo_codes"]
SETTABLE = ("not_asked", "no_answer")
"""States that are set by hand; all others follow from the forms that came."""


_NOT_ITS_OWN = frozenset({"wrong_municipality", "wrong_year"})
"""Problems that make it doubtful whose form it is."""


@dataclass(frozen=True)
class Acceptance:
    """What became of one file.

    Attributes:
        path: the file.
        result: accepted; unchanged: the same form counts already; refused: it has errors.
        entry: its line in the log.
        report: what the check found.
        reason: why it was refused: "problems" of the report; "no_money": nothing was paid to
            anyone; "demo_codes": recipients of the demonstration set.
        superseded: checksum of the form that counted until now.
        waits: it was accepted, but its year is not among those that the atlas shows.
    """

    path: Path
    result: Result
    entry: Entry
    report: Report
    reason: Reason | None = None
    superseded: str | None = None
    waits: bool = False


def accept(
    paths: Iterable[Path],
    data_dir: Path,
    *,
    check: Callable[[Path], Report] = check_file,
    now: datetime | None = None,
) -> list[Acceptance]:
    """Check files and take in the clean ones.

    Each file is taken in on its own: whole or not at all, whatever happens to the process or the
    disk. A form of a municipality and year that has one already supersedes it; the earlier stays.
    The same form again changes nothing.

    Args:
        paths: the files.
        data_dir: the data folder; forms are kept in its folder "forms".
        check: reads and checks a file.
        now: when they came, UTC; the clock's time if not given.

    Returns:
        What became of each, in their order.

    Raises:
        ArchiveError: the archive cannot be written to or read; what was taken in before stays.
    """
    archive, at = Archive(data_dir), now or datetime.now(UTC)
    return [_accept(archive, path, check, at) for path in paths]


def submissions(data_dir: Path) -> list[Submission]:
    """Return the state of each municipality's form of each year.

    Args:
        data_dir: the data folder; it need not be there.

    Returns:
        All municipalities in all years that the atlas shows, and other years that forms came for;
        by year, then in Lithuanian order. Where nothing is known, the state is not_asked.

    Raises:
        ArchiveError: the log cannot be read.
    """
    known = Archive(data_dir).known()
    years = sorted({*YEARS, *(year for _, year in known)})
    places = [place.code for place in municipalities()]
    return [
        known.get((place, year), Submission(place, year, "not_asked"))
        for year in years
        for place in places
    ]


def set_state(data_dir: Path, municipality: str, year: int, state: str | None) -> None:
    """Write down that a municipality was not asked, or was asked and did not answer.

    Args:
        data_dir: the data folder.
        municipality: its code, or a known spelling of its name.
        year: of the figures.
        state: not_asked or no_answer; None forgets what was written down.

    Raises:
        ArchiveError: another state, or a form of that municipality and year came.
        UnknownPlace: no such municipality (or AmbiguousPlace: more than one).
    """
    if state is not None and state not in SETTABLE:
        raise ArchiveError(f"unknown state {state!r}{suggestion(state, SETTABLE)}")
    key = find_municipality(municipality).code, year
    archive = Archive(data_dir)
    with archive.writing():
        known = archive.known().get(key)
        if known is not None and known.state not in SETTABLE:
            raise ArchiveError(f"{key[0]} {year}: a form came on {known.received_on}")
        states = archive.stated() | ({key: state} if state else {})
        kept = [(*each, said) for each, said in states.items() if state or each != key]
        archive.write_states(kept)


def _accept(
    archive: Archive, path: Path, check: Callable[[Path], Report], at: datetime
) -> Acceptance:
    """Check one file and take it in if it is clean."""
    try:
        checksum = content_checksum(path)
    except OSError:  # the check says what is wrong with it
        checksum = ""
    report = check(path)
    reason = _reason(report)
    entry = _entry(path, report, checksum, at, "refused" if reason else "accepted")
    with archive.writing() as work:
        if reason:
            archive.append([entry])
            return Acceptance(path, "refused", entry, report, reason)
        before = archive.current().get((entry.municipality, entry.year or 0))
        if before is not None and before.checksum == checksum:
            entry = replace(entry, result="unchanged")
            archive.append([entry])
            return Acceptance(path, "unchanged", entry, report)
        write_folder(
            work / checksum, path, (entry.municipality, entry.year or 0), report.rows or {}
        )
        archive.put(work / checksum, entry.municipality, entry.year or 0)
        archive.append([entry])
    return Acceptance(
        path,
        "accepted",
        entry,
        report,
        superseded=before.checksum if before else None,
        waits=entry.year not in YEARS,
    )


def _reason(report: Report) -> Reason | None:
    """Return why a form cannot be taken in, None if it can."""
    blocked = any(problem.severity == "error" for problem in report.problems)
    if blocked or report.rows is None or not report.municipality or report.year is None:
        return "problems"
    paid = report.rows.get("allocations", ())
    if any(is_demo_code(str(row["code"])) for row in paid):
        return "demo_codes"
    return None if any(row["executed"] for row in paid) else "no_money"


def _entry(path: Path, report: Report, checksum: str, at: datetime, result: Result) -> Entry:
    """Return a form's line of the log; of a refused one only what can be no personal data."""
    errors = sum(problem.severity == "error" for problem in report.problems)
    known = not any(problem.code in _NOT_ITS_OWN for problem in report.problems)
    return Entry(
        at=at.astimezone(UTC).replace(microsecond=0),
        result=result,
        municipality=(report.municipality or "") if known else "",
        year=report.year if known else None,
        checksum=checksum,
        state=_state(report) if result == "accepted" else "received",
        form_version=report.version if result == "accepted" else "",
        errors=errors,
        warnings=len(report.problems) - errors,
        file=harmless(path.name),
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
