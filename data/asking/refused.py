"""Why a database file does not open, in words that say what to do."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

MEND = ": run `savivalda build` to make it anew, or `savivalda rollback` to put the former back"
"""What to do about a file that is none, or damaged."""

_LOCKED = re.compile(r"Could not set lock on file|being used by another process")
_HOLDER = re.compile(r"lock is held in (?P<program>.+?) \(PID (?P<number>\d+)\)")
_KINDS = {
    "duckdb": "DuckDB's shell",
    "java": "a database viewer such as DBeaver",
    "python": "a Python program such as a notebook or a script",
}


def require_file(path: Path) -> None:
    """Refuse a database that is not there.

    Raises:
        StoreError: it is not there, or is a folder.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder: move it away, then run `savivalda build`")
    if not path.is_file():
        raise StoreError(f"no database at {path}: run `savivalda build` to make it")


def cannot_open(path: Path, error: duckdb.Error) -> StoreError:
    """The error of a file that DuckDB does not open or that has no build in it.

    Whoever holds it for writing is no part of the atlas: builds are made beside it, servers read.
    """
    if is_locked(error):
        return StoreError(
            f"{path} is locked: {_holder(str(error))} has it open for writing. End that, or let it "
            "open a copy of the file; reading it (DuckDB's access mode READ_ONLY) locks out nobody"
        )
    if "Permission denied" in str(error):
        return StoreError(
            f"{path} may not be read by this user: ask for the right, or be who has it ({error})"
        )
    return StoreError(f"{path} is not a published database{MEND} ({error})")


def is_locked(error: duckdb.Error) -> bool:
    """Whether a file does not open because another program has it open for writing."""
    return bool(_LOCKED.search(str(error)))


def _holder(message: str) -> str:
    """Which process it is, as far as DuckDB can tell."""
    found = _HOLDER.search(message)
    if not found:
        return "another process"
    name = PurePath(found["program"]).name
    kind = next((said for start, said in _KINDS.items() if name.startswith(start)), "a program")
    return f"{kind} ({name}, process {found['number']})"
