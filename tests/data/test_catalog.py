"""The catalogue is complete, consistent, and light."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby

import pytest

from data.building.describe import DEFAULT_FOLDER
from data.catalog import GROUPS, INDICATORS, UNITS, YEARS, find_indicator, resolve
from data.errors import SavivaldaError, UnknownArea, UnknownIndicator, UnknownUnit
from data.statements import SQL, statements


def test_indicators_and_their_queries_are_the_same_set() -> None:
    assert set(statements(SQL / "indicators")) == set(INDICATORS)


def test_ids_are_the_keys() -> None:
    assert [indicator.id for indicator in INDICATORS.values()] == list(INDICATORS)
    assert [unit.id for unit in UNITS.values()] == list(UNITS)


def test_groups_are_complete_and_stand_together_in_their_order() -> None:
    seen = [group for group, _ in groupby(item.group for item in INDICATORS.values())]
    assert tuple(seen) == GROUPS


def test_every_unit_is_used_and_every_source_is_described() -> None:
    used = {unit for indicator in INDICATORS.values() for unit in indicator.units}
    assert used == set(UNITS)
    described = {path.parent.name for path in DEFAULT_FOLDER.glob("*/source.toml")}
    assert {source for item in INDICATORS.values() for source in item.source} <= described


def test_every_money_indicator_has_the_five_units_per_resident_first() -> None:
    for name in ("total", "budgetary", "public", "others", "ngo_competition", "ngo_any"):
        first, *others = INDICATORS[name].units
        assert first == "per_resident"
        assert set(others) == {"eur", "budget_share", "constant", "constant_per_resident"}


def test_a_view_has_the_default_unit_its_years_and_the_kind_of_its_national_figure() -> None:
    view = resolve("ngo_competition")
    assert (view.unit.id, view.area, view.years, view.national) == (
        "per_resident", "all", YEARS, "rate",
    )  # fmt: skip
    constant = resolve("ngo_competition", "constant", "culture")
    assert constant.years == tuple(range(2015, 2026))
    assert constant.national == "average"
    assert resolve("ngo_competition", "constant_per_resident").years == constant.years
    assert resolve("ngo_competition", "constant_per_resident").national == "rate"
    assert resolve("average_grant", "eur").national == "rate"
    assert resolve("ngo_competition_share").decimals == 2
    assert resolve("success_rate").decimals == 1


def test_what_is_not_known_is_said_with_what_is() -> None:
    with pytest.raises(UnknownIndicator, match=r"'opennes' \(meant 'openness'\?\); known: total, "):
        find_indicator("opennes")
    with pytest.raises(UnknownUnit, match="known: percent"):
        resolve("openness", "eur")
    with pytest.raises(UnknownArea, match="known: all"):
        resolve("openness", area="culture")
    assert issubclass(UnknownUnit, SavivaldaError)


def test_the_catalogue_costs_nothing_to_import() -> None:
    heavy = "{'duckdb', 'pandas', 'numpy', 'geopandas', 'plotly'}"
    program = f"import sys, data.catalog; sys.exit(bool({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
