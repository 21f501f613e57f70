"""What taking a source anew would give, before anything is written."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from data.refresh.remark import Remark

K = TypeVar("K")
V = TypeVar("V")

TidyRows = dict[tuple[str, ...], tuple[str, ...]]
"""Rows of a tidy file by their key: the key's cells, then the others."""


class Change(NamedTuple):
    """How many rows (or shapes) differ from the present ones."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True)
class Total:
    """A sum worth a look before and after.

    Attributes:
        name: what is summed.
        before: as it stands, written for people; empty where there is nothing yet.
        after: as it would be.
    """

    name: Remark
    before: str
    after: str


@dataclass(frozen=True)
class Draft:
    """What a source's reader makes of an answer.

    Attributes:
        files: new content of each file.
        rows: rows (or shapes) before and after.
        change: how many of them differ.
        years: years before and after; both empty where a source has no years.
        totals: sums before and after.
        warnings: what is allowed but worth a thought.
        facts: values for the placeholders of the source's description.
        made_on: the day on which the answer says it was made.
    """

    files: Mapping[Path, bytes]
    rows: tuple[int, int]
    change: Change
    years: tuple[Sequence[int], Sequence[int]] = ((), ())
    totals: tuple[Total, ...] = ()
    warnings: tuple[Remark, ...] = ()
    facts: Mapping[str, Remark] = field(default_factory=dict)
    made_on: date | None = None


def compare(before: Mapping[K, V], after: Mapping[K, V]) -> Change:
    """Count what differs between two mappings."""
    both = before.keys() & after.keys()
    return Change(
        len(after.keys() - both),
        sum(before[key] != after[key] for key in both),
        len(before.keys() - both),
    )


def read_rows(path: Path, key: int) -> TidyRows:
    """Read a tidy file; nothing when it is not there yet.

    Args:
        path: UTF-8, comma, a header.
        key: how many cells at the beginning of a row name it.
    """
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {tuple(row[:key]): tuple(row[key:]) for row in rows if row}


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the bytes of a tidy file: UTF-8, comma, line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
