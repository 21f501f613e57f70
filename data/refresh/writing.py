"""Files of a source change together: all new, or all as before.

New content is complete on disk before the first file is replaced, each replacement is one step,
and a failure puts back what was replaced. A new folder appears with everything in it, because a
source without its description would stop the next build.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from data.building.publish import workshop
from data.errors import BuildError
from data.refresh.errors import RefreshError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_all(files: Mapping[Path, bytes], sources: Path) -> None:
    """Write every file.

    Args:
        files: content by path; folders that are missing are made.
        sources: folder of the sources; the work is done beside it, on the same file system.

    Raises:
        RefreshError: it could not be done; everything is as before.
    """
    before = {path: path.read_bytes() for path in files if path.is_file()}
    done: list[Path] = []
    try:
        with workshop(sources) as stage:
            staged = _stage(files, stage)
            for root, fresh in staged.items():
                fresh.replace(root)
                done.append(root)
    except (OSError, BuildError) as error:
        _undo(done, before)
        raise RefreshError(f"cannot write, everything is as before: {error}") from error


def _stage(files: Mapping[Path, bytes], stage: Path) -> dict[Path, Path]:
    """Put the content into a folder; return what goes where, in the order of the files."""
    staged: dict[Path, Path] = {}
    for path, content in files.items():
        root = _root(path)
        fresh = staged.setdefault(root, stage / str(len(staged)))
        _put(fresh / path.relative_to(root) if root != path else fresh, content)
    return staged


def _root(path: Path) -> Path:
    """Return what must appear in one step: the outermost missing folder, or the file itself."""
    missing = [folder for folder in path.parents if not folder.exists()]
    return missing[-1] if missing else path


def _put(path: Path, content: bytes) -> None:
    """Write a file through to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _undo(done: list[Path], before: Mapping[Path, bytes]) -> None:
    for root in done:
        with suppress(OSError):
            if root.is_dir():
                shutil.rmtree(root)
            elif root in before:
                _put(root, before[root])
            else:
                root.unlink()
