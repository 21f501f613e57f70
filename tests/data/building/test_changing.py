"""A build says what it changed of the published one, and carries along what former builds said."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from data.asking.changes import change_counts, changes
from data.asking.store import Store
from data.building import changing
from data.building.changing import note_changes
from data.building.publish import KEPT, rollback
from data.forms.archive.acceptance import accept
from tests.built import quick_build
from tests.data.building.publishing import put
from tests.data.forms.given import ENTITIES, call, checked, line, sheets

if TYPE_CHECKING:
    from pathlib import Path

    from data.building.build import BuildReport

Rows = list[tuple[Any, ...]]


def ask(path: Path, query: str) -> Rows:
    with duckdb.connect(path, read_only=True) as tables:
        return tables.execute(query).fetchall()


def spoil(path: Path, *statements: str) -> None:
    """Change a database, whatever it was built of."""
    with duckdb.connect(path) as tables:
        for statement in statements:
            tables.execute(statement)


@pytest.fixture
def fresh(empty: Path, tmp_path: Path) -> Path:
    """A finished build that is not published yet."""
    return shutil.copy(empty, tmp_path / "fresh.duckdb")


def noted(fresh: Path, former: Path, columns: str = "*") -> Rows:
    """What the fresh one has in its list after it was compared with the former."""
    with duckdb.connect(fresh) as tables:
        note_changes(tables, former)
        return tables.execute(f"SELECT {columns} FROM change ORDER BY number").fetchall()


def give(folder: Path, name: str, executed: str) -> None:
    """Accept a form of Vilnius of 2020."""
    path = folder / name
    path.write_text(name)
    ngo = {"kind": "ngo", "mode": "competition", "code": ENTITIES[1], "name": "NVO"}
    won = line(executed, programme="K01", **ngo)
    rows = sheets(line("1000.00"), won, competitions=[call(executed)])
    accept([path], folder, check=checked("13", 2020, rows))


def test_builds_note_a_new_form_and_its_correction_and_a_rollback_forgets_them(
    bare_built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target, (made, first) = tmp_path / "savivalda.duckdb", bare_built
    put(target, made)
    assert ask(target, "FROM change") == []
    give(tmp_path, "pirma.csv", "250.00")
    second = quick_build(target)
    give(tmp_path, "antra.csv", "500.00")
    third = quick_build(target)
    assert quick_build(target).checksum == third.checksum, "the list is no part of the content"

    with Store(target) as store:
        told = changes(store, "13", each=100, most=1000)
        counts = change_counts(store, "13")
        shares = [row for row in told if row["indicator"] == "ngo_competition_share"]
    versions = [
        (third.data_version, second.data_version),
        (second.data_version, first.data_version),
    ]
    seen = dict.fromkeys((row["data_version"], row["former_version"]) for row in told)
    assert list(seen) == versions, "a build of the same inputs changed nothing"
    forms = [(row["before"], row["after"]) for row in told if row["kind"] == "form"]
    assert forms == [("accepted", "accepted"), ("not_asked", "accepted")]
    assert [row["area"] for row in shares] == ["all", "culture", "all", "culture"]
    ends = ("before_numerator", "before_denominator", "after_numerator", "after_denominator")
    assert [shares[0][end] for end in ends] == [250, 1250, 500, 1500]
    assert [shares[2][end] for end in ends] == [None, None, 250, 1250]
    assert {row["municipality"] for row in told} == {"13"}
    assert not any(row["after_demo"] for row in told)
    listed = sum(row["kind"] == "figure" for row in told)
    assert sum(row["changes"] for row in counts if row["kind"] == "figure") >= listed > 4

    rollback(target, 2)
    assert ask(target, "SELECT DISTINCT data_version FROM change") == [(second.data_version,)]
    assert quick_build(target).data_version == third.data_version
    pairs = "SELECT data_version, former_version FROM change GROUP BY ALL ORDER BY min(number)"
    assert ask(target, pairs) == versions


def test_nothing_is_noted_without_a_former_build_or_where_nothing_changed(
    fresh: Path, target: Path
) -> None:
    assert noted(fresh, target.with_name("none.duckdb")) == []
    assert noted(fresh, target) == []


CORRECTED = (
    "INSERT INTO correction_applied VALUES ('{}', 'entity', 'code=1', '{}', {}, 'why', 'real', {})"
)


def test_corrections_are_noted_without_texts_that_stood_there(fresh: Path, target: Path) -> None:
    spoil(target, CORRECTED.format("gone", "name", "'A', 'B'", "'11', 2020"))
    spoil(
        fresh,
        CORRECTED.format("amount", "executed", "'1000.00', '500'", "'13', 2020"),
        CORRECTED.format("renamed", "name", "'Jonas Jonaitis', 'Asociacija'", "NULL, NULL"),
    )
    columns = "municipality, year, subject, detail, before, after, before_demo, after_demo"
    assert noted(fresh, target, columns) == [
        ("11", 2020, "gone", "entity.name", None, None, False, None),
        ("13", 2020, "amount", "entity.executed", "1000.00", "500.00", None, False),
        (None, None, "renamed", "entity.name", None, None, None, False),
    ]


def test_a_new_status_stands_beside_what_the_same_assessor_said_before(
    fresh: Path, target: Path
) -> None:
    # Of 3-I-1 the Government said "started" on a day, and later "halfway", without one.
    row = (
        "SELECT * REPLACE ('done' AS status, DATE '2018-06-01' AS observed_on, NULL AS known_after)"
    )
    first = "commitment = '3-I-1' AND assessor = 'government' AND observed_on IS NOT NULL"
    spoil(fresh, f"INSERT INTO commitment_status {row} FROM commitment_status WHERE {first}")
    columns = "kind, municipality, subject, title_lt IS NOT NULL, detail, before, after"
    assert noted(fresh, target, columns) == [
        ("status", None, "3-I-1", True, "government", "halfway", "done")
    ]


def test_a_source_that_was_taken_anew_is_noted_with_both_days(fresh: Path, target: Path) -> None:
    spoil(target, "UPDATE source SET retrieved = DATE '2020-01-31' WHERE source = 'prices'")
    now = str(ask(fresh, "SELECT retrieved FROM source WHERE source = 'prices'")[0][0])
    found = noted(fresh, target, "kind, subject, before, after, number")
    assert found == [("source", "prices", "2020-01-31", now, 1)]


def test_remarks_are_noted_when_they_are_made_and_withdrawn(fresh: Path, target: Path) -> None:
    names = (
        "(remark, municipality, indicator, year, office, made_on, text_lt, text_en, withdrawn_on)"
    )
    said = "DATE '2026-11-01', 'Taip', 'Yes'"
    stands = f"('R2', '13', 'total', 2020, 'A', {said}, NULL)"
    rows = {
        target: f"('R1', '13', NULL, NULL, 'Taryba', {said}, NULL), {stands}",
        fresh: f"('R1', '13', NULL, NULL, 'Taryba', {said}, DATE '2026-11-20'), {stands}, "
        f"('R3', '13', 'total', 2021, 'B', {said}, NULL)",
    }
    for path, given in rows.items():
        spoil(path, f"INSERT INTO remark {names} VALUES {given}")
    assert noted(fresh, target, "kind, subject, indicator, year, detail, after_demo") == [
        ("remark", "R3", "total", 2021, "B", False),
        ("remark", "R1", None, None, "Taryba", None),
    ]


def test_where_very_many_figures_changed_the_true_number_is_said(
    database: Path, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "MOST_FIGURES", 600)
    fresh = shutil.copy(database, tmp_path / "fresh.duckdb")
    noted(fresh, empty)
    there = ask(
        database, "SELECT count(*) FROM mart_indicator WHERE demo AND numerator IS NOT NULL"
    )
    listed = "SELECT municipality, count(*) AS n, any_value(figures) AS changed FROM change "
    listed += "WHERE kind = 'figure' GROUP BY municipality"
    assert ask(fresh, f"SELECT sum(n), max(n), count(*) FROM ({listed})") == [(600, 10, 60)]
    real = "SELECT count(*) FROM mart_indicator WHERE NOT demo AND numerator IS NOT NULL"
    assert ask(fresh, f"SELECT sum(changed) FROM ({listed})") == [
        (there[0][0] + ask(database, real)[0][0],)
    ]
    assert ask(fresh, "SELECT DISTINCT area FROM change WHERE kind = 'figure'") == [("all",)]


def test_as_many_builds_are_carried_along_as_are_kept(fresh: Path, target: Path) -> None:
    spoil(target, "DELETE FROM source WHERE source = 'prices'")
    for day in range(KEPT + 2):
        when = datetime(2026, 11, 20 - day, tzinfo=UTC)
        spoil(
            target,
            "INSERT INTO change BY NAME SELECT "
            f"{2 * day + 1} AS number, 'v{day}' AS data_version, 'v' AS former_version, "
            f"TIMESTAMP '{when:%Y-%m-%d}' AS built_at, 'form' AS kind, '13' AS municipality",
        )
    own = ask(fresh, "SELECT data_version FROM build")[0][0]
    found = noted(fresh, target, "data_version, kind, number")
    assert [version for version, _, _ in found] == [own, *(f"v{day}" for day in range(KEPT - 1))]
    assert len({number for _, _, number in found}) == len(found)


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ("DROP TABLE commitment_status", {"source"}),
        ("ALTER TABLE submission RENAME COLUMN state TO was", {"source"}),
        ("DROP TABLE change", {"source"}),
        ("DROP TABLE build", set()),
        ("DROP TABLE source", set()),
    ],
)
def test_of_another_schema_what_can_be_compared_is(
    fresh: Path, target: Path, change: str, kinds: set[str]
) -> None:
    spoil(target, "DELETE FROM source WHERE source = 'prices'", change)
    assert {kind for (kind,) in noted(fresh, target, "kind")} == kinds


def test_a_published_file_that_does_not_open_fails_no_build(tmp_path: Path) -> None:
    target = tmp_path / "savivalda.duckdb"
    target.write_text("no database")
    quick_build(target)
    assert ask(target, "SELECT count(*), (SELECT count(*) FROM build) FROM change") == [(0, 1)]


def test_figures_keep_the_digits_that_they_were_counted_with(fresh: Path, target: Path) -> None:
    given = "SET numerator = {}, denominator = 3, state = 'ok' WHERE indicator = 'total' "
    given += "AND area = 'all' AND municipality = '13' AND year = 2020"
    spoil(target, f"UPDATE mart_indicator {given.format('0.0001')}")
    spoil(fresh, f"UPDATE mart_indicator {given.format('99999999999999.9999')}")
    assert noted(fresh, target, "before_numerator, after_numerator, figures") == [
        (Decimal("0.0001"), Decimal("99999999999999.9999"), 1)
    ]
