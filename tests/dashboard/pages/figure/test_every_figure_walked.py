"""Any figure can be walked back through the site's own links and reckoned anew from its rows.

The figures are drawn at random from what the map's table says; nothing of the atlas' own reckoning
is used to reckon them again, and the cells that rows name are read in the files as they came.
"""

from __future__ import annotations

import csv
import io
import random
import re
from decimal import Decimal
from functools import cache
from html import unescape
from math import isclose
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from data.asking.store import Store
from data.building.describe import DEFAULT_FOLDER
from data.catalog import INDICATORS
from data.forms.definition.read import load_form
from data.forms.values.texts import fold
from tests.cells import cell_of, meant, sent_file
from tests.killing import SOAK
from tests.sent import FORMS, sent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 2000 if SOAK else 60
MOST_ROWS = 40
"""Rows of a figure whose cells are looked up; all of a form, some of a published table."""

SHEETS = {"allocation": "allocations", "competition": "competitions", "service": "services"}
IN_FORM = {"entity": "code", "provider": "provider_code"}

Row = dict[str, str]


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sent(tmp_path_factory)


@pytest.fixture(scope="module")
def client(var: Path) -> Iterator[Client]:
    with (
        Store(var / "savivalda.duckdb") as store,
        Client(create_app(Settings(), store).server) as opened,
    ):
        yield opened


class Walker:
    """Reads the site as a stranger does."""

    def __init__(self, client: Client, var: Path) -> None:
        self.client = client
        with duckdb.connect(var / "savivalda.duckdb", read_only=True) as atlas:
            self.residents = {
                row[:2]: row[2]
                for row in atlas.execute(
                    "SELECT municipality, year, residents FROM population"
                ).fetchall()
            }
            self.prices = dict(atlas.execute("FROM price_index").fetchall())

    @cache  # noqa: B019 (it lives as long as the module)
    def table(self, indicator: str, unit: str, area: str) -> list[Row]:
        """What the map's table says of a view."""
        query = f"indicator={indicator}&unit={unit}&area={area}&columns=plain"
        return self.csv(f"/download/en/view.csv?{query}")

    def csv(self, path: str) -> list[Row]:
        answer = self.client.get(path)
        assert answer.status_code == 200, path
        return [*csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))]

    def rows(self, page: str) -> list[Row]:
        """The rows that a figure's page offers to take away."""
        links = [unescape(link) for link in re.findall(r'href="(/download/[^"]+)"', page)]
        (link,) = [link for link in links if link.startswith("/download/en/figure.csv?")]
        return self.csv(f"{link}&columns=plain")


@pytest.fixture(scope="module")
def walker(client: Client, var: Path) -> Walker:
    return Walker(client, var)


def drawn() -> list[tuple[str, str, str, str, int]]:
    """Random figures: indicator, unit, area, municipality or LT, year; forms come first."""
    chance = random.Random(12)
    places = [f"{code:02d}" for code in (13, 53, 23, 11, 15, 41, 61, 79)] + ["LT"]
    found = []
    for place, year in [*FORMS, ("13", 2016), ("13", 2022), ("41", 2022)]:
        found += [(each.id, each.units[0], "all", place, year) for each in INDICATORS.values()]
    while len(found) < MOST:
        each = chance.choice([*INDICATORS.values()])
        area = chance.choice(["all", "sport", "culture"]) if each.by_area else "all"
        year, place = chance.randint(2015, 2025), chance.choice(places)
        found.append((each.id, chance.choice(each.units), area, place, year))
    return found


def reckoned(row: Row, rows: list[Row], walker: Walker, unit: str, indicator: str) -> float:
    """A municipality's figure from its rows, by what the unit means."""
    whose = row["code"], int(row["year"])
    total = sum(Decimal(each["numerator"]) for each in rows)
    if any(each["once"] for each in rows):
        total = Decimal(len({each["once"] for each in rows}))
    top, below = float(total), 1.0
    if INDICATORS[indicator].rate:
        below = float(sum(Decimal(each["denominator"] or 0) for each in rows))
    if unit.startswith("constant"):
        base, own = (float(walker.prices[year]) for year in (2025, whose[1]))
        top *= base / own
    if unit.endswith("per_resident"):
        below *= walker.residents[whose]
    if unit == "per_10000":
        below *= walker.residents[whose] / 10_000
    if unit == "budget_share":
        page = f"/en/figure?indicator=total&unit=eur&municipality={whose[0]}&year={whose[1]}"
        paid = walker.rows(walker.client.page(page))
        below *= float(sum(Decimal(each["numerator"]) for each in paid))
    return top * (100 if unit in ("percent", "budget_share") else 1) / below


