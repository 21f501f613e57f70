"""Each row of an accepted form knows the file, the sheet and the row that it stood in."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from data.asking.origins import cells, input_files, origin_places
from data.asking.store import Store
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.keeping import content_checksum
from data.forms.archive.origins import PLACES
from data.forms.definition.read import HEADER_ROW, load_form
from data.forms.values.texts import fold
from tests.built import quick_build
from tests.cells import cell_of, meant, sent_file
from tests.data.forms.drafts import at, true_to_life
from tests.data.forms.given import checked
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csvs, write_ods, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.data.forms.drafts import Draft

    Write = Callable[[Draft, Path], Path]

WRITERS: dict[int, tuple[str, Write]] = {
    2018: ("forma.xlsx", write_xlsx),
    2019: ("forma.ods", write_ods),
    2020: ("forma.xls", write_xls),
    2021: ("forma", lambda draft, path: write_csvs(draft, path, delimiter=";")),
}
"""Forms of these years come as files of these kinds."""

TABLES = {"allocation": "allocations", "competition": "competitions", "service": "services"}
NAMED = {("allocation", "code"): "entity", ("service", "provider_code"): "provider"}
"""Columns of the form that have another name in a table."""

ELSEWHERE = {"municipality", "year"}


def stirred(year: int) -> Draft:
    """A form whose sheets are not as they were sent out: rows and columns moved, notes, blanks."""
    draft = true_to_life()
    draft.put(at("form", "year"), year)
    draft.put(at("form", "filled_on"), date(year + 1, 2, 1))
    for row in (5, 6):
        draft.put(at("competitions", "announced", row), date(year, 3, row))
        draft.put(at("services", "transfer_year", row), None)
    draft.put(at("services", "transfer_year"), 2016)
    draft.put(at("services", "provider_code"), "188659752")
    for sheet in load_form().sheets:
        grid = draft.grids[sheet.title]
        if sheet.layout == "table":
            width = len(sheet.columns)
            grid.cells = {
                _moved(row, column, width): cell for (row, column), cell in grid.cells.items()
            }
        else:
            grid.cells = {
                (row + (row > 1), column): cell for (row, column), cell in grid.cells.items()
            }
    draft.put("Asignavimai!L20", "Pastaba apie lentelę")
    return draft


def _moved(row: int, column: int, width: int) -> tuple[int, int]:
    """Columns in the other order, a blank one first; a row more above, a blank one among data."""
    return row + 1 + (row > HEADER_ROW + 1), 2 + width - column


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a form of each kind, and a database of them."""
    folder, var = tmp_path_factory.mktemp("sent"), tmp_path_factory.mktemp("var")
    sent = [
        write(stirred(year), folder / f"{year}-{name}") for year, (name, write) in WRITERS.items()
    ]
    for each in accept(sent, var, now=datetime(2026, 11, 21, tzinfo=UTC)):
        assert each.result == "accepted", [problem.text("en") for problem in each.report.problems]
    quick_build(var / "a.duckdb")
    return var


@pytest.fixture(scope="module")
def store(var: Path):
    with Store(var / "a.duckdb") as opened:
        yield opened


def rows_of(store: Store, table: str, year: int) -> list[dict[str, Any]]:
    with duckdb.connect(store.path, read_only=True) as connection:
        found = connection.execute(f"FROM {table} WHERE year = {year}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("year", WRITERS, ids=lambda year: WRITERS[year][0])
@pytest.mark.parametrize("table", [*TABLES, "openness"])
def test_the_file_says_in_the_named_cell_what_the_database_says(
    var: Path, store: Store, table: str, year: int
) -> None:
    rows = rows_of(store, table, year)
    sheet = load_form().sheet(TABLES.get(table, table))
    asked = [column for column in sheet.columns if column.id != "name"]
    assert len(rows) == {"allocation": 6, "openness": 1}.get(table, 2)
    for row in rows:
        assert (row["from_rows"] is None) is (table == "openness")
        file = sent_file(var, row["from_file"], "form", municipality="13", year=year)
        places = origin_places(store, [row["from_file"]]).set_index(["sheet", "column"])
        assert {*places.loc[sheet.id].index} == {column.id for column in sheet.columns}
        for column in asked:
            name, place = places.loc[(sheet.id, column.id), ["sheet_name", "place"]]
            (cell,) = cells(place, row["from_rows"])
            found = meant(column, cell_of(file, name, cell))
            kept = row[NAMED.get((table, column.id), column.id)]
            assert (
                fold(str(kept)) == fold(str(found)) if column.id == "programme" else kept == found
            )
        head = load_form().sheet("form")
        for name in ELSEWHERE:
            where = places.loc[("form", name)]
            said = meant(head.column(name), cell_of(file, where["sheet_name"], where["place"]))
            assert said == row[name]


def test_each_file_is_known_by_its_content_with_whose_it_is_and_when_it_came(
    var: Path, store: Store
) -> None:
    files = input_files(store).set_index("file")
    assert {*files["kind"]} == {"form"}
    assert {*files["name"]} == {None}
    assert {*files["municipality"]} == {"13"}
    assert {*files["source"]} == {"forms"}
    assert {f"{day:%Y-%m-%d}" for day in files["received_on"]} == {"2026-11-21"}
    for file, year in files["year"].items():
        kept = sent_file(var, file, "form", municipality="13", year=int(year))
        assert content_checksum(kept) == file


def test_a_form_that_was_accepted_before_places_were_noted_is_there_without(
    tmp_path: Path, var: Path
) -> None:
    old = tmp_path / "var"
    (tmp_path / "forma.csv").write_text("a", encoding="utf-8")
    accept([tmp_path / "forma.csv"], old, check=checked())
    (entry,) = Archive(old).entries()
    folder = Archive(old).folder_of("13", 2020, entry.checksum)
    assert not (folder / PLACES).exists()
    with (folder / "allocations.csv").open(encoding="utf-8", newline="") as file:
        lines = [row[:-2] for row in csv.reader(file)]
    with (folder / "allocations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    quick_build(old / "a.duckdb")
    with Store(old / "a.duckdb") as store:
        told = [(row["from_file"], row["from_rows"]) for row in rows_of(store, "allocation", 2020)]
        assert told == [(None, None)]
        assert list(input_files(store)["file"]) == [entry.checksum]
        assert origin_places(store, [entry.checksum, None]).empty
