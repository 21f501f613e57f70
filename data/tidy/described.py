"""What each table that programs read holds: its key, its columns, their types, units and words.

Names that are given in both languages stand in the database as two columns, `<name>_lt` and
`<name>_en`; here, and for whoever asks in one language, they are one.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent

TidyType = Literal["string", "integer", "number", "boolean", "date", "datetime"]

ANY = "*"
"""Stands in columns.csv for every table that has no line of its own for such a column."""


@dataclass(frozen=True)
class TidyColumn:
    """One column.

    Attributes:
        name: as programs read it.
        type: of its values; any may be missing.
        unit: of a number, e.g. EUR; empty where it has none.
        codes: the code list that its values are of; empty where they are of none.
        refers_to: the table whose key it holds; empty where it holds none.
        about: what it holds, by language.
    """

    name: str
    type: TidyType
    unit: str
    codes: str
    refers_to: str
    about: dict[str, str]


@dataclass(frozen=True)
class TidyTable:
    """One table.

    Attributes:
        name: as programs ask for it.
        key: the columns whose values together are there only once.
        columns: in their order, by name.
        title: what it is called, by language.
        about: what a row is, by language.
    """

    name: str
    key: tuple[str, ...]
    columns: dict[str, TidyColumn]
    title: dict[str, str]
    about: dict[str, str]


@cache
def tidy_tables() -> dict[str, TidyTable]:
    """Every table, by name, in the order to show them in."""
    columns = [(row["table"], row["name"], row) for row in _rows("columns.csv")]
    usual = {name: row for table, name, row in columns if table == ANY}
    return {
        row["table"]: TidyTable(
            row["table"],
            tuple(row["key"].split()),
            {
                name: _column(each if each["type"] else usual[name] | _given(each))
                for table, name, each in columns
                if table == row["table"]
            },
            _words(row, "title"),
            _words(row, "about"),
        )
        for row in _rows("tables.csv")
    }


def _given(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def _column(row: dict[str, str]) -> TidyColumn:
    kept = {name: row[name] for name in ("name", "type", "unit", "codes", "refers_to")}
    return TidyColumn(**kept, about=_words(row, "about"))  # type: ignore[arg-type]


def _words(row: dict[str, str], name: str) -> dict[str, str]:
    return {code: row[f"{name}_{code}"] for code in ("lt", "en")}


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
