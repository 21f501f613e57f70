"""Files that are there whole or not at all, whatever happens to the process or the power.

A new file is made elsewhere on the same file system, flushed, and renamed into its place; who
changes what others change too holds a lock that goes with the process.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: there, one build or acceptance at a time is the operator's care
    fcntl = None  # type: ignore[assignment]


def flush(path: Path) -> None:
    """Have a file's content, or a folder's list of names, on the disk before going on.

    Raises:
        OSError: it is not there, or the disk is full.
    """
    if path.is_dir():
        if fcntl is None:  # elsewhere folders cannot be flushed
            return
        descriptor = os.open(path, os.O_RDONLY)
    else:
        descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(fresh: Path, target: Path) -> None:
    """Rename a finished file or folder to where it belongs, in one step that survives a power cut.

    Args:
        fresh: on the same file system; a folder's files are flushed already.
        target: a file that is there is replaced; a folder must not be there.

    Raises:
        OSError: it could not be put there; what was there is untouched.
    """
    flush(fresh)
    fresh.replace(target)
    flush(target.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that readers see the former content or the new one, never a part.

    Raises:
        OSError: it cannot be written; the former content is untouched.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 (a descriptor has no path)
            file.write(content)
        fresh.chmod(0o644)
        put_in_place(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock, waiting for whoever has it; it ends with the process at the latest.

    Raises:
        OSError: there is no such folder.
    """
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
