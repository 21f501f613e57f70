"""Each row of an imported table knows the file, the sheet and all rows that it was made of."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from data.asking.origins import cells, input_files, origin_places
from data.asking.store import Store
from data.forms.archive.keeping import content_checksum
from data.forms.definition.read import load_form
from data.forms.history import import_table
from tests.built import quick_build
from tests.cells import cell_of, meant, sent_file
from tests.data.forms.drafts import Draft, Grid
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import HEADINGS, row
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csv, write_ods, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MAP = """sheet,heading,column,value,rules
form,Savivaldybė,municipality,,
form,Metai,year,,
allocations,Kodas,code,,
allocations,Įmonė,name,,
allocations,Tipas,kind,,
allocations,Sritis,area,,
allocations,Būdas,mode,,
allocations,Programa,programme,,
allocations,Šaltinis,financing,,
allocations,Planas,planned,,
allocations,Patikslinta,revised,,
allocations,Suma,executed,,
table,,repeated_rows,sum,
"""
SUMMED = ("planned", "revised", "executed")
FILES = {
    2016: ("eilės.csv", lambda grid, path: write_csv(grid, path, delimiter=";")),
    2017: ("senos.csv", lambda grid, path: write_csv(grid, path, encoding="cp1257")),
    2018: ("lėšos.xlsx", lambda grid, path: write_xlsx(Draft({"Lėšos": grid}), path)),
    2019: ("lėšos.ods", lambda grid, path: write_ods(Draft({"Lėšos": grid}), path)),
    2020: ("lėšos.xls", lambda grid, path: write_xls(Draft({"Lėšos": grid}), path)),
}
"""Tables of these years come as files of these kinds."""


def table(year: int) -> Grid:
    """Rows of three recipients in turn, beside a blank column, below blank rows and a note."""
    grid, at = Grid(), 5
    grid.put("C2", f"Lėšos {year} m.")
    grid.row(3, [None, "Nr.", *HEADINGS, "Pastaba"])
    for number in range(14):
        money = {"planned": "10", "revised": "10", "executed": f"{number},25"}
        whose = {"municipality": "13", "year": str(year), "code": ENTITIES[number % 3]}
        grid.row(at, [None, number, *row(**whose, **money), "eilutė\nkita eilutė"])
        at += 2 if number == 6 else 1
    return grid


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a table of each kind, and a database of them."""
    folder, var = tmp_path_factory.mktemp("sent"), tmp_path_factory.mktemp("var")
    (folder / "map.csv").write_text(MAP, encoding="utf-8")
    for year, (name, write) in FILES.items():
        write(table(year), folder / name)
        done = import_table(folder / name, folder / "map.csv", var, now=NOON)
        assert not done.errors, done.problems
    quick_build(var / "a.duckdb")
    return var


@pytest.fixture(scope="module")
def store(var: Path) -> Iterator[Store]:
    with Store(var / "a.duckdb") as opened:
        yield opened


