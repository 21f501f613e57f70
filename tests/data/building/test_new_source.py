"""A source that nobody has thought of yet, with a table of its own, is checked like all others.

Nothing but the steps that README gives is done: a folder of the source, the table, its lines in the
dictionary. No check knows of it.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.building import build as build_module
from data.building import inputs
from data.building.checking import failures
from data.errors import CheckFailed
from data.statements import SQL
from tests.built import plain_sources, quick_build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Bring = Callable[..., Path]

TABLE = """
-- Purpose: what libraries lent.
CREATE TABLE lending (
    municipality VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    service VARCHAR,
    lent INTEGER NOT NULL,
    link VARCHAR
);
"""
KEY = "municipality year service"
COLUMNS = (
    "lending,service,,service,,,,Paslauga,Service",
    "lending,lent,,,,0,,Kiek išduota,How many were lent",
    "lending,link,,,,,,Kur paskelbta,Where it is published",
)
GOOD = ("13,2020,home_help,5,https://example.org/a", "13,2022,,0,")

FAULTS = {
    "99,2020,,5,": ("references_known", "municipality", "99"),
    "13,1850,,5,": ("references_known", "year", 1850),
    "13,2021,weather,5,": ("codes_known", "service", "weather"),
    "13,2021,,-5,": ("figures_within_bounds", "lent", -5),
    "13,2021,,5,javascript:alert(1)": ("links_open", "link", "javascript:alert(1)"),
}


@pytest.fixture
def bring(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Build with the new source; without a key, its table has none in the dictionary."""
    return bringing(sources, tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built of the new source without faults."""
    folder = tmp_path_factory.mktemp("published")
    sources = shutil.copytree(plain_sources(), folder / "sources")
    with pytest.MonkeyPatch.context() as patch:
        return bringing(sources, folder, patch)()


@pytest.fixture
def found(published: Path, tmp_path: Path) -> Callable[[str], CheckFailed]:
    """Add a line to the table of the published one, and tell which check fails first."""

    def spoilt(line: str) -> CheckFailed:
        target = shutil.copy(published, tmp_path / "spoilt.duckdb")
        with duckdb.connect(target) as tables:
            cells = [cell or None for cell in line.split(",")]
            tables.execute("INSERT INTO lending VALUES (?, ?, ?, ?, ?)", cells)
            return failures(tables)[0]

    return spoilt


def bringing(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    sql = shutil.copytree(SQL, tmp_path / "sql")
    (sql / "schema" / "049_lending.sql").write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(build_module, "SQL", sql)
    dictionary = shutil.copytree(inputs.DICTIONARY, tmp_path / "dictionary")
    monkeypatch.setattr(inputs, "DICTIONARY", dictionary)
    folder = shutil.copytree(sources / "prices", sources / "libraries")
    (folder / "prices.csv").unlink()

    def build(*rows: str, key: str = KEY) -> Path:
        with (dictionary / "dictionary_table.csv").open("a", encoding="utf-8") as file:
            file.write(f"lending,{key},Skolinta,Lending,Eilutė,Row\n")
        with (dictionary / "dictionary_column.csv").open("a", encoding="utf-8") as file:
            file.writelines(f"{column}\n" for column in COLUMNS)
        lines = "\n".join(("municipality,year,service,lent,link", *GOOD, *rows))
        (folder / "lending.csv").write_text(lines, encoding="utf-8")
        target = tmp_path / "out" / "savivalda.duckdb"
        quick_build(target, sources=sources)
        return target

    return build


def test_a_source_without_faults_is_published_with_its_years(published: Path) -> None:
    with Store(published) as store:
        years = store.query("sources").set_index("source")["years"]
        assert list(years["libraries"]) == [2020, 2022]
        assert list(years["population"]) == [2015, 2016, 2017, 2018, 2020, 2026]
        assert list(years["population_2019"]) == [2019]


@pytest.mark.parametrize("line", FAULTS)
def test_what_cannot_be_right_is_named_with_table_column_and_row(
    found: Callable[[str], CheckFailed], line: str
) -> None:
    check, column, value = FAULTS[line]
    failed = found(line)
    assert (failed.check, failed.count) == (check, 1)
    (bad,) = failed.rows
    assert (bad["table"], bad["column"]) == ("lending", column)
    assert bad["row"][column] == value
    place, year, *_ = line.split(",")
    told = f"table=lending, column={column}, row=(municipality={place}, year={year},"
    assert told in str(failed)


@pytest.mark.parametrize("line", GOOD)
def test_a_row_that_is_there_twice_is_named(found: Callable[[str], CheckFailed], line: str) -> None:
    failed = found(line)
    assert failed.check == "rows_unique"
    (bad,) = failed.rows
    place, year, service, *_ = line.split(",")
    key = {"municipality": place, "year": int(year), "service": service or None}
    assert bad == {"table": "lending", **key, "times": 2}


@pytest.mark.parametrize("key", ["", "municipality week"])
def test_a_table_without_a_key_that_it_has_is_not_published(bring: Bring, key: str) -> None:
    with pytest.raises(CheckFailed, match="table without a key") as caught:
        bring(key=key)
    assert caught.value.check == "dictionary_complete"
    assert caught.value.rows[0]["of_table"] == "lending"


def test_all_faults_of_one_file_are_told_at_once(bring: Bring) -> None:
    with pytest.raises(CheckFailed) as caught:
        bring(*FAULTS, GOOD[0])
    said = [str(caught.value), *caught.value.__notes__]
    for check in {check for check, *_ in FAULTS.values()} | {"rows_unique"}:
        assert any(check in line for line in said)
