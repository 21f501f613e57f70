"""Vilnius city's tables: all money that they tell is in the database, or listed as left out.

The table is read here by nothing but the standard library.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking import views
from data.asking.origins import cells, input_files, origin_places
from data.building.describe import DEFAULT_FOLDER
from data.forms.archive.keeping import content_checksum
from tests.cells import cell_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

TABLES = DEFAULT_FOLDER / "vilnius" / "tables"
REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "vilnius_budget_execution.csv"


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def tables(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(database, read_only=True) as connection:
        yield connection


PAID = """
    SELECT year, sum(executed)
    FROM allocation JOIN submission USING (municipality, year)
    WHERE submission.source = 'vilnius'
    GROUP BY ALL
"""
AGREED = "SELECT year, sum(awarded) FROM award GROUP BY ALL"


@pytest.mark.parametrize(
    ("name", "year", "amount", "sheet", "summed"),
    [
        ("biudzeto_ivykdymas.csv", "METAI", "PATEIKTA_PARAISKU", "allocations", PAID),
        ("sutartys.csv", "SUDARYMO_METAI", "SUTARTIES_SUMA", "awards", AGREED),
    ],
)
def test_every_cent_is_in_the_database_or_listed_as_left_out(
    tables: duckdb.DuckDBPyConnection, name: str, year: str, amount: str, sheet: str, summed: str
) -> None:
    own: defaultdict[int, Decimal] = defaultdict(Decimal)
    for row in rows(name):
        own[int(row[year])] += Decimal(row[amount] or "0")
    taken = dict(tables.execute(summed).fetchall())
    left = dict(
        tables.execute(
            "SELECT year, sum(amount) FROM left_out WHERE sheet = ? GROUP BY ALL", [sheet]
        ).fetchall()
    )
    assert {each: taken.get(each, 0) + left.get(each, 0) for each in own} == own
    told = tables.execute("SELECT year, amount FROM published_total WHERE sheet = ?", [sheet])
    assert dict(told.fetchall()) == own


@pytest.mark.parametrize(("table", "sheet"), [("allocation", "allocations"), ("award", "awards")])
def test_the_named_cells_of_the_table_add_up_to_each_row(
    store: Store, tables: duckdb.DuckDBPyConnection, table: str, sheet: str
) -> None:
    places = origin_places(store, input_files(store)["file"])
    files = input_files(store).set_index("file")["name"]
    where = places[places["sheet"] == sheet].set_index("column")
    amount = "executed" if table == "allocation" else "awarded"
    asked = f"year, entity, {amount}, from_file, from_rows FROM {table}"
    rows = tables.execute(f"SELECT {asked} WHERE from_file IS NOT NULL").fetchall()
    assert len(rows) > 1000
    assert {row[3] for row in rows} == {*where["file"]}
    for year, entity, money, file, numbers in Random(1).sample(rows, 200):
        assert content_checksum(TABLES / files[file]) == file
        told = {"year": str(year), "code": entity}
        said = {
            name: [
                cell_of(TABLES / files[file], where.loc[name, "sheet_name"], cell)
                for cell in cells(where.loc[name, "place"], numbers)
            ]
            for name in (*told, amount)
        }
        assert {name: {*said[name]} for name in told} == {name: {is_} for name, is_ in told.items()}
        assert sum(map(Decimal, said[amount])) == money


def test_each_year_is_real_or_invented_as_it_was_published(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    found = tables.execute(
        "SELECT year, demo, provisional FROM submission WHERE municipality = '13' ORDER BY year"
    ).fetchall()
    real = {2015, 2016, 2019, 2020, 2021, 2022}
    assert found == [(year, year not in real, year in real) for year in range(2015, 2026)]


def test_areas_that_are_not_told_apart_have_no_figure_of_their_own(store: Store) -> None:
    for area, state in (("culture", "no_data"), ("sport", "no_data"), ("education", "ok")):
        frame = views.indicator_view(store, "total", area=area).set_index(["municipality", "year"])
        assert frame.loc[("13", 2020), "state"] == state
    told = views.absences(store, "budget", "sport")
    assert ("13", 2020, "culture and sport (not told apart)") in zip(
        told["municipality"], told["year"], told["note_en"], strict=True
    )
    assert not len(views.absences(store, "budget", "education")["year"])


def test_what_left_the_table_is_no_legal_entity(tables: duckdb.DuckDBPyConnection) -> None:
    codes = {row["ISTAIGA"] for row in rows("biudzeto_ivykdymas.csv")}
    taken = {
        code
        for (code,) in tables.execute(
            "SELECT DISTINCT entity FROM allocation WHERE municipality = '13' AND entity[1] <> 'D'"
        ).fetchall()
    }
    assert codes - taken == {"5077", "6333", "30227941"}
    assert taken <= codes


def test_a_kind_is_told_by_the_table_or_stays_undecided(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    """What the table shows of an institution and the kind that it was given never contradict."""
    income, booked, names = Counter[str](), Counter[str](), defaultdict[str, set[str]](set)
    for row in rows("biudzeto_ivykdymas.csv"):
        code = row["ISTAIGA"]
        income[code] += row["FIN_SALTINIS"] in {"20", "25", "64", "65"}
        booked[code] += Decimal(row["KASINES_ISLAIDOS"]) > 0
        names[code].add(row["ISTAIGOS_PAV"].lower())
    kinds = defaultdict[str, set[str]](set)
    for code, kind in tables.execute(
        "SELECT DISTINCT entity, kind FROM allocation JOIN submission USING (municipality, year) "
        "WHERE submission.source = 'vilnius'"
    ).fetchall():
        kinds[kind].add(code)
    assert sum(map(len, kinds.values())) == len(set.union(*kinds.values())), "one kind each"
    of_budget, undecided = kinds["budgetary_institution"], kinds["undecided"]
    assert of_budget >= {code for code in names if income[code]}
    assert not {code for code in kinds["other_founder"] | undecided if booked[code]}
    assert all(booked[code] for code in kinds["public_institution"])
    telling = ("*všį*", "*viešoji įstaiga*", "*uab*", "*asociacija*", "bį *", "*privat*")
    assert not {
        code
        for code in undecided
        if any(fnmatch(name, sign) for name in names[code] for sign in telling)
    }
    assert len(undecided) == 15


def test_no_name_of_an_owner_is_carried() -> None:
    """Individual enterprises are called after the people who own them."""
    told = [*rows("biudzeto_ivykdymas.csv"), *rows("sutartys.csv")]
    codes = {"224164280", "120407976", "124535044"}
    found = {
        name
        for row in told
        if row.get("ISTAIGA", row.get("TIEKEJO_KODAS")) in codes
        and (name := row.get("ISTAIGOS_PAV", row.get("TIEKEJAS", "")))
    }
    assert len(found) == 3
    assert all(name.startswith("Individuali įmonė „") for name in found)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference facts are not there")
def test_what_is_carried_is_what_was_published() -> None:
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        published = Counter(
            (row["year"], row["entity_code"], Decimal(row["requested_eur"]))
            for row in csv.DictReader(file)
        )
    assert published == Counter(
        (row["METAI"], row["ISTAIGA"], Decimal(row["PATEIKTA_PARAISKU"]))
        for row in rows("biudzeto_ivykdymas.csv")
    )