def rows_of(database: Path, table: str, year: int) -> list[dict[str, Any]]:
    with duckdb.connect(database, read_only=True) as connection:
        found = connection.execute(f"FROM {table} WHERE year = {year}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


@pytest.mark.parametrize("year", FILES, ids=lambda year: FILES[year][0])
def test_the_named_cells_say_what_the_row_says_and_add_up_to_it(
    var: Path, store: Store, year: int
) -> None:
    rows = rows_of(store.path, "allocation", year)
    columns = [*load_form().sheet("form").columns[:2], *load_form().sheet("allocations").columns]
    assert len(rows) == 3
    for found in rows:
        file = sent_file(var, found["from_file"], "table")
        assert content_checksum(file) == found["from_file"]
        places = origin_places(store, [found["from_file"]]).set_index("column")
        for column in columns:
            if column.id not in places.index or column.id == "name":
                continue
            name, place = places.loc[column.id, ["sheet_name", "place"]]
            said = [
                meant(column, cell_of(file, name, cell))
                for cell in cells(place, found["from_rows"])
            ]
            kept = found["entity" if column.id == "code" else column.id]
            assert kept == sum(said) if column.id in SUMMED else {kept} == {*said}
        assert {*places.index} == {column.id for column in columns} - {"users"}
    numbers = [[int(number) for number in found["from_rows"].split()] for found in rows]
    assert sorted(chain(*numbers)) == [*range(5, 12), *range(13, 20)]
    assert numbers == [*map(sorted, numbers)]


def test_a_table_is_known_by_its_name_with_the_day_on_which_it_came(store: Store) -> None:
    files = input_files(store)
    assert sorted(files["name"]) == sorted(name for name, _ in FILES.values())
    assert {*files["kind"]} == {"table"}
    assert {*files["source"]} == {"forms"}
    assert files[["municipality", "year"]].isna().all(axis=None)
    assert {f"{day:%Y-%m-%d}" for day in files["received_on"]} == {"2026-11-21"}


def bring(folder: Path, name: str, mapped: str, *rows: tuple[str, ...]) -> str:
    """Import rows; return the file's checksum."""
    (folder / "map.csv").write_text(mapped, encoding="utf-8")
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    done = import_table(folder / name, folder / "map.csv", folder, now=NOON)
    assert not done.errors, done.problems
    return content_checksum(folder / name)


AWARDS = """sheet,heading,column,value
form,,municipality,13
form,Metai,year,
awards,Kodas,code,
awards,Gavėjas,name,
awards,Konkursas,programme,
awards,,area,culture
awards,,mode,competition
awards,Skirta,awarded,
table,,repeated_rows,sum
"""
GRANTS = (
    ("Metai", "Kodas", "Gavėjas", "Konkursas", "Skirta"),
    ("2019", ENTITIES[0], "Pirmoji", "Antras", "100"),
    ("2019", ENTITIES[0], "Pirmoji", "Pirmas", "10"),
    ("2019", ENTITIES[1], "Antroji", "Pirmas", "20"),
    ("2019", ENTITIES[0], "Pirmoji", "Pirmas", "30"),
)


WIDE = """sheet,heading,column,value
form,,municipality,13
form,,year,{year}
awards,Kodas,code,
awards,Gavėjas,name,
awards,{year} m.,awarded,
"""
BY_YEAR = (
    ("Kodas", "Gavėjas", "2021 m.", "2022 m."),
    (ENTITIES[0], "Pirmoji", "100", "200"),
)
SAME = [("2016", ENTITIES[0], "Pirmoji", "Pirmas", "10")] * 40


@dataclass(frozen=True)
class Brought:
    """What was built of many tables that came one after another, and their checksums."""

    database: Path
    grants: str
    money: str
    longer: str
    wide: tuple[str, str]
    telling: str


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Brought:
    folder = tmp_path_factory.mktemp("brought")
    told = {
        "grants": bring(folder, "dotacijos.csv", AWARDS, *GRANTS),
        "money": bring(folder, "lėšos.csv", MAP, HEADINGS, row()),
        "longer": bring(folder, "ilgesnė.csv", MAP, HEADINGS, row(year="2018"), row()),
        "wide": (
            bring(folder, "pagal-metus.csv", WIDE.format(year=2021), *BY_YEAR),
            bring(folder, "pagal metus (2).csv", WIDE.format(year=2022), *BY_YEAR),
        ),
        "telling": bring(
            folder, "lėšos 38001010009 jonas@gmail.com.csv", MAP, HEADINGS, row(year="2017")
        ),
    }
    mapped = AWARDS.replace("table,,repeated_rows,sum\n", "")
    bring(folder, "tos-pačios.csv", mapped, GRANTS[0], *SAME)
    again = import_table(folder / "tos-pačios.csv", folder / "map.csv", folder, now=NOON)
    assert again.unchanged == (("13", 2016),)
    quick_build(folder / "a.duckdb")
    return Brought(folder / "a.duckdb", **told)


def test_what_an_earlier_table_brought_on_another_sheet_stays_of_its_file(brought: Brought) -> None:
    (paid,) = rows_of(brought.database, "allocation", 2019)
    given = rows_of(brought.database, "award", 2019)
    assert (paid["from_file"], paid["from_rows"]) == (brought.money, "2")
    assert {each["from_file"] for each in given} == {brought.grants}
    with Store(brought.database) as store:
        places = origin_places(store, [brought.money, brought.grants])
        assert {*zip(places["file"], places["sheet"], strict=True)} == {
            (brought.money, "allocations"),
            (brought.grants, "awards"),
        }


def test_the_same_figures_in_a_longer_table_stay_of_the_file_that_they_came_in(
    brought: Brought,
) -> None:
    told = {
        year: [
            (each["from_file"], each["from_rows"])
            for each in rows_of(brought.database, "allocation", year)
        ]
        for year in (2018, 2019)
    }
    assert told == {2018: [(brought.longer, "2")], 2019: [(brought.money, "2")]}


def test_a_competition_known_by_its_winners_names_the_rows_of_all_of_them(brought: Brought) -> None:
    held = rows_of(brought.database, "competition", 2019)
    assert {each["competition"]: each["from_rows"] for each in held} == {
        "Pirmas": "3 4 5",
        "Antras": "2",
    }
    assert {each["from_file"] for each in held} == {brought.grants}


def test_of_a_table_read_by_two_maps_nothing_wrong_is_said(brought: Brought) -> None:
    """In which of its columns a row's amount stands is left out; that the file has it is told."""
    first, again = brought.wide
    assert first == again
    with Store(brought.database) as store:
        places = origin_places(store, [first])
        assert dict(zip(places["column"], places["place"], strict=True)) == {
            "code": "A",
            "name": "B",
        }
        assert Counter(input_files(store)["file"])[first] == 1


def test_neither_the_name_of_a_table_nor_of_its_sheet_brings_personal_data(
    brought: Brought,
) -> None:
    with Store(brought.database) as store:
        files, places = input_files(store), origin_places(store, [brought.telling])
    assert brought.telling in {*files["file"]}
    told = f"{files.to_dict()} {places.to_dict()}"
    assert "380010" not in told
    assert "jonas" not in told


def test_the_same_grants_twice_are_kept_in_their_order_each_time(brought: Brought) -> None:
    given = sorted(
        (each["number"], each["from_rows"]) for each in rows_of(brought.database, "award", 2016)
    )
    assert given == [(number, str(number + 1)) for number in range(1, 41)]
