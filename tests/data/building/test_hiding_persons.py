"""What stands beside a private person's money tells no more of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from data.building.persons import hide_persons, is_person
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with a private person, a legal entity that became hers, and nothing reckoned."""
    with duckdb.connect() as connection:
        for statement in statements(SQL / "schema").values():
            connection.execute(statement.text)
        connection.execute(
            "INSERT INTO entity VALUES ('305111222', 'Ona Pramanytienė', NULL, 'other', '13', "
            "NULL, NULL), ('305333444', 'UAB Pramanas', NULL, 'other', '13', '305111222', "
            "'2020-01-01'), ('D13-0001', 'Ona Onaitė', '950', 'other', '13', NULL, NULL)"
        )
        yield connection


def rows(tables: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return tables.execute(query).fetchall()


def pay(tables: duckdb.DuckDBPyConnection, *paid: tuple[object, ...]) -> None:
    """Pay her: programme, planned, executed, file and rows."""
    for programme, planned, executed, file, places in paid:
        tables.execute(
            "INSERT INTO allocation VALUES ('13', 2020, '305111222', 'culture', 'other', ?, "
            "'municipal', ?, 7, ?, NULL, NULL, ?, ?)",
            [programme, planned, executed, file, places],
        )


def test_rows_are_summed_and_say_all_rows_that_they_are_from(tables) -> None:
    pay(tables, ("Menas", 1, "10.10", "abc", "9 12"), ("Knygos", None, "0.05", "abc", "7"))
    hide_persons(tables)
    assert rows(
        tables,
        "SELECT entity, programme, planned, revised, executed::VARCHAR, kind, from_file, from_rows "
        "FROM allocation",
    ) == [("private", None, None, 14, "10.15", "other", "abc", "7 9 12")]


def test_rows_of_two_files_are_of_none(tables) -> None:
    pay(tables, ("Menas", 1, 1, "abc", "9"), ("Knygos", 1, 1, "def", "7"))
    hide_persons(tables)
    assert rows(tables, "SELECT executed, from_file, from_rows FROM allocation") == [
        (2, None, None)
    ]


def test_one_recipient_of_no_municipality_stands_for_all(tables) -> None:
    hide_persons(tables)
    assert rows(tables, "SELECT code, name, municipality, successor FROM entity ORDER BY code") == [
        ("305333444", "UAB Pramanas", "13", None),
        ("D13-0001", "Ona Onaitė", "13", None),
        ("private", "Fizinis asmuo", None, None),
    ], "invented recipients are left as they are"


def test_without_private_persons_there_is_no_such_recipient(tables) -> None:
    tables.execute("UPDATE entity SET name = 'Kultūros centras' WHERE code = '305111222'")
    hide_persons(tables)
    assert rows(tables, "SELECT count(*) FROM entity WHERE code = 'private'") == [(0,)]


def test_rules_and_remarks_speak_of_nobody(tables) -> None:
    tables.execute(
        "INSERT INTO applied_rule VALUES ('table', 'kind.csv', 2, 'kind', "
        "'Gavėjas = Ona Pramanytienė|*asociacija; Metai = 2020', 'other', "
        "'Pagal O. Pramanytienės prašymą', 'code 305111222', 1, 1, 1)"
    )
    hide_persons(tables)
    assert rows(tables, "SELECT conditions, why_lt, why_en FROM applied_rule") == [
        (
            "Gavėjas = Fizinis asmuo|*asociacija; Metai = 2020",
            "Pagal fizinis asmuo prašymą",
            "code fizinis asmuo",
        )
    ]


@pytest.mark.parametrize(
    ("code", "name", "person"),
    [
        ("305111222", "Atgaiva", False),
        ("1234567", "Atgaiva", True),  # a farm's number, or that of a certificate
        ("1234567", "", True),
        ("305111222", "", False),
        ("1234567", "Kultūros centras „Atgaiva“", False),
        ("D13-0001", "", False),
    ],
)
def test_a_code_that_is_no_legal_entitys_needs_an_organisations_name(
    code: str, name: str, *, person: bool
) -> None:
    assert is_person(code, name) is person
