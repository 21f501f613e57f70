"""A table that a source carries comes in by the import, with its source, and never half."""

from __future__ import annotations

import csv
import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking import views
from data.asking.store import Store
from data.errors import SourceError
from data.forms.archive.acceptance import accept
from data.forms.history import import_table
from tests.built import plain_sources, quick_build
from tests.data.forms.given import ENTITIES, checked, line, sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DESCRIPTION = """
title_lt = "Lentelė"
title_en = "Table"
publisher = "Savivaldybė"
url = "https://example.org/table"
licence_lt = "CC BY 4.0"
licence_en = "CC BY 4.0"
retrieved = 2026-11-20
kind = "real"
note_lt = "-"
note_en = "-"

[[tables]]
file = "table.csv"
map = "map.csv"
provisional = true

[[absent]]
group = "ngo"
note_lt = "lentelė to nepasako"
note_en = "the table does not tell"
"""
HEADINGS = ("Metai", "Kodas", "Kas", "Sritis", "Suma")
MAP = """sheet,heading,column,value,rules
form,,municipality,21,
form,Metai,year,,
allocations,Kodas,code,,
allocations,Kas,name,,
allocations,,kind,undecided,
allocations,Sritis,area,,
allocations,,mode,unmarked,
allocations,,programme,,
allocations,,financing,,
allocations,,planned,,
allocations,,revised,,
allocations,Suma,executed,,
table,,repeated_rows,sum,
"""
ROWS = (
    ("2019", ENTITIES[0], "Pirmoji", "Švietimas", "1000000,50"),
    ("2019", ENTITIES[0], "Pirmoji", "Švietimas", "0,25"),
    ("2020", ENTITIES[1], "Antroji", "other", "2000000"),
)


