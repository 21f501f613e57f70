"""Clean forms are taken in: each whole, once, and with a line in the log; the rest stay outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.catalog import YEARS
from data.errors import ArchiveError
from data.forms.archive.accepted import Archive
from data.forms.archive.judging import (
    Acceptance,
    judge,
    key_of,
    refuse_several,
    refuse_superseded,
    second,
    whence,
)
from data.forms.archive.keeping import changed, content_checksum, write_folder
from data.forms.archive.log import LogLine
from data.forms.checking.batch import check_many
from data.steady import as_they_are

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from pathlib import Path

    from data.forms.archive.judging import Wish
    from data.forms.checking.report import Report
    from data.steady import AsTheyWere

    BatchCheck = Callable[[Sequence[Path]], Iterable[Report]]


def accept(
    paths: Iterable[Path],
    data_dir: Path,
    *,
    check: BatchCheck = check_many,
    now: datetime | None = None,
    wishes: Container[Wish] = (),
    copies: Iterable[Path] = (),
) -> list[Acceptance]:
    """Check files and take in the clean ones.

    Each file is taken in on its own: whole or not at all, whatever happens to the process or the
    disk. A form of a municipality and year that has one already supersedes it; the earlier stays,
    and comes back only by wish. The same form again changes nothing. Which of several forms of one
    municipality and year is the right one is not guessed: none of them is taken in.

    Args:
        paths: the files.
        data_dir: the data folder; forms are kept in its folder "forms".
        check: reads and checks files; gives a report for each, in their order.
        now: when they came, UTC; the clock's time if not given.
        wishes: reasons that do not count this time.
        copies: marked copies that nobody has mended; only the log hears of them.

    Returns:
        What became of each, in their order.

    Raises:
        ArchiveError: the archive cannot be written to or read; what was taken in before stays.
    """
    files, archive, at = [*paths], Archive(data_dir), now or datetime.now(UTC)
    before = {path: as_they_are([path]) for path in files}
    checksums = [_checksum(path) for path in files]  # of what is checked, not of what it becomes
    came = [
        judge(path, report, checksum, at, wishes)
        for path, checksum, report in zip(files, checksums, check(files), strict=True)
    ]
    _log_copies(archive, copies, at)
    if "superseded" not in wishes:
        came = refuse_superseded(came, archive.superseded())
    again = "superseded" in wishes
    return [
        _take_in(archive, each, before[each.path], again=again) for each in refuse_several(came)
    ]


def _log_copies(archive: Archive, copies: Iterable[Path], at: datetime) -> None:
    """Note marked copies that were left out."""
    entries = [
        LogLine(second(at), "skipped", "", None, _checksum(path), "", "", 0, 0, whence(path))
        for path in copies
    ]
    if entries:
        with archive.writing():
            archive.append(entries)


def _checksum(path: Path) -> str:
    try:
        return content_checksum(path)
    except OSError:  # the check says what is wrong with it
        return ""


def _take_in(archive: Archive, each: Acceptance, before: AsTheyWere, *, again: bool) -> Acceptance:
    """Write a checked file to the log, and if it is clean and new to the archive."""
    with archive.writing() as work:
        if not again:  # another may have taken in a later form since the check
            (each,) = refuse_superseded([each], archive.superseded())
        entry, key, superseded = each.entry, key_of(each), None
        if entry.result == "accepted":
            former = archive.current().get(key)
            superseded = former.checksum if former else None
            if superseded == entry.checksum:
                entry = replace(entry, result="unchanged")
            else:
                report, folder = each.report, work / entry.checksum
                write_folder(folder, each.path, key, report.rows or {}, report.places)
                if before.changed():
                    raise ArchiveError(changed(each.path))
                archive.put_all([(work / entry.checksum, key)])
        if entry.checksum:  # a file that is not there did not come
            archive.append([entry])
    if entry.result != "accepted":
        return replace(each, entry=entry)
    return replace(each, superseded=superseded, waits=entry.year not in YEARS)
