"""What a published list of grants gives: recipients, and the competitions of its winners."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.describe import DEFAULT_FOLDER
from data.forms.history import import_table
from tests.built import plain_sources, quick_build
from tests.data.forms.given import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIST = """Savivaldybė;Metai;Kodas;Gavėjas;Konkursas;Sritis;Būdas;Skirta
19;2017;{0};Pirmoji;Kultūros projektai;Kultūra;Konkursas;100,10
19;2017;{1};J. Petraičio IĮ;Kultūros projektai;Kultūra;Konkursas;200
19;2017;{1};J. Petraičio IĮ;Kultūros projektai;Kultūra;Konkursas;0
19;2017;{0};Pirmoji;Sporto projektai;Sportas;Konkursas;50
19;2017;{2};Trečioji;;;Kita;70
19;2018;{2};Trečioji;;;;80
""".format(*ENTITIES)
MAP = """sheet,heading,column,value
form,Savivaldybė,municipality,
form,Metai,year,
awards,Kodas,code,
awards,Gavėjas,name,
awards,Konkursas,programme,
awards,Sritis,area,
awards,Būdas,mode,
awards,Skirta,awarded,
"""
MONEY = """municipality,year,code,name,kind,area,mode,programme,financing,planned,revised,executed
19,2017,{},Pirmoji,ngo,sport,competition,S,municipal,100,100,90
""".format(*ENTITIES)
MONEY_MAP = "sheet,heading,column,value\nallocations,code,code,\n"
OWN = """municipality,year,competition,area,announced,budget,applications,funded,requested,awarded
19,2017,K01,sport,2017-02-01,100,9,3,500,90
"""
OWN_MAP = "sheet,heading,column,value\ncompetitions,area,area,\n"


def bring(folder: Path, table: str, mapped: str) -> None:
    """Import a table into the folder's archive."""
    (folder / "table.csv").write_text(table, encoding="utf-8")
    (folder / "map.csv").write_text(mapped, encoding="utf-8")
    done = import_table(folder / "table.csv", folder / "map.csv", folder)
    assert done.errors == 0, done.problems


class Atlas:
    """Figures of one municipality in a built database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def told(
        self, indicator: str, year: int = 2017, area: str = "all", place: str = "19"
    ) -> tuple[str, float | None]:
        view = indicator_view(self._store, indicator, area=area).set_index(["municipality", "year"])
        state, value = view.loc[(place, year), ["state", "value"]]
        return state, None if state == "no_data" else round(float(value), 6)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(self._store.path, read_only=True) as connection:
            return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """What the list alone gives; only read."""
    folder = tmp_path_factory.mktemp("listed")
    bring(folder, LIST, MAP)
    quick_build(folder / "a.duckdb")
    with Store(folder / "a.duckdb") as store:
        yield Atlas(store)


WON = {
    "competitions": ("ok", 2.0),
    "average_grant": ("ok", round(350.1 / 3, 6)),
    "success_rate": ("no_data", None),
}
UNTOLD = ("total", "budgetary", "ngo_any", "ngo_recipients", "services_transferred", "openness")


def test_a_list_of_winners_tells_of_competitions_and_of_nothing_else(listed) -> None:
    assert {name: listed.told(name) for name in WON} == WON
    assert listed.told("competitions", area="culture") == ("ok", 1.0)
    assert {listed.told(name) for name in UNTOLD} == {("no_data", None)}
    assert listed.rows("SELECT * EXCLUDE (municipality, year, from_file) FROM competition")[:1] == [
        (
            "Kultūros projektai",
            "culture",
            None,
            None,
            None,
            2,
            None,
            Decimal("300.10"),
            None,
            "2 3 4",
        )
    ]


def test_how_it_was_awarded_is_not_guessed(listed) -> None:
    assert {listed.told(name, 2018) for name in (*WON, *UNTOLD)} == {("no_data", None)}
    assert listed.rows("SELECT entity, awarded, mode FROM award WHERE year = 2018") == [
        (ENTITIES[2], 80, None)
    ]


def test_recipients_are_known_by_their_names_but_not_an_owner_by_his(listed) -> None:
    codes = ", ".join(f"'{code}'" for code in ENTITIES)
    named = f"SELECT code, name, recipient_kind FROM entity WHERE code IN ({codes})"
    assert {*listed.rows(named)} >= {(ENTITIES[1], "Individuali įmonė", None)}


BROUGHT = {
    "19": ((LIST, MAP), (MONEY, MONEY_MAP)),
    "21": ((MONEY, MONEY_MAP), (LIST, MAP)),
    "29": ((LIST, MAP), (MONEY, MONEY_MAP), (OWN, OWN_MAP)),
}
"""What of whom came in which order."""


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """What lists give beside tables; only read."""
    folder = tmp_path_factory.mktemp("brought")
    for place, tables in BROUGHT.items():
        for table, mapped in tables:
            bring(folder, re.sub("(?m)^19", place, table), mapped)
    quick_build(folder / "a.duckdb")
    with Store(folder / "a.duckdb") as store:
        yield Atlas(store)


@pytest.mark.parametrize("place", ["19", "21"])
def test_a_list_stands_beside_a_table_of_money_whichever_came_first(brought, place) -> None:
    assert {name: brought.told(name, place=place) for name in WON} == WON
    assert brought.told("ngo_recipients", place=place)[0] == "ok"


def test_competitions_that_the_municipality_told_of_are_those_that_count(brought) -> None:
    assert brought.told("competitions", place="29") == ("ok", 1.0)
    assert brought.told("success_rate", place="29")[0] == "ok"
    assert brought.rows("SELECT count(*) FROM award WHERE municipality = '29'") == [(6,)]


def test_a_list_that_a_source_folder_carries_tells_the_same(tmp_path) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(plain_sources(), sources)
    folder = sources / "kaunas"
    (folder / "tables").mkdir(parents=True)
    (folder / "tables" / "list.csv").write_text(LIST, encoding="utf-8")
    (folder / "tables" / "map.csv").write_text(MAP, encoding="utf-8")
    described = (DEFAULT_FOLDER / "vilnius" / "source.toml").read_text(encoding="utf-8")
    tables = '[[tables]]\nfile = "list.csv"\nmap = "map.csv"\nprovisional = false\n'
    (folder / "source.toml").write_text(described.partition("[[")[0] + tables, encoding="utf-8")
    quick_build(tmp_path / "a.duckdb", sources=sources)
    with Store(tmp_path / "a.duckdb") as store:
        atlas = Atlas(store)
        assert {name: atlas.told(name) for name in WON} == WON
        assert {atlas.told(name) for name in UNTOLD} == {("no_data", None)}
        assert {atlas.told(name, 2018) for name in WON} == {("no_data", None)}
