"""A backup: one file that holds what cannot be made again, there whole or not at all."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS
from data.durable import flush
from data.errors import ArchiveError, plainly
from data.upkeep.listing import ABOUT, FORMAT, MANIFEST, manifest
from data.upkeep.snapshot import take

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.upkeep.snapshot import MemberContent, Snapshot

try:
    import fcntl
except ImportError:  # Windows: there, one backup at a time is the operator's care
    fcntl = None  # type: ignore[assignment]

_OURS_ALONE = 0o600
"""Forms may name persons: a backup is as confidential as the archive."""


@dataclass(frozen=True)
class BackedUp:
    """What is in a backup.

    Attributes:
        path: the file.
        files: how many it holds.
        size: bytes.
        forms: how many accepted forms, superseded ones too.
        builds: how many builds.
        version: data version of the published build; None without one.
        missing: forms that the log names and that are not there.
    """

    path: Path
    files: int
    size: int
    forms: int
    builds: int
    version: str | None
    missing: tuple[Path, ...]


def backup(
    data_dir: Path,
    target: Path,
    *,
    with_builds: bool = False,
    sources: Path = DEFAULT_FOLDER,
    now: datetime | None = None,
) -> BackedUp:
    """Write a backup of a data folder, as it is at one moment.

    Stewards wait as long as it takes to list the archive; everything else is read afterwards.

    Args:
        data_dir: the data folder.
        target: the file to make; it must not be there.
        with_builds: whether it holds the kept builds and the data set, which can be made again.
        sources: folder of sources, for the statuses of commitments.
        now: when it is made, UTC; the clock's time if not given.

    Raises:
        ArchiveError: the file is there, lies in the data folder, or cannot be written; or something
            cannot be read. Nothing is left of it.
    """
    if not data_dir.is_dir():
        raise ArchiveError(f"no data folder at {data_dir}: there is nothing to back up")
    if data_dir.resolve() in target.resolve().parents:
        raise ArchiveError(f"{target} lies in {data_dir}: a backup belongs elsewhere")
    if os.path.lexists(target):
        raise ArchiveError(f"{target} is there; choose another name, nothing is written over")
    made_at = (now or datetime.now(UTC)).astimezone(UTC)
    try:
        with ExitStack() as held:
            taken = take(data_dir, sources / PLANS, held, with_builds=with_builds)
            with _whole(target) as file:
                files = _write(file, taken, made_at)
                size = file.tell()
    except OSError as error:
        raise ArchiveError(f"no backup was made: {plainly(error)}") from error
    counts = taken.forms, taken.builds, taken.version
    return BackedUp(target, files, size, *counts, taken.missing)


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Lend a file that takes the target's name when it is finished.

    What a killed backup left of the same name is written over.
    """
    part = target.with_name(f".{target.name}.part")
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(part, flags, _OURS_ALONE), "r+b") as file:  # noqa: PTH123 (a descriptor)
        if fcntl:
            _hold(file, target)
        try:
            part.chmod(_OURS_ALONE)
            file.truncate()
            yield file
            file.flush()
            os.fsync(file.fileno())
            _name(part, target)
        finally:
            part.unlink(missing_ok=True)
    flush(target.parent)


def _hold(file: BinaryIO, target: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ArchiveError(f"another backup to {target} is under way") from error


def _name(part: Path, target: Path) -> None:
    """Give the finished file its name, if nobody has taken that meanwhile."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        part.rename(target)


def _write(file: BinaryIO, taken: Snapshot, made_at: datetime) -> int:
    """Write all members and the list of their checksums; return how many there are."""
    sums: dict[str, str] = {}
    about: dict[str, Any] = {
        "format": FORMAT,
        "made_at": made_at.isoformat(timespec="seconds"),
        "forms": taken.forms,
        "builds": taken.builds,
        "published": taken.version,
    }
    content = json.dumps(about, indent=1).encode()
    members: dict[str, MemberContent | Path] = {ABOUT: content, **taken.members}
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, source in members.items():
            sums[name] = _add(tar, name, source, made_at)
        _add(tar, MANIFEST, manifest(sums), made_at)
    return len(sums)


def _add(tar: tarfile.TarFile, name: str, source: MemberContent | Path, made_at: datetime) -> str:
    """Add a member; return the checksum of what was written."""
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    with opened.open("rb") if isinstance(opened, Path) else opened as content:
        entry = tarfile.TarInfo(name)
        entry.size = content.seek(0, os.SEEK_END)
        content.seek(0)
        entry.mode, entry.mtime = _OURS_ALONE, int(made_at.timestamp())
        reader = _HashedReader(content)
        tar.addfile(entry, reader)
    return reader.total.hexdigest()


class _HashedReader:
    """Reads on for another, and keeps the checksum of what was read."""

    def __init__(self, content: BinaryIO) -> None:
        self._content = content
        self.total = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._content.read(size)
        self.total.update(block)
        return block
