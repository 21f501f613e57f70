"""A new database appears whole or not at all, and leaves no rubbish behind when a build dies.

A build works in a hidden folder of its own beside the target, which it keeps locked. The lock goes
with the process, so a folder that can be locked belongs to a build that was killed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: there, files in use cannot be deleted, which is guard enough
    fcntl = None  # type: ignore[assignment]


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Lend an empty folder beside the target; it is gone afterwards, also after an error.

    Folders that killed builds of the same target left behind are swept first; those of builds
    still running stay.

    Raises:
        BuildError: the target's folder cannot be written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target)
        folder, lock = _make(target)
    except OSError as error:
        raise BuildError(f"cannot build beside {target}: {error}") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _unlock(lock)


def publish(fresh: Path, target: Path) -> None:
    """Put a finished file in the target's place, in one step that survives a power cut.

    Args:
        fresh: the finished file, on the same file system.
        target: where it goes; readers of a former file keep that until they reopen.

    Raises:
        BuildError: the file could not be put there; a former one is untouched.
    """
    try:
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(target)
        if fcntl is not None:  # elsewhere folders cannot be flushed
            folder = os.open(target.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)
    except OSError as error:
        raise BuildError(f"cannot publish {target}: {error}") from error


def sweep(target: Path) -> None:
    """Remove the folders of killed builds of this target."""
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        with suppress(OSError):  # locked by a running build, or already gone
            lock = _lock(folder)
            shutil.rmtree(folder, ignore_errors=True)
            _unlock(lock)


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _make(target: Path) -> tuple[Path, int | None]:
    """Make and lock a folder; another one if a sweeper came between the two steps."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        with suppress(OSError):
            lock = _lock(folder)
            if folder.is_dir():
                return folder, lock
            _unlock(lock)


def _lock(folder: Path) -> int | None:
    """Lock a folder until it is unlocked or the process ends.

    Raises:
        OSError: another process holds it.
    """
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _unlock(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)
