"""The figures of the baseline, and what is asked of both: every view, every indicator and year."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.indicators.state import DEFAULT_INDICATOR, ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.map.resource import view_address
from data.asking.store import Store
from data.asking.views import codes, indicator_view
from data.catalog import ALL_AREAS, INDICATORS, YEARS
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path


def read_table(database: Path) -> pd.DataFrame:
    """The one table that a tutorial page would read: every indicator in its first unit.

    Columns: indicator, municipality (code), name, year, value (NaN where unknown). The atlas's
    default indicator comes first, so that both pages open with the same figures.
    """
    names = {place.code: place.name_lt for place in municipalities()}
    columns = ["municipality", "year", "value"]
    with Store(database) as store:
        views = [
            indicator_view(store, indicator)[columns].assign(indicator=indicator)
            for indicator in sorted(INDICATORS, key=lambda item: item != DEFAULT_INDICATOR)
        ]
    table = pd.concat(views, ignore_index=True)
    return table.assign(name=table["municipality"].map(names))


def view_addresses(database: Path) -> list[str]:
    """All indicators × their units × policy areas, as the map page asks for them."""
    words = language(CODES[0])
    with Store(database) as store:
        areas = list(codes(store, "policy_area").query("offered")["code"])
        version = store.version
    views = [
        ViewRequest(item.id, unit, area)
        for item in INDICATORS.values()
        for unit in item.units
        for area in (ALL_AREAS, *(areas if item.by_area else ()))
    ]
    return [view_address(view, version, words) for view in views]


def baseline_choices() -> list[dict[str, Any]]:
    """All indicators × years, as the baseline's inputs take them."""
    return [
        {"indicator": indicator, "year": year} for indicator, year in product(INDICATORS, YEARS)
    ]
