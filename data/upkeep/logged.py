"""The log of forms: every line is read, and is written as the program writes it."""

from __future__ import annotations

import csv
import re
from dataclasses import fields
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from data.errors import ArchiveError
from data.forms.archive.accepted import KEPT
from data.forms.archive.log import HEADER, HISTORY, LogLine, Result, entry_of, line, written
from data.upkeep.finding import Finding
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STATES = ("accepted", "declared_zero", "received")
_TABLE = re.compile(rf"{HISTORY}/[0-9a-f]{{16}}/{KEPT}[^/]+")
_CHECKSUM = re.compile(r"[0-9a-f]{16}")
_WHOLE = f"{len(fields(LogLine))} cells as the program writes them"


def read_whole_log(path: Path) -> tuple[list[LogLine], list[Finding]]:
    """Read what can be read of a log; a log is replaced whole, so no lock is needed.

    Returns:
        Its entries in order, and what is wrong with others. No entries if it is not there.

    Raises:
        OSError: it may not be read.
    """
    if not path.exists():
        return [], []
    try:
        head, *lines = path.read_bytes().decode().split("\n")
    except UnicodeDecodeError as error:
        return [], [Finding("log_unreadable", path, f"is no UTF-8: {error}")]
    found = []
    if f"{head}\n".encode() != line(HEADER):
        found.append(Finding("log_unreadable", path, "line 1 is changed", ",".join(HEADER)))
    if not lines or lines.pop():  # the last line ends like all others
        said = f"line {len(lines) + 2}, the last one, is torn"
        found.append(Finding("log_torn", path, said, _WHOLE))
    entries: list[LogLine] = []
    for number, text in enumerate(lines, start=2):
        try:
            entries.append(_read(path, text))
        except (ArchiveError, ValueError, csv.Error) as error:
            found.append(Finding("log_line", path, f"line {number} {error}", _WHOLE))
    return entries, [*found, *_unordered(path, entries)]


def _read(path: Path, text: str) -> LogLine:
    """Read a line.

    Raises:
        ArchiveError, ValueError, csv.Error: it cannot be read, or is not one of the program's.
    """
    cells = next(csv.reader([text], strict=True), [])
    if len(cells) != len(HEADER):
        raise ValueError(f"has {len(cells)} cells")
    try:
        entry = entry_of(path, dict(zip(HEADER, cells, strict=True)))
    except ArchiveError as error:
        raise ValueError("cannot be read") from error
    if said := _wrong(entry):
        raise ValueError(said)
    if written(entry) != f"{text}\n".encode():
        raise ValueError("is written otherwise")
    return entry


def _wrong(entry: LogLine) -> str:
    """Say what the program would never write; nothing if it would write it."""
    if entry.at.utcoffset() != timedelta():
        return "does not say a time of UTC"
    if entry.result not in get_args(Result):
        return f"has the unknown result {entry.result!r}"
    if entry.municipality and entry.municipality not in _codes():
        return f"has the unknown municipality {entry.municipality!r}"
    if entry.checksum and not _CHECKSUM.fullmatch(entry.checksum):
        return "has a checksum that is none"
    return _wrong_of_accepted(entry) if entry.result == "accepted" else ""


def _wrong_of_accepted(entry: LogLine) -> str:
    if not entry.municipality or entry.year is None or not entry.checksum:
        return "is of an accepted form and does not say which"
    if entry.state not in _STATES:
        return f"is of an accepted form and has the state {entry.state!r}"
    if entry.form_version == HISTORY and not _TABLE.fullmatch(entry.file):
        return "is of an imported table and does not say which"
    return ""


@cache
def _codes() -> set[str]:
    return {place.code for place in municipalities()}


def _unordered(path: Path, entries: list[LogLine]) -> Iterator[Finding]:
    for before, after in pairwise(entries):
        if after.at < before.at:
            said = f"a line of {after.at:%Y-%m-%d %H:%M:%S} stands after one of"
            yield Finding("log_order", path, f"{said} {before.at:%Y-%m-%d %H:%M:%S}")
