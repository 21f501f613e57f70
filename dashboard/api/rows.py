"""Rows of an answer as JSON, CSV or Parquet has them: full precision, nothing where nothing is."""

from __future__ import annotations

import csv
import math
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from data.tidy.described import TidyColumn
from data.tidy.parquet import parquet_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from dashboard.resources.asking import Answer
    from dashboard.resources.resource import Resource

PROVENANCE = TidyColumn(
    "provenance",
    "string",
    "",
    "",
    "",
    {
        "lt": "Kieno ir kada gauti duomenys, jų versija ir ar jie demonstraciniai (sugalvoti)",
        "en": "Whose data they are and when they were got, their version, and whether invented",
    },
)
"""Ends every row of a file: a row that is copied elsewhere takes it along."""

FORMULA = re.compile(r"^[=+@\t\r-]")
"""A spreadsheet would take a text that begins so for a formula."""


def records(answer: Answer) -> list[dict[str, Any]]:
    """The rows, each by the names of its columns, as JSON has values."""
    names = [column.name for column in answer.columns]
    return [dict(zip(names, row, strict=True)) for row in _rows(answer)]


def csv_text(answer: Answer) -> str:
    """The rows as RFC 4180 has them, a header first; the last column says whence they are."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(column.name for column in answer.columns), PROVENANCE.name])
    kept = [column.type == "string" for column in answer.columns]
    said = answer.source
    for row in _rows(answer):
        cells = (_cell(value, guarded=each) for value, each in zip(row, kept, strict=True))
        writer.writerow([*cells, said])
    return text.getvalue()


def parquet(answer: Answer) -> bytes:
    """The rows with types of their own; the last column says whence they are."""
    frame = answer.frame.assign(**{PROVENANCE.name: answer.source})
    return parquet_bytes(frame, (*answer.columns, PROVENANCE))


def _rows(answer: Answer) -> Iterable[tuple[Any, ...]]:
    return zip(*(_values(answer.frame[each.name], each) for each in answer.columns), strict=True)


def _values(column: pd.Series[Any], described: TidyColumn) -> list[Any]:
    """The values of a column in Python's own types; None for nothing."""
    write = _WRITTEN[described.type]
    missing = column.isna()
    return [
        None if absent else write(value)
        for value, absent in zip(column.tolist(), missing.tolist(), strict=True)
    ]


def _number(value: Any) -> float | None:
    return float(value) if math.isfinite(value) else None


_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "string": str,
    "integer": int,
    "number": _number,
    "boolean": bool,
    "date": lambda value: f"{value:%Y-%m-%d}",
    "datetime": lambda value: f"{value:%Y-%m-%dT%H:%M:%SZ}",
}


def _cell(value: Any, *, guarded: bool) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if guarded and value and FORMULA.match(value) else value


def with_mark(resource: Resource, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a file: whether a row is invented, and its source, are never left out."""
    told = (name for name in ("demo", "source") if name in resource.table.columns)
    return (*columns, *(name for name in told if name not in columns)) if columns else ()
