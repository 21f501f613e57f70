"""Files that are there whole or not at all, whatever happens to the process or the power.

A new file is made elsewhere on the same file system, flushed, and renamed into its place; who
changes what others change too holds a lock that goes with the process.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: there, one build or acceptance at a time is the operator's care
    fcntl = None  # type: ignore[assignment]


_UNFINISHED = ".unfinished"


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


def flush_all(folder: Path) -> None:
    """Have a folder on the disk with everything in it.

    Raises:
        OSError: the disk is full.
    """
    for path in folder.iterdir():
        if path.is_dir():
            flush_all(path)
        else:
            flush(path)
    flush(folder)


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

    What a writer of the same file left that was killed is swept.

    Raises:
        OSError: it cannot be written; the former content is untouched. It names the file.
    """
    try:
        _sweep(path)
        fresh, lock = _make(path)
        try:
            fresh.write_bytes(content)
            fresh.chmod(0o644)
            put_in_place(fresh, path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        finally:
            if lock is not None:
                os.close(lock)
    except OSError as error:
        if error.errno is None:
            raise
        # The file that was asked for: not the hidden one, nor none.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _make(path: Path) -> tuple[Path, int | None]:
    """Make a file beside another and lock it; anew if a sweeper came between the two steps."""
    while True:
        descriptor, name = tempfile.mkstemp(_UNFINISHED, f".{path.name}.", path.parent)
        if fcntl is None:  # elsewhere an open file cannot be renamed
            os.close(descriptor)
            return Path(name), None
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_nlink:
                return Path(name), descriptor
        os.close(descriptor)


def _sweep(path: Path) -> None:
    """Remove what killed writers of a file left: what can be locked, nobody writes."""
    if fcntl is None:
        return
    for left in path.parent.glob(f".{escape(path.name)}.????????{_UNFINISHED}"):
        with suppress(OSError):
            descriptor = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                left.unlink()
            finally:
                os.close(descriptor)


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
