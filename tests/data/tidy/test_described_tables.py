"""Every view of the schema tidy is described, in both languages, as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from data.tidy.described import tidy_tables
from data.tidy.narrowing import ORDER

if TYPE_CHECKING:
    from pathlib import Path

TABLES = tidy_tables()
STORED = {
    "string": ("VARCHAR",),
    "integer": ("INTEGER", "BIGINT"),
    "number": ("DECIMAL", "DOUBLE"),
    "boolean": ("BOOLEAN",),
    "date": ("DATE",),
    "datetime": ("TIMESTAMP",),
}
"""How the database may keep each type."""

LANGUAGES = ("lt", "en")


@pytest.fixture(scope="module")
def views(empty: Path) -> dict[str, dict[str, str]]:
    """The type of each column of each view."""
    with duckdb.connect(empty, read_only=True) as atlas:
        found = atlas.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE schema_name = 'tidy' ORDER BY table_name, column_index"
        ).fetchall()
    told: dict[str, dict[str, str]] = {}
    for view, column, kind in found:
        told.setdefault(view, {})[column] = kind
    return told


def test_every_view_is_described_and_has_just_the_columns_that_are(
    views: dict[str, dict[str, str]],
) -> None:
    assert len(views) > 30
    for name, columns in views.items():
        described = list(TABLES[name].columns)
        there = [column for column in columns if not column.endswith(ORDER)]
        # A name in both languages is told as one; one of a language alone is its own.
        one = [
            column if column in described else column.removesuffix("_lt").removesuffix("_en")
            for column in there
        ]
        assert list(dict.fromkeys(one)) == described, name
        both = {column for column in one if column not in columns}
        assert {f"{column}_{code}" for column in both for code in LANGUAGES} <= set(columns), name


def test_columns_have_the_types_that_are_described(views: dict[str, dict[str, str]]) -> None:
    for name, columns in views.items():
        for column in TABLES[name].columns.values():
            own = [column.name] if column.name in columns else []
            for stored in own or [f"{column.name}_{code}" for code in LANGUAGES]:
                assert columns[stored].startswith(STORED[column.type]), (name, stored)


def test_what_is_described_is_described_in_both_languages_and_once() -> None:
    for table in TABLES.values():
        assert set(table.key) <= set(table.columns)
        for words in (table.title, table.about, *(each.about for each in table.columns.values())):
            assert set(words) == set(LANGUAGES)
            assert all(words.values()), table.name
            assert words["lt"] != words["en"], words
    titles = [table.title[code] for table in TABLES.values() for code in LANGUAGES]
    assert len(set(titles)) == len(titles)


def test_references_and_code_lists_are_there(empty: Path) -> None:
    with duckdb.connect(empty, read_only=True) as atlas:
        lists = {name for (name,) in atlas.execute("SELECT DISTINCT list FROM code").fetchall()}
    for table in TABLES.values():
        for column in table.columns.values():
            assert column.codes in {"", *lists}, (table.name, column.name)
            if column.refers_to:
                assert len(TABLES[column.refers_to].key) == 1, (table.name, column.name)
