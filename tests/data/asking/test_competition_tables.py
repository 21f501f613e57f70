"""What pages are told of competitions is what the tables have: keys, winners, nothing added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection as Connection

MARTS = ("131_serving_competition", "132_serving_winner")
TABLES = ("competition", "allocation", "award", "submission")


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    with duckdb.connect(":memory:") as opened:
        for statement in statements(SQL / "schema").values():
            opened.execute(statement.text)
        opened.execute("INSERT INTO code VALUES ('policy_area', 'sport', 'S', 'S', 1, TRUE)")
        opened.execute(
            "INSERT INTO municipality VALUES ('13', 'V', 'V', 'V', 'city', 'city', '10', '', '', "
            "1, 1, '')"
        )
        yield opened


def made(
    connection: Connection,
    names: list[str],
    *,
    state: str = "accepted",
    allocations: list[str] = [],  # noqa: B006 - it is not changed
    awards: list[str] = [],  # noqa: B006
) -> None:
    """The serving tables of competitions of these names, and of rows of money."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
    connection.execute(
        "INSERT INTO submission (municipality, year, state, demo, source) "
        "VALUES ('13', 2020, $state, FALSE, 'vilnius')",
        {"state": state},
    )
    for name in names:
        connection.execute(
            "INSERT INTO competition (municipality, year, competition, area, funded, awarded) "
            "VALUES ('13', 2020, ?, 'sport', 1, 10)",
            [name],
        )
    for row in allocations:
        connection.execute(
            "INSERT INTO allocation (municipality, year, entity, area, mode, programme, "
            f"financing, executed) VALUES ('13', 2020, {row})"
        )
    for number, row in enumerate(awards):
        connection.execute(
            "INSERT INTO award (municipality, year, number, entity, programme, mode, awarded) "
            f"VALUES ('13', 2020, {number}, {row})"
        )
    for name in MARTS:
        text = statements(SQL / "marts")[name].text
        connection.execute(text.replace("CREATE TABLE", "CREATE OR REPLACE TABLE"))


def keys(connection: Connection) -> dict[str, str]:
    """Keys by names."""
    return dict(connection.execute("SELECT competition, key FROM serving.competition").fetchall())


@given(
    st.lists(
        st.text(st.sampled_from("aąA1 -.„🎈'%/?#"), min_size=1, max_size=8)
        | st.text(st.sampled_from("ab "), min_size=57, max_size=63),
        unique=True,
        max_size=8,
    )
)
def test_every_competition_has_a_key_of_its_own_that_needs_no_quoting(
    connection: Connection, names: list[str]
) -> None:
    made(connection, names)
    found = keys(connection)
    assert found.keys() == {*names}
    assert len({*found.values()}) == len(names)
    for key in found.values():
        assert key.startswith("13-2020-")
        assert key.replace("-", "").isalnum()
        assert key.isascii()
        assert key == key.lower()


def test_a_key_is_what_the_competition_is_called(connection: Connection) -> None:
    made(connection, ["NVO projektai: Žalioji ąžuolų giraitė", "K1", "k-1", "K 1", "🎈"])
    assert keys(connection) == {
        "NVO projektai: Žalioji ąžuolų giraitė": "13-2020-nvo-projektai-zalioji-azuolu-giraite",
        "K 1": "13-2020-k-1",
        "k-1": "13-2020-k-1--2",
        "K1": "13-2020-k1",
        "🎈": "13-2020-x",
    }


def test_winners_are_those_who_were_paid_else_those_of_the_list(connection: Connection) -> None:
    made(
        connection,
        ["Told", "Listed", "Silent"],
        allocations=[
            "'1', 'sport', 'competition', 'Told', 'municipal', 10.10",
            "'1', 'sport', 'competition', 'Told', 'eu', 5",
            "'2', 'sport', 'competition', 'Told', 'municipal', 20",
            "'3', 'sport', 'appropriation', 'Told', 'municipal', 99",
            "'3', 'sport', 'competition', 'Another', 'municipal', 99",
        ],
        awards=[
            "'9', 'Told', 'competition', 1",
            "'4', 'Listed', 'competition', 7",
            "'4', 'Listed', 'competition', 8",
            "'5', 'Listed', 'competition', 0",
            "'6', 'Listed', NULL, 3",
        ],
    )
    found = connection.execute("SELECT key[9:], entity, awarded::VARCHAR FROM serving.winner")
    assert found.fetchall() == [
        ("listed", "4", "8.00"), ("listed", "4", "7.00"),
        ("told", "2", "20.00"), ("told", "1", "15.10"),
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["received", "no_answer"])
def test_nothing_is_told_of_a_form_that_was_not_accepted(
    connection: Connection, state: str
) -> None:
    made(connection, ["K01"], state=state)
    assert keys(connection) == {}
