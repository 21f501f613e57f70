"""Every error that the data package raises on purpose, so that a caller can catch one or all.

Those of forms are in data.forms.errors, those of official sources in data.refresh.errors.
The tree::

    SavivaldaError
    ├── BuildError              the database could not be built; the old one is untouched
    │   ├── SourceError         a source file is missing, misspelt or not as described
    │   ├── CheckFailed         a check found rows that must not be there
    │   └── CorrectionFailed    a correction does not meet what it expects
    ├── FormError               the form's definition or a map of columns is wrong
    │   └── Unreadable          a filled-in form cannot be read (the check reports it)
    ├── ArchiveError            accepted forms cannot be read, or cannot be changed like that
    ├── RemarkError             a remark is not as it must be; none was taken in or withdrawn
    ├── RefreshError            an official source cannot be taken anew; the present data stay
    │   └── NoNetwork           nobody answers at that address
    ├── StoreError              the database cannot be opened or asked that
    │   └── TooLong             the answer takes longer than it may
    └── CatalogError            the catalogue does not know that
        ├── UnknownIndicator
        ├── UnknownUnit
        ├── UnknownArea
        ├── UnknownFigures
        └── UnknownPromise
"""

from __future__ import annotations

import errno
import os
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class SavivaldaError(Exception):
    """The root: catch it to catch every foreseen error of the data package."""


class BuildError(SavivaldaError):
    """The database could not be built; nothing was published."""


class SourceError(BuildError):
    """A source file is missing, or is not what its description says."""


class CheckFailed(BuildError):
    """A check of the finished database returned rows.

    Attributes:
        check: the check's name, the file's stem in data/checks.
        rows: the first bad rows, each a mapping of column to value.
        count: how many bad rows there are in all.
        meaning: what a row means, in the words of the check's file.
    """

    def __init__(
        self,
        check: str,
        rows: Sequence[Mapping[str, object]],
        count: int | None = None,
        meaning: str = "",
    ):
        self.check = check
        self.meaning = meaning
        self.rows = tuple(rows)
        self.count = len(self.rows) if count is None else count
        shown = "\n".join(f"  {_told(row)}" for row in self.rows)
        super().__init__(
            f"check {check!r} failed, rows: {self.count}. {meaning}\n"
            f"The first {len(self.rows)}:\n{shown}"
        )


def _told(row: Mapping[str, object]) -> str:
    """Return a row as columns and values; a row that is a value of it stands in brackets."""
    return ", ".join(
        f"{column}=({_told(value)})" if isinstance(value, dict) else f"{column}={value}"
        for column, value in row.items()
    )


class CorrectionFailed(BuildError):
    """A correction does not meet what it expects; it must be looked at again.

    Attributes:
        correction: its name in the file.
    """

    def __init__(self, correction: str, reason: str):
        self.correction = correction
        super().__init__(f"correction {correction!r}: {reason}")


class ArchiveError(SavivaldaError):
    """Accepted forms cannot be read, or cannot be changed like that; nothing was changed."""


class RemarkError(SavivaldaError):
    """A part of a remark is not as it must be; nothing was changed.

    Attributes:
        part: name of the part.
        said: what is wrong with it, and what was expected.
    """

    def __init__(self, part: str, said: str):
        self.part = part
        self.said = said
        super().__init__(f"{part}: {said}")


class StoreError(SavivaldaError):
    """The database is missing, unreadable, or has no query of that name."""


class TooLong(StoreError):
    """A question takes longer than it may, and was stopped.

    Attributes:
        seconds: the time that it had.
    """

    def __init__(self, seconds: float):
        self.seconds = seconds
        super().__init__(f"the answer takes longer than {seconds:g} seconds")


class CatalogError(SavivaldaError):
    """The catalogue was asked for something that it does not hold.

    Attributes:
        seen: what was asked for.
        known: what may be asked for.
    """

    kind = "entry"

    def __init__(self, seen: str, known: Iterable[str]):
        self.seen = seen
        self.known = tuple(known)
        super().__init__(f"unknown {self.kind} {seen!r}{suggestion(seen, self.known)}")


class UnknownIndicator(CatalogError):
    """No indicator has that id."""

    kind = "indicator"


class UnknownUnit(CatalogError):
    """The indicator is not measured in that unit."""

    kind = "unit"


class UnknownArea(CatalogError):
    """The indicator is not known for that policy area."""

    kind = "policy area"


class UnknownFigures(CatalogError):
    """There are views of all figures and of real ones, and no others."""

    kind = "figures"


class UnknownPromise(CatalogError):
    """No commitment names that indicator."""

    kind = "promise"


def plainly(error: Exception) -> str:
    """Say what is wrong with a file in words of ours: the system's have numbers in them.

    Of an error that is not the system's, only that the disk is full is said in our words.
    """
    if not isinstance(error, OSError):
        full = any(os.strerror(number) in str(error) for number in _FULL)
        return f"{_NO_ROOM} ({error})" if full else str(error)
    what = _SYSTEM.get(error.errno or 0, (error.strerror or str(error)).lower())
    return f"{error.filename}: {what}" if error.filename else what


_NO_ROOM = "there is no room left on the disk: make room, then do the same again"
_FULL = errno.ENOSPC, errno.EDQUOT, errno.EFBIG
_NO_RIGHT = "it may not be read or written by this user: ask for the right, or be who has it"
_SYSTEM = {
    errno.EISDIR: "this is a folder, not a file",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENOENT: "there is no such file or folder",
    errno.EEXIST: "a file of that name is there",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "nothing can be written there, only read: choose another folder (DATA_DIR)",
    **dict.fromkeys(_FULL, _NO_ROOM),
}


def near(seen: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return those of the known names that were perhaps meant."""
    return tuple(get_close_matches(seen, list(known), n=most))


def suggestion(seen: str, known: Iterable[str]) -> str:
    """Say what was perhaps meant and what there is, to end an error's sentence with.

    Args:
        seen: the unknown name.
        known: every known name.
    """
    names = list(known)
    meant = "".join(f" (meant {each!r}?)" for each in near(seen, names, most=1))
    return f"{meant}; known: {', '.join(names) or 'none'}"
