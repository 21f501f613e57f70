"""What a data folder holds at one moment, without keeping stewards waiting.

What changes is read while its lock is held: the log, states, maps and rules of tables. All else
is there for ever once it is there, or is held open, and is read when nobody waits any more.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from data.asking.store import Store
from data.building.publish import former
from data.commitments.columns import COLUMNS
from data.commitments.files import PLANS
from data.dataset.offered import folder_name, folders_of
from data.durable import locked
from data.errors import StoreError
from data.forms.archive.accepted import FORMS, KEPT, Archive
from data.forms.archive.log import HISTORY
from data.remarks.file import NAME
from data.upkeep.kept import accepted_folders
from data.upkeep.listing import DATA, DATABASE
from data.upkeep.logged import read_whole_log

if TYPE_CHECKING:
    from contextlib import ExitStack

MemberContent = bytes | BinaryIO
"""What a member holds: read already, or open."""


@dataclass(frozen=True)
class Snapshot:
    """What goes into a backup.

    Attributes:
        members: by name, content that was read or is held open, or the file to read.
        forms: how many accepted forms the log names.
        missing: folders that the log names and that are not there.
        version: data version of the published build; None without one.
        builds: how many builds are among the members.
    """

    members: dict[str, MemberContent | Path]
    forms: int
    missing: tuple[Path, ...]
    version: str | None
    builds: int


def take(data_dir: Path, statuses: Path, held: ExitStack, *, with_builds: bool) -> Snapshot:
    """Note what is there, and read what may change.

    Args:
        data_dir: the data folder; it is there.
        statuses: the folder of action plans that the program reads.
        held: keeps files open.
        with_builds: whether builds and the data set are wanted too.

    Raises:
        OSError: something may not be read.
    """
    archive, members = Archive(data_dir), dict[str, "MemberContent | Path"]()
    forms, missing = 0, list["Path"]()
    if archive.folder.is_dir():
        with locked(archive.folder):
            members |= _archived(archive)
            named = accepted_folders(archive, read_whole_log(archive.log)[0])
        forms, missing = len(named), [folder for folder in named if not folder.is_dir()]
    with suppress(FileNotFoundError):
        members[f"{DATA}/{NAME}"] = (data_dir / NAME).read_bytes()
    with locked(statuses):
        for name in [f"{name}.csv" for name in COLUMNS]:
            members[f"{PLANS}/{name}"] = (statuses / name).read_bytes()
    with locked(data_dir):
        version, folder = _published(data_dir / DATABASE)
        builds = _builds(data_dir, folder, held) if with_builds else {}
    count = sum(name.count("/") == 1 for name in builds)
    return Snapshot(members | builds, forms, tuple(missing), version, count)


def _archived(archive: Archive) -> dict[str, MemberContent | Path]:
    """Return all files of the archive but those that are being made."""
    found: dict[str, MemberContent | Path] = {}
    for place, folders, files in os.walk(archive.folder):
        folder, deep = Path(place), place != str(archive.folder)
        folders[:] = sorted(name for name in folders if deep or not name.startswith("."))
        within = PurePosixPath(DATA, FORMS, folder.relative_to(archive.folder))
        history = HISTORY in within.parts[2:3]
        for name in sorted(name for name in files if deep or not name.startswith(".")):
            changes = not deep or (history and not name.startswith(KEPT))
            path = folder / name
            found[f"{within / name}"] = path.read_bytes() if changes else path
    return found


def _published(target: Path) -> tuple[str | None, str]:
    """Return the published build's version and the name of its data set's folder."""
    with suppress(StoreError), Store(target) as store:
        return store.version, folder_name(store.version, store.built_at)
    return None, ""


def _builds(data_dir: Path, dataset: str, held: ExitStack) -> dict[str, MemberContent | Path]:
    """Open the kept builds and the files to take away: a publication may take them away."""
    target = data_dir / DATABASE
    paths = [*([target] if target.is_file() else []), *former(target)]
    if dataset:
        paths += sorted((folders_of(target) / dataset).glob("*"))
    return {
        f"{DATA}/{path.relative_to(data_dir).as_posix()}": held.enter_context(path.open("rb"))
        for path in paths
    }