def test_every_figure_is_the_sum_of_the_rows_that_its_page_leads_to(walker: Walker) -> None:
    walked = 0
    for indicator, unit, area, place, year in drawn():
        said = [
            row
            for row in walker.table(indicator, unit, area)
            if row["code"] == place and row["year"] == str(year)
        ]
        if not said or not said[0]["value"]:
            continue
        select = "" if place == "LT" else f"&select={place}"
        query = f"indicator={indicator}&unit={unit}&area={area}&year={year}{select}"
        page = walker.client.page(f"/en/figure?{query}")
        rows = walker.rows(page)
        if place == "LT":
            counted = [each for each in rows if each["counts"] == "true"]
            assert len(counted) == int(said[0]["municipalities"])
            found = of_the_country(counted, unit, INDICATORS[indicator].rate)
        else:
            found = reckoned(said[0], rows, walker, unit, indicator)
        value = float(said[0]["value"])
        assert isclose(found, value, rel_tol=1e-7, abs_tol=1e-6), (query, found, value)
        walked += 1
    assert walked > MOST / 2


def of_the_country(counted: list[Row], unit: str, rate: bool) -> float:
    """The sum of numerators over that of denominators, in the unit."""
    top = below = 0.0
    for each in counted:
        factor = float(each["price_factor"]) if unit.startswith("constant") else 1
        share = 100 if unit in ("percent", "budget_share") else 1
        top += float(each["counted"]) * factor * share
        part = float(each["out_of"]) if rate or unit == "per_10000" else 1.0
        part *= float(each["residents"]) if unit.endswith("per_resident") else 1
        below += part * (float(each["total_eur"]) if unit == "budget_share" else 1)
    return top / below


def test_every_row_stands_in_the_cells_that_it_names(walker: Walker, var: Path) -> None:
    looked_at = dict.fromkeys(FORMS, 0) | {("13", 2016): 0}
    for place, year in looked_at:
        for indicator in INDICATORS.values():
            query = f"indicator={indicator.id}&municipality={place}&year={year}"
            page = walker.client.page(f"/en/figure?{query}")
            if "figure.csv" not in page:
                continue
            for row in walker.rows(page)[:MOST_ROWS]:
                cells_say(row, indicator.table, place, year, var)
                looked_at[place, year] += 1
    assert all(looked_at.values()), looked_at


def cells_say(row: Row, table: str, place: str, year: int, var: Path) -> None:
    """The named cells of the named file hold what the row says."""
    assert row["demo"] == "false"
    assert row["file"]
    form = load_form().sheet(SHEETS.get(table, table))
    columns = {column.id: column for column in (*load_form().sheet("form").columns, *form.columns)}
    if (place, year) in FORMS:
        file = sent_file(var, row["file"], "form", municipality=place, year=year)
    else:
        file = DEFAULT_FOLDER / "vilnius" / "tables" / "biudzeto_ivykdymas.csv"
    named = dict(part.split("=") for part in row["cells"].split(" "))
    assert named
    for name, cells in named.items():
        column = columns[IN_FORM.get(name, {"recipient_kind": "kind"}.get(name, name))]
        found = [meant(column, cell_of(file, row["sheet"], cell)) for cell in cells.split(",")]
        if column.type == "amount":
            known = sum(found) if None not in found else None
            assert (Decimal(row[name]) if row[name] else None) == known, (row, name)
        elif column.type in ("text", "entity"):
            assert fold(row[name]) in {fold(str(each or "")) for each in found}, (row, name)
        else:
            assert {written(each) for each in found} == {row[name]}, (row, name)


def written(value: Any) -> str:
    """A value as a file for programs has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
