"""A data folder from a backup: everything is proved first, then put in place in one step."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.building.describe import DEFAULT_FOLDER
from data.building.publish import working_prefix, workshop
from data.commitments.files import PLANS
from data.durable import flush
from data.errors import ArchiveError, BuildError, plainly
from data.forms.archive.accepted import FORMS
from data.upkeep.listing import DATA, DATABASE
from data.upkeep.unpack import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WRITERS = 16


@dataclass(frozen=True)
class Recovered:
    """What a restored data folder holds.

    Attributes:
        data_dir: the folder.
        files: how many files were restored.
        made_at: when the backup was made, ISO 8601.
        version: data version of the build that was published then; None without one.
        built: whether that database is there too.
        statuses: the folder of statuses that are not the program's; None if they are.
    """

    data_dir: Path
    files: int
    made_at: str
    version: str | None
    built: bool
    statuses: Path | None


def restore(file: Path, data_dir: Path, *, sources: Path = DEFAULT_FOLDER) -> Recovered:
    """Make a data folder of a backup.

    Args:
        file: the backup.
        data_dir: the folder to make; it may be there if it is empty.
        sources: folder of sources: statuses of commitments that differ from those there are put
            into the data folder, to be looked at.

    Raises:
        ArchiveError: the folder holds something, the file is no backup or is damaged, or it cannot
            be written. The folder is as before.
    """
    data_dir = data_dir.resolve()
    _refuse_full(data_dir)
    try:
        with _work_beside(data_dir) as work:
            told, files = unpack(file, work)
            fresh = work / DATA
            fresh.mkdir(exist_ok=True)
            differ = _differ(work / PLANS, sources / PLANS)
            if differ:
                (work / PLANS).rename(fresh / PLANS)
            built = (fresh / DATABASE).is_file()
            _flush(fresh)
            _put(fresh, data_dir)
    except OSError as error:
        raise ArchiveError(f"nothing was restored: {plainly(error)}") from error
    except BuildError as error:
        raise ArchiveError(f"nothing was restored: {error.__cause__ or error}") from error
    statuses = data_dir / PLANS if differ else None
    return Recovered(data_dir, files, told.made_at, told.published, built, statuses)


def _refuse_full(data_dir: Path) -> None:
    """Refuse a folder that holds anything but what a killed command left."""
    if os.path.lexists(data_dir) and not data_dir.is_dir():
        raise ArchiveError(f"{data_dir} is a file: name a folder that is empty or not there")
    if data_dir.is_dir() and (there := _entries(data_dir)):
        what = "an archive of forms" if FORMS in there else f"something already: {there[0]}"
        raise ArchiveError(
            f"{data_dir} holds {what}; nothing was restored. Set DATA_DIR to a folder that is "
            "empty or not there, or move this one away first"
        )


def _entries(data_dir: Path) -> list[str]:
    left = working_prefix(data_dir / DATABASE)
    return sorted(each.name for each in data_dir.iterdir() if not each.name.startswith(left))


@contextmanager
def _work_beside(data_dir: Path) -> Iterator[Path]:
    """Lend a folder from which everything can be moved into place; killed ones are swept."""
    inside = data_dir.is_dir() and (data_dir.is_mount() or not os.access(data_dir.parent, os.W_OK))
    with workshop(data_dir / DATABASE if inside else data_dir) as work:
        yield work


def _flush(fresh: Path) -> None:
    """Have everything on the disk before it counts."""
    with ThreadPoolExecutor(_WRITERS) as pool:  # a disk flushes many at once as fast as one
        for _ in pool.map(flush, [*fresh.rglob("*"), fresh]):
            pass


def _put(fresh: Path, data_dir: Path) -> None:
    """Put the finished folder in place; where a disk is mounted, its parts, the forms last."""
    if data_dir not in fresh.parents:
        fresh.replace(data_dir)
        flush(data_dir.parent)
        return
    for part in sorted(fresh.iterdir(), key=lambda path: path.name == FORMS):
        part.rename(data_dir / part.name)
    flush(data_dir)


def _differ(ours: Path, theirs: Path) -> bool:
    """Whether a file is not as the program has it."""
    return any(
        not (there := theirs / path.name).is_file() or there.read_bytes() != path.read_bytes()
        for path in (ours.iterdir() if ours.is_dir() else ())
    )
