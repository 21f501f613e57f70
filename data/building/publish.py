"""A new database appears whole or not at all, the former ones stay at hand, a dead build is swept.

A build works in a hidden folder of its own beside the target, which it keeps locked. The lock goes
with the process, so a folder that can be locked belongs to a build that was killed.

Former builds lie beside the target as ``savivalda.duckdb.0007``: more is newer. They are hard
links, so that keeping one is no copy and the swap stays one rename.

The files of the whole data set lie in a folder of their build's own, put there before the database
names it and taken away after another one is published.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from data.asking.store import Store
from data.dataset.make import make
from data.dataset.offered import folders_of
from data.durable import flush, locked, put_in_place
from data.errors import BuildError, StoreError, plainly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

try:
    import fcntl
except ImportError:  # Windows: there, files in use cannot be deleted, which is guard enough
    fcntl = None  # type: ignore[assignment]

KEPT = 5
"""How many builds are kept, the published one among them."""


@dataclass(frozen=True)
class Restored:
    """What a rollback put back.

    Attributes:
        version: data version of the build that is published again.
        built_at: when that was built, UTC.
        left: how many former builds are still kept.
    """

    version: str
    built_at: datetime
    left: int


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
        raise BuildError(f"cannot build beside {target}: {plainly(error)}") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _unlock(lock)


def require_file(target: Path) -> None:
    """Refuse to publish where a folder lies.

    Raises:
        BuildError: one lies there.
    """
    if target.is_dir():
        raise BuildError(f"{target} is a folder: move it away, then do the same again")


def publish(fresh: Path, target: Path, dataset: Path | None = None) -> None:
    """Put a finished file in the target's place, in one step; keep the former one beside it.

    Args:
        fresh: the finished file, on the same file system, in a folder of its own.
        target: where it goes; readers of a former file keep that until they reopen.
        dataset: the folder that data.dataset.make made of it; without, none is offered.

    Raises:
        BuildError: the file could not be put there; a former one is untouched.
    """
    try:
        with locked(target.parent):
            _keep(target, fresh.parent)
            with _offered(dataset, target):
                put_in_place(fresh, target)
            for old in former(target)[KEPT - 1 :]:
                old.unlink(missing_ok=True)
    except OSError as error:
        raise BuildError(f"cannot publish {target}: {plainly(error)}") from error


def former(target: Path) -> list[Path]:
    """Return the former builds that are kept, newest first."""
    # A publication that was killed before its swap leaves a link to what is still published.
    there = target.exists()
    return [path for path in numbered(target) if not (there and path.samefile(target))]


def rollback(target: Path, steps: int = 1) -> Restored:
    """Publish a former build again, in one step; what was published after it is given up.

    Args:
        target: the published file.
        steps: how many builds to go back.

    Raises:
        StoreError: so many are not kept, or that one is not a database; nothing is changed.
        BuildError: it could not be put in place; the published file is untouched.
    """
    if not target.parent.is_dir():
        raise StoreError(f"no database at {target}: run `savivalda build` to make it")
    require_file(target)
    try:
        with workshop(target) as folder, locked(target.parent):
            kept = former(target)
            if not 1 <= steps <= len(kept):
                raise StoreError(f"cannot go {steps} back: former builds kept: {len(kept)}")
            restored = _restored(kept, steps)
            had = folders_of(target).is_dir()
            dataset = make(kept[steps - 1], folder) if had else None
            # First the newer ones: were they there after a crash, the next rollback would go forth.
            for newer in kept[: steps - 1]:
                newer.unlink()
            with _offered(dataset, target):
                put_in_place(kept[steps - 1], target)
    except (duckdb.Error, OSError) as error:
        raise BuildError(f"cannot roll {target} back: {plainly(error)}") from error
    return restored


def _restored(kept: list[Path], steps: int) -> Restored:
    """Look what a rollback would put back.

    Raises:
        StoreError: that build does not open.
    """
    try:
        with Store(kept[steps - 1]) as store:
            return Restored(store.version, store.built_at, len(kept) - steps)
    except StoreError as error:
        further = f"; `savivalda rollback --steps {steps + 1}` goes past it"
        said = f"{kept[steps - 1]} is damaged: {error}{further if steps < len(kept) else ''}"
        raise StoreError(said) from error


def sweep(target: Path) -> None:
    """Remove the folders of killed builds of this target."""
    for folder in target.parent.glob(f"{working_prefix(target)}*"):
        with suppress(OSError):  # locked by a running build, or already gone
            lock = _lock(folder)
            shutil.rmtree(folder, ignore_errors=True)
            _unlock(lock)


@contextmanager
def _offered(dataset: Path | None, target: Path) -> Iterator[None]:
    """Offer a data set's files around the swap, before it these too, after it these alone."""
    offered = folders_of(target)
    if dataset:
        offered.mkdir(exist_ok=True)
        for file in dataset.iterdir():
            flush(file)
        if not (offered / dataset.name).exists():  # else the same build, published before
            put_in_place(dataset, offered / dataset.name)
    yield
    for folder in offered.glob("*"):
        if not dataset or folder.name != dataset.name:
            shutil.rmtree(folder, ignore_errors=True)


def _keep(target: Path, folder: Path) -> None:
    """Give the published file a second name, with the next number; it is not touched."""
    if not target.exists():
        return
    newest = next(iter(numbered(target)), None)
    if newest is not None and newest.samefile(target):
        return
    number = int(newest.suffix[1:]) + 1 if newest else 1
    name = target.with_name(f"{target.name}.{number:04d}")
    try:
        name.hardlink_to(target)
    except OSError:  # a file system without hard links
        put_in_place(Path(shutil.copy2(target, folder / "former")), name)


def numbered(target: Path) -> list[Path]:
    """Return the target's numbered names, newest first; one may be of what is published still."""
    names = target.parent.glob(f"{target.name}.[0-9]*")
    numbered = (path for path in names if path.suffix[1:].isdecimal())
    return sorted(numbered, key=lambda path: int(path.suffix[1:]), reverse=True)


def working_prefix(target: Path) -> str:
    """Return how the names of the folders begin in which a target is built."""
    return f".{target.name}.building-"


def _make(target: Path) -> tuple[Path, int | None]:
    """Make and lock a folder; another one if a sweeper came between the two steps."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=working_prefix(target), dir=target.parent))
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
