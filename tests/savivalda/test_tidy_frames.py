"""Frames have the types that are promised and say what they are; filters are those of addresses."""

from __future__ import annotations

import json
import warnings
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import savivalda
from data.tidy.described import tidy_tables
from savivalda.typed import typed
from tests.savivalda.asking import chosen_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")

DTYPES = {
    "string": "str",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "date": "datetime64[us]",
    "datetime": "datetime64[us, UTC]",
}


def test_every_column_of_every_table_has_the_type_that_is_promised(
    opened: savivalda.OpenAtlas,
) -> None:
    for name in opened.tables():
        frame = opened.table(name, **chosen_of(name), limit=5)
        told = {column: str(kind) for column, kind in frame.dtypes.items()}
        assert told == {
            column.name: DTYPES[column.type] for column in tidy_tables()[name].columns.values()
        }


def test_types_do_not_hang_on_the_values_that_happen_to_be_there() -> None:
    columns = {column.type: column for column in tidy_tables()["figures"].columns.values()}
    columns |= {c.type: c for t in tidy_tables().values() for c in t.columns.values()}
    named = {column.name: column for column in columns.values()}
    for rows in ([], [dict.fromkeys(named)], [dict.fromkeys(named)] * 2):
        frame = typed(pd.DataFrame(rows, columns=list(named), dtype=object), named)
        told = {column: str(kind) for column, kind in frame.dtypes.items()}
        assert told == {name: DTYPES[column.type] for name, column in named.items()}
        assert frame.isna().all(axis=None)


def test_codes_keep_their_zeros(opened: savivalda.OpenAtlas) -> None:
    assert set(opened.municipalities()["county"]) == {f"{code:02}" for code in range(1, 11)}


def test_a_frame_says_what_it_is(opened: savivalda.OpenAtlas) -> None:
    frame = opened.figures("total", "eur", year=2025)
    kept: dict[str, Any] = json.loads(json.dumps(frame.attrs))

    assert kept["table"] == "figures"
    assert kept["key"] == ["municipality", "year"]
    assert kept["units"] == {"value": "eur"}
    assert kept["codes"]["state"] == "value_state"
    assert kept["licence"] == "CC BY 4.0"
    assert kept["version"] in kept["source"]
    assert kept["built_at"] == "2026-11-21T12:30:00+00:00"
    assert "NOT REAL" in kept["demonstration"]
    assert opened.municipalities().attrs["demonstration"] == ""
    assert opened.counties().attrs["units"] == {"area_km2": "km²"}
    for measure, unit in (("change", "percentage points"), ("growth", "percent")):
        told = opened.measures("openness", measure=measure, year=2024)
        assert told.attrs["units"] == {"value": unit}


def test_invented_figures_are_warned_of_once_at_the_line_that_asked(database: Path) -> None:
    with savivalda.open(database) as atlas, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        atlas.municipalities()
        assert not caught
        atlas.figures("total", figures="all")
        atlas.table("figures", indicator="total")

        assert [each.category for each in caught] == [savivalda.Demonstration]
        assert caught[0].filename == __file__
        assert atlas.figures("openness").attrs["demonstration"]


def test_rows_are_chosen_as_by_addresses(opened: savivalda.OpenAtlas) -> None:
    frame = opened.figures(
        "total",
        "eur",
        municipality=["Neringa", "LT-57", "kauno r."],
        year_from=2024,
        year_to=2025,
        counts=True,
        sort=["year", "-value"],
        fields=["municipality", "year", "value"],
    )
    assert list(frame) == ["municipality", "year", "value"]
    assert set(frame["municipality"]) == {"23", "13", "52"}
    assert list(frame["year"]) == [2024] * 3 + [2025] * 3
    assert frame.equals(frame.sort_values(["year", "value"], ascending=[True, False]))
    assert len(opened.figures("total", year=range(2020, 2023), limit=7)) == 7
    assert opened.table("sources", retrieved_to=date(2000, 1, 1)).empty


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("figurs", {}, r"table is 'figurs'.*meant 'figures'"),
        ("figures", {}, "indicator is ''"),
        ("figures", {"indicator": "totl"}, r"meant 'total'"),
        ("figures", {"indicator": "total", "unit": "litas"}, "unit is 'litas'.*per_resident"),
        ("municipalities", {"municipality": "Vilnius"}, "Vilniaus m. sav.' or 'Vilniaus r. sav."),
        ("municipalities", {"municipality": "Kaunes"}, "municipality is 'Kaunes'"),
        ("municipalities", {"municipality": []}, "municipality is '.*at least one value"),
        ("municipalities", {"name": "a,b"}, "without a comma"),
        ("municipalities", {"sort": "residens"}, "meant 'residents'"),
        ("municipalities", {"residents_from": "x"}, "residents_from is 'x'.*whole number"),
        ("municipalities", {"limit": 0}, "limit is '0'.*from 1"),
        ("municipalities", {"lang": "en"}, "when the atlas is opened"),
        ("municipalities", {"nmae": "x"}, "nmae is 'x'.*meant 'name'"),
    ],
)
def test_what_cannot_be_asked_says_what_can(
    opened: savivalda.OpenAtlas, name: str, filters: dict[str, Any], said: str
) -> None:
    with pytest.raises(savivalda.CannotAsk, match=said):
        opened.table(name, **filters)


def test_columns_are_described_in_the_language_that_was_asked_for(database: Path) -> None:
    with savivalda.open(database, "lt") as atlas:
        told = atlas.columns("figures").set_index("name")["about"]
        assert told["year"] == "Kalendoriniai metai"
        with pytest.raises(savivalda.CannotAsk, match="meant 'figures'"):
            atlas.columns("figure")