def carry(tmp_path: Path, *rows: Sequence[str], name: str = "table") -> Path:
    """A folder of sources with one more, that holds a published table."""
    sources = tmp_path / "sources"
    if not sources.exists():
        shutil.copytree(plain_sources(), sources)
    tables = sources / name / "tables"
    tables.mkdir(parents=True)
    (sources / name / "source.toml").write_text(DESCRIPTION, encoding="utf-8")
    (tables / "map.csv").write_text(MAP, encoding="utf-8")
    with (tables / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    return sources


def asked(target: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(target, read_only=True) as tables:
        return tables.execute(query).fetchall()


def test_its_figures_stand_with_their_source_beside_invented_ones(tmp_path: Path) -> None:
    target = tmp_path / "var" / "savivalda.duckdb"
    quick_build(target, sources=carry(tmp_path, *ROWS), demo=True)
    with Store(target) as store:
        frame = views.indicator_view(store, "total", "eur").set_index(["municipality", "year"])
        forms = views.submissions(store).set_index(["municipality", "year"])
    assert frame.loc["21", 2019][["value", "demo", "provisional"]].tolist() == [
        1000000.75,
        False,
        True,
    ]
    assert frame.loc["21", 2018]["demo"], "other years are invented as before"
    assert forms.loc["21", 2020]["state"] == "published"
    assert asked(target, "SELECT source, count(*) FROM submission WHERE NOT demo GROUP BY ALL") == [
        ("table", 2)
    ]
    assert asked(target, "FROM published_total") == [
        ("table", "allocations", 2019, 1000000.75, 1000000.75, 1),
        ("table", "allocations", 2020, 2000000, 2000000, 1),
    ]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built of a table that a source carries, without invented figures."""
    folder = tmp_path_factory.mktemp("alone")
    target = folder / "var" / "savivalda.duckdb"
    quick_build(target, sources=carry(folder, *ROWS))
    return target


def test_what_it_cannot_tell_is_absent_and_says_why(alone: Path) -> None:
    with Store(alone) as store:
        states = {
            (name, area): views.indicator_view(store, name, area=area)
            .set_index(["municipality", "year"])
            .loc[("21", 2020), "state"]
            for name, area in (
                ("total", "all"), ("others", "all"), ("total", "education"), ("public", "all"),
                ("ngo_any", "all"), ("competitions", "all"), ("openness", "all"),
            )
        }  # fmt: skip
    assert {key for key, state in states.items() if state == "ok"} == {
        ("total", "all"),
        ("others", "all"),
    }, "a table that does not mention something does not say that it is zero"
    assert set(states.values()) == {"ok", "no_data"}
    reasons = dict(asked(alone, 'SELECT "group", note_lt FROM not_delivered WHERE year = 2020'))
    assert reasons == {
        "ngo": "lentelė to nepasako", "competitions": None, "services": None, "openness": None,
    }  # fmt: skip


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same beside a form of one of its years, and an imported list of grants of the other."""
    tmp_path = tmp_path_factory.mktemp("beside")
    var = tmp_path / "var"
    form = checked("21", 2019, sheets(line("70.00", kind="other", name="Kitaip")))
    (tmp_path / "forma.csv").write_text("form")
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    accept([tmp_path / "forma.csv"], var, check=form, now=now)
    table, mapped = tmp_path / "grants.csv", tmp_path / "grants-map.csv"
    table.write_text(
        f"Metai;Kodas;Kas;Konkursas;Suma\n2020;{ENTITIES[0]};Pirmoji;K-1;50\n", encoding="utf-8"
    )
    mapped.write_text(
        "sheet,heading,column,value\nform,,municipality,21\nform,Metai,year,\n"
        "awards,Kodas,code,\nawards,Kas,name,\nawards,Konkursas,programme,\n"
        "awards,Suma,awarded,\nawards,,mode,competition\nawards,,area,sport\n",
        encoding="utf-8",
    )
    assert import_table(table, mapped, var).errors == 0
    target = var / "savivalda.duckdb"
    quick_build(target, sources=carry(tmp_path, *ROWS))
    return target


def test_a_form_of_its_own_counts_instead_whole(beside: Path) -> None:
    paid = "SELECT year, sum(executed) FROM allocation GROUP BY ALL ORDER BY ALL"
    assert asked(beside, paid) == [(2019, 70), (2020, 2000000)]
    whose = "SELECT year, source FROM submission WHERE source IS NOT NULL ORDER BY year"
    assert asked(beside, whose) == [(2019, "forms"), (2020, "table")]


def test_an_imported_table_leaves_other_sheets_to_what_was_published(beside: Path) -> None:
    with Store(beside) as store:
        found = {
            name: views.indicator_view(store, name)
            .set_index(["municipality", "year"])
            .loc[("21", 2020), "state"]
            for name in ("total", "competitions", "openness", "ngo_any")
        }
    assert found == {
        "total": "ok", "competitions": "ok", "openness": "no_data", "ngo_any": "no_data",
    }  # fmt: skip
    assert asked(
        beside, "SELECT source FROM submission WHERE source IS NOT NULL AND year = 2020"
    ) == [("table",)]


def test_a_wrong_cell_stops_the_build_and_is_named(tmp_path: Path) -> None:
    target = tmp_path / "var" / "savivalda.duckdb"
    wrong = ("2021", ENTITIES[1], "Antroji", "Orai", "5")
    with pytest.raises(SourceError, match=r"table/tables/table\.csv: D4 .*Orai"):
        quick_build(target, sources=carry(tmp_path, *ROWS[:2], wrong))
    assert not target.exists()


def test_two_tables_of_one_municipality_and_year_are_refused(tmp_path: Path) -> None:
    carry(tmp_path, *ROWS)
    sources = carry(tmp_path, ROWS[2], name="twin")
    with pytest.raises(SourceError, match=r"twin/tables/table\.csv: 21, 2020 stands in table too"):
        quick_build(tmp_path / "var" / "savivalda.duckdb", sources=sources)


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('group = "ngo"', 'group = "ngos"', "unknown group 'ngos' .*meant 'ngo'"),
        ('map = "map.csv"', "", "'map' must be text"),
        ("retrieved = 2026-11-20", "", "key 'retrieved' is missing"),
        ('note_lt = "lentelė to nepasako"', "", "'note_lt' must be text"),
    ],
)
def test_a_wrong_description_is_refused(
    tmp_path: Path, before: str, after: str, complaint: str
) -> None:
    sources = carry(tmp_path, *ROWS)
    (sources / "table" / "source.toml").write_text(DESCRIPTION.replace(before, after))
    with pytest.raises(SourceError, match=complaint):
        quick_build(tmp_path / "var" / "savivalda.duckdb", sources=sources)


def test_the_day_of_the_source_is_the_day_of_its_figures(alone: Path) -> None:
    assert asked(alone, "SELECT DISTINCT received_on FROM submission WHERE source = 'table'") == [
        (date(2026, 11, 20),)
    ]
