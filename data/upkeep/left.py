"""What processes that were killed left behind: harmless, and told apart from damage."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.building.publish import working_prefix
from data.forms.archive.log import HISTORY
from data.remarks.file import NAME
from data.upkeep.finding import Finding
from data.upkeep.kept import accepted_folders, tables_of
from data.upkeep.logged import read_whole_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.forms.archive.accepted import Archive

try:
    import fcntl
except ImportError:  # Windows: what lies there may be somebody's work
    fcntl = None  # type: ignore[assignment]


@contextmanager
def unlocked(folder: Path) -> Iterator[bool]:
    """Whether nobody holds a folder's lock; held for a moment, never waited for."""
    if fcntl is None:
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def check_left(archive: Archive, target: Path) -> Iterator[Finding]:
    """Tell what nothing refers to.

    What somebody is working with is left out: it is no leftover yet.

    Args:
        archive: the accepted forms.
        target: the published file.
    """
    if archive.folder.is_dir():
        with unlocked(archive.folder) as idle:
            if idle:
                yield from _of_archive(archive)
    for folder in sorted(target.parent.glob(f"{working_prefix(target)}*")):
        with unlocked(folder) as idle:
            if idle:
                yield Finding("leftover_working", folder, "a build was killed here")
    for path in sorted(target.parent.glob(f".{NAME}.*")):
        yield Finding("leftover_part", path, "the writing of remarks was killed here")


def _of_archive(archive: Archive) -> list[Finding]:
    """Look while nobody writes: a folder is there before the log names it."""
    entries = read_whole_log(archive.log)[0]
    forms, tables = accepted_folders(archive, entries), tables_of(archive, entries)
    return [
        *(
            Finding("leftover_working", path, "a command was killed here")
            for path in sorted(archive.folder.glob(".*"))
        ),
        *(
            Finding("leftover_form", path, "the log names no such form; it does not count")
            for path in sorted((archive.folder / "accepted").glob("*/*/*"))
            if path not in forms
        ),
        *(
            Finding("leftover_table", path, "the log names no such table; it does not count")
            for path in sorted((archive.folder / HISTORY).glob("*"))
            if path not in tables
        ),
    ]
