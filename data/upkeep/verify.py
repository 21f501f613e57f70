"""Proves that accepted forms, log, builds and checksums agree, and says what does not.

Nothing is changed and nobody is held up. The log is replaced whole and the folders that it names
never change, so they are read without a lock; the locks are tried for a moment, and not waited for,
to tell what a killed process left from what one at work has not finished.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.building.describe import DEFAULT_FOLDER
from data.catalog import YEARS
from data.commitments.files import PLANS
from data.errors import plainly
from data.forms.archive.accepted import Archive
from data.upkeep.anew import check_anew
from data.upkeep.built import check_builds, check_forms_of
from data.upkeep.finding import Finding
from data.upkeep.kept import accepted_folders, check_kept
from data.upkeep.left import check_left
from data.upkeep.listing import DATABASE
from data.upkeep.logged import read_whole_log
from data.upkeep.offered import check_dataset
from data.upkeep.stated import check_stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.forms.archive.log import LogLine
    from data.upkeep.built import KeptBuild
    from data.upkeep.kept import KeptForm


def verify(data_dir: Path, *, sources: Path = DEFAULT_FOLDER) -> list[Finding]:
    """Look over a data folder.

    Args:
        data_dir: the data folder; nothing in it is changed.
        sources: folder of sources, for the statuses of commitments.

    Returns:
        Everything that does not agree, in the order of looking; without damage, all is well.
    """
    return [*findings(data_dir, sources=sources)]


def findings(data_dir: Path, *, sources: Path = DEFAULT_FOLDER) -> Iterator[Finding]:
    """Yield what `verify` returns, as soon as it is found."""
    archive, target = Archive(data_dir), data_dir / DATABASE
    if not data_dir.is_dir() or not any(data_dir.iterdir()):
        yield Finding("nothing_here", data_dir, "there is no data folder, or it is empty")
        return
    entries: list[LogLine] = []
    try:
        yield from _forms(archive, entries)
        yield from check_stated(data_dir, archive.states, sources / PLANS)
        yield from _builds(archive, target, entries)
        yield from check_left(archive, target)
    except OSError as error:
        yield Finding("unreadable", data_dir, plainly(error))


def _forms(archive: Archive, entries: list[LogLine]) -> Iterator[Finding]:
    read, wrong = read_whole_log(archive.log)
    entries += read
    yield from wrong
    if not archive.log.exists() and any((archive.folder / "accepted").glob("*/*/*")):
        yield Finding("log_unreadable", archive.log, "forms are kept, and there is no log")
    whole: list[KeptForm] = []
    yield from check_kept(archive, accepted_folders(archive, entries), whole)
    yield from check_anew(whole)


def _builds(archive: Archive, target: Path, entries: list[LogLine]) -> Iterator[Finding]:
    opened: dict[Path, KeptBuild] = {}
    found = [*check_builds(target, opened)]
    yield from found
    published = opened.get(target)
    if published:
        yield from check_forms_of(published, archive.log, entries, YEARS)
        yield from check_dataset(published)
    elif not found:
        yield Finding("no_database", target, "there is no database yet")
