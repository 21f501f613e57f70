"""What is taken away is what the store holds, in each of four forms, and comes with its terms."""

from __future__ import annotations

import csv
import hashlib
import shutil
from datetime import date, datetime
from decimal import Decimal
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import duckdb
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from data.asking.store import Store
from data.building.build import build
from data.building.publish import rollback
from data.dataset import make as make_module
from data.dataset.make import ENDINGS, make
from data.dataset.offered import citation, folder_name, folders_of, offered
from data.errors import BuildError
from tests.data.building.publishing import put

if TYPE_CHECKING:
    from pathlib import Path

TABLES = """
    SELECT if(schema_name = 'main', table_name, schema_name || '.' || table_name) AS name
    FROM duckdb_tables()
    WHERE database_name = current_database() AND schema_name <> 'serving'
"""
TRICKS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'a <b> & "c"\n', "\x07bell", "=cmd|' /C calc'!A0")


@pytest.fixture(scope="module")
def folder(database: Path) -> Path:
    (found,) = folders_of(database).iterdir()
    return found


@pytest.fixture(scope="module")
def held(tables: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, as the store has it."""
    names = [name for (name,) in tables.sql(TABLES).fetchall()]
    assert len(names) > 25
    return {
        name: tables.execute("FROM query_table($name)", {"name": name}).fetchall() for name in names
    }


def path_of(folder: Path, kind: str) -> Path:
    return next(folder / file.name for file in offered(folder) if file.kind == kind)


def plain(value: object) -> object:
    """A value as a text file writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def test_the_csv_files_hold_every_row_to_the_cent(
    folder: Path, held: dict[str, list[tuple[Any, ...]]]
) -> None:
    with ZipFile(path_of(folder, "csv")) as archive:
        assert set(archive.namelist()) == {
            "README.md", "datapackage.json", *(f"{name}.csv" for name in held)
        }  # fmt: skip
        for name, rows in held.items():
            with archive.open(f"{name}.csv") as file:
                _, *found = csv.reader(TextIOWrapper(file, encoding="utf-8", newline=""))
            assert found == [[plain(value) for value in row] for row in rows], name


def test_the_parquet_files_hold_every_row_with_its_types(
    folder: Path, held: dict[str, list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    with ZipFile(path_of(folder, "parquet")) as archive:
        archive.extractall(tmp_path)
    assert {path.stem for path in tmp_path.glob("*.parquet")} == set(held)
    for name, rows in held.items():
        found = duckdb.sql(
            "FROM read_parquet($path)", params={"path": f"{tmp_path}/{name}.parquet"}
        )
        assert found.fetchall() == rows, name


def test_the_workbook_holds_every_row_to_the_cent(
    folder: Path, held: dict[str, list[tuple[Any, ...]]]
) -> None:
    def cell(value: object) -> object:
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        return value if isinstance(value, bool) else str("" if value is None else value)

    book = CalamineWorkbook.from_path(path_of(folder, "xlsx"))
    assert set(book.sheet_names) == {"README", *held}
    for name, rows in held.items():
        _, *found = book.get_sheet_by_name(name).to_python()
        assert found == [list(map(cell, row)) for row in rows], name


def test_the_database_file_is_the_published_one(folder: Path, database: Path) -> None:
    assert path_of(folder, "duckdb").samefile(database)


def test_sums_agree_to_the_cent_wherever_they_are_taken(
    folder: Path, held: dict[str, list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    total = sum(row[9] for row in held["allocation"])
    with ZipFile(path_of(folder, "csv")) as archive, archive.open("allocation.csv") as file:
        assert (
            sum(Decimal(row["executed"]) for row in csv.DictReader(map(bytes.decode, file)))
            == total
        )
    with ZipFile(path_of(folder, "parquet")) as archive:
        path = archive.extract("allocation.parquet", tmp_path)
    assert duckdb.sql(
        "SELECT sum(executed) FROM read_parquet($path)", params={"path": path}
    ).fetchall() == [(total,)]
    _, *rows = (
        CalamineWorkbook.from_path(path_of(folder, "xlsx"))
        .get_sheet_by_name("allocation")
        .to_python()
    )
    cents = sum(round(row[9] * 100) for row in rows)
    assert Decimal(cents) / 100 == total


def test_each_file_is_listed_with_its_size_and_checksum(folder: Path, store: Store) -> None:
    files = offered(folder)
    assert [file.kind for file in files] == list(ENDINGS)
    for file in files:
        content = (folder / file.name).read_bytes()
        assert file.name == f"savivalda-{store.version}{ENDINGS[file.kind]}"
        assert file.bytes == len(content)
        assert file.sha256 == hashlib.sha256(content).hexdigest()


def test_each_file_says_version_licence_sources_and_that_it_is_a_demonstration(
    folder: Path, store: Store
) -> None:
    with ZipFile(path_of(folder, "csv")) as archive:
        text = archive.read("README.md").decode()
    with ZipFile(path_of(folder, "parquet")) as archive:
        assert archive.read("README.md").decode() == text
    lines = (
        CalamineWorkbook.from_path(path_of(folder, "xlsx")).get_sheet_by_name("README").to_python()
    )
    assert [line for (line,) in lines][: text.count("\n")] == text.splitlines()
    for language, warning in (("lt", "DEMONSTRACINIAI"), ("en", "DEMONSTRATION")):
        assert citation(store.version, language, demo=True) in text
        assert warning in text
    for source in store.query("sources").to_dict("records"):
        assert source["title_lt"] in text
        assert source["licence_en"] in text


def test_no_cell_can_be_taken_for_a_formula(empty: Path, tmp_path: Path) -> None:
    spoilt = shutil.copy(empty, tmp_path / "spoilt.duckdb")
    with duckdb.connect(spoilt) as connection:
        connection.execute("DELETE FROM mart_indicator")  # most of all cells, and all figures
        for number, text in enumerate(TRICKS):
            row = [f"T{number}", text, None, "ngo", "13", None, None]
            connection.execute("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    folder = make(spoilt, tmp_path)
    with ZipFile(path_of(folder, "csv")) as archive, archive.open("entity.csv") as file:
        rows = list(csv.reader(TextIOWrapper(file, encoding="utf-8", newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))]
    assert "'=1+1" in {row[1] for row in rows}
    book = load_workbook(path_of(folder, "xlsx"), read_only=True)
    cells = [cell for row in book["entity"].iter_rows() for cell in row]
    book.close()
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    names = [cell.value for cell in cells if cell.column == 2]
    assert names[-len(TRICKS) :] == [text.replace("\x07", "") for text in TRICKS]


def test_the_same_build_gives_the_same_bytes(folder: Path, database: Path, tmp_path: Path) -> None:
    again = make(database, tmp_path)
    assert again.name == folder.name
    assert offered(again) == offered(folder)


def test_a_set_too_long_for_a_workbook_comes_without(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_module, "MOST_ROWS", 1000)
    assert [file.kind for file in offered(make(database, tmp_path))] == ["csv", "parquet", "duckdb"]


def test_only_the_files_of_the_published_build_are_kept_and_a_rollback_brings_its_own(
    empty: Path, sources: Path, tmp_path: Path
) -> None:
    target = tmp_path / "savivalda.duckdb"

    def kept() -> list[str]:
        with Store(target) as store:
            name = folder_name(store.version, store.built_at)
        assert offered(folders_of(target) / name)
        assert [path.name for path in folders_of(target).iterdir()] == [name]
        return [file.sha256 for file in offered(folders_of(target) / name)]

    put(target, empty, files=True)
    first = kept()
    prices = sources / "prices" / "prices.csv"
    prices.write_text(prices.read_text().replace("2016,", "2016,1"))
    build(target, demo=False, sources=sources)
    assert set(first).isdisjoint(kept())
    rollback(target)
    assert kept() == first


def test_a_former_build_whose_files_cannot_be_made_is_not_gone_back_to(
    empty: Path, tmp_path: Path
) -> None:
    target = shutil.copy(empty, tmp_path / "savivalda.duckdb")
    put(target, empty, files=True)
    (former,) = tmp_path.glob("savivalda.duckdb.0*")
    with duckdb.connect(former) as connection:
        connection.execute("DROP TABLE dictionary_table")
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    with pytest.raises(BuildError, match=r"cannot roll .* back: .*dictionary_table"):
        rollback(target)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before


def test_a_build_without_files_offers_none(tmp_path: Path) -> None:
    assert offered(tmp_path / "nothing") == ()
