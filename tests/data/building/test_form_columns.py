"""What municipalities are asked for goes into the database, or the form says why it does not."""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.building.load_forms import load_forms
from data.forms.definition.codes import choices
from data.forms.definition.read import load_awards, load_form
from data.forms.definition.read import sheet as sheet_of
from data.statements import SQL, statements
from tests.data.forms.given import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from data.forms.definition.model import Column

    Held = dict[str, list[tuple[object, ...]]]
    Load = Callable[..., Held]

WITH_THE_FORM = {"municipality", "year", "declared_zero_competition"}
"""Fields of the form's first sheet that the archive hands over: whose form it is, and its state."""

TABLES = ("entity", "allocation", "competition", "service", "openness", "award")
EXAMPLES = {
    "text": ("Viena", "Kita"),
    "amount": ("1.50", "2.50"),
    "whole": ("1", "2"),
    "share": ("10.00", "20.00"),
    "year": ("2019", "2020"),
    "date": ("2020-01-02", "2020-01-03"),
    "yesno": ("true", "false"),
    "url": ("https://example.org/a", "https://example.org/b"),
    "entity": ENTITIES[:2],
}

PUBLISHED = [
    pytest.param(sheet.id, column, id=f"{sheet.id}.{column.id}")
    for sheet in (*load_form().sheets, load_awards())
    if sheet.id != "form"
    for column in sheet.columns
    if column.unpublished is None
]


def examples(column: Column) -> tuple[str, ...]:
    """Two values that a column may have."""
    if column.type == "code":
        return tuple(code.code for code in choices(column)[:2])
    return EXAMPLES[column.type]


@pytest.fixture(scope="module")
def schema() -> Iterator[duckdb.DuckDBPyConnection]:
    """All tables, empty: what a test loads is rolled back."""
    with duckdb.connect() as connection:
        for statement in statements(SQL / "schema").values():
            connection.execute(statement.text)
        yield connection


@pytest.fixture
def loaded(schema: duckdb.DuckDBPyConnection, tmp_path: Path) -> Load:
    """What the tables hold after one row of a sheet."""
    return partial(load_row, schema, tmp_path)


def load_row(
    connection: duckdb.DuckDBPyConnection, folder: Path, sheet: str, **changes: str
) -> Held:
    columns = sheet_of(sheet).columns
    row = {"municipality": "13", "year": "2020"}
    row |= {column.id: examples(column)[0] for column in columns} | changes
    with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row, quoting=csv.QUOTE_MINIMAL)
        writer.writeheader()
        writer.writerow(row)
    connection.begin()
    try:
        load_forms(connection, {sheet: [folder / f"{sheet}.csv"]})
        return {table: connection.table(table).fetchall() for table in TABLES}
    finally:
        connection.rollback()


@pytest.mark.parametrize(("sheet", "column"), PUBLISHED)
def test_a_column_that_is_asked_for_reaches_a_table(
    sheet: str, column: Column, loaded: Load
) -> None:
    one, other = examples(column)
    assert loaded(sheet, **{column.id: one}) != loaded(sheet, **{column.id: other})


def test_of_the_first_sheet_all_else_says_why_it_is_not_published() -> None:
    columns = load_form().sheet("form").columns
    assert {column.id for column in columns if column.unpublished is None} == WITH_THE_FORM


def test_a_column_that_older_forms_had_is_passed_over(loaded: Load) -> None:
    assert loaded("allocations", remark="x") == loaded("allocations")


def test_a_provider_that_gets_no_money_is_known_by_its_code(loaded: Load) -> None:
    found = loaded("services", provider_code=ENTITIES[2])
    assert found["entity"] == [(ENTITIES[2], None, None, None, "13", None, None)]
    assert found["service"][0][-3] == ENTITIES[2]


def test_a_service_without_a_provider_names_nobody(loaded: Load) -> None:
    found = loaded("services", provider_code="")
    assert found["entity"] == []
    assert found["service"][0][-3] is None
