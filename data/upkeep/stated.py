"""What is set or said by hand: states of submissions, remarks, statuses of commitments."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from data.commitments.columns import COLUMNS
from data.commitments.files import PLANS, read_files
from data.errors import SourceError, plainly
from data.forms.archive.submissions import SETTABLE
from data.remarks.file import NAME, read_remarks
from data.upkeep.finding import Finding
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER = ["municipality", "year", "state"]


def check_stated(data_dir: Path, states: Path, statuses: Path) -> Iterator[Finding]:
    """Read everything that people keep by hand.

    Args:
        data_dir: the data folder.
        states: the file of states there.
        statuses: the folder of action plans that the program reads.

    Yields:
        What cannot be read, and restored statuses that are not the program's.
    """
    yield from _states(states)
    try:
        read_remarks(data_dir)
    except (SourceError, OSError) as error:
        yield Finding("remarks_unreadable", data_dir / NAME, _said(error))
    try:
        read_files(statuses)
    except SourceError as error:
        yield Finding("statuses_unreadable", statuses, _said(error))
    apart = data_dir / PLANS
    if differing := [name for name in COLUMNS if _differ(apart, statuses, f"{name}.csv")]:
        said = f"{', '.join(differing)}: not as in {statuses}, which the program reads"
        yield Finding("statuses_apart", apart, said)


def _differ(apart: Path, statuses: Path, name: str) -> bool:
    mine, theirs = apart / name, statuses / name
    return mine.is_file() and (not theirs.is_file() or mine.read_bytes() != theirs.read_bytes())


def _said(error: Exception) -> str:
    return plainly(error) if isinstance(error, OSError) else " ".join(str(error).split())


def _states(path: Path) -> Iterator[Finding]:
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8")
        rows = [*csv.reader(text.splitlines(), strict=True)] or [[]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Finding("states_unreadable", path, _said(error))
        return
    if rows[0] != _HEADER:
        yield Finding("states_unreadable", path, "line 1 is changed", ",".join(_HEADER))
    codes = {place.code for place in municipalities()}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != 3 or row[0] not in codes or not row[1].isdecimal() or row[2] not in SETTABLE:
            wanted = f"a municipality's code, a year, {' or '.join(SETTABLE)}"
            yield Finding("states_unreadable", path, f"line {number} cannot be read", wanted)
    if not text.endswith("\n"):
        yield Finding("states_unreadable", path, "the last line is torn")
