"""Whether files stayed as they were from before they were read until after.

A file is told by what the system knows of it, not by its content: that costs nothing however large
it is, and a file that was changed and changed back was changed too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_Mark = tuple[int, int, int, int]


@dataclass(frozen=True)
class AsTheyWere:
    """Files as they were at a moment.

    Attributes:
        marks: of each file; None where there was none.
    """

    marks: dict[Path, _Mark | None]

    def changed(self) -> list[Path]:
        """Return those that are no more as they were, by name, folders after files."""
        found = [path for path, mark in self.marks.items() if _mark(path) != mark]
        return sorted(found, key=lambda path: (path.is_dir(), path))


def as_they_are(paths: Iterable[Path]) -> AsTheyWere:
    """Note how files are now; of a folder, it and what lies in it."""
    listed = (each for path in paths for each in _all_of(path))
    return AsTheyWere({path: _mark(path) for path in listed})


def _all_of(path: Path) -> list[Path]:
    return [path, *(path.iterdir() if path.is_dir() else ())]


def _mark(path: Path) -> _Mark | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
