"""The indicators and their units as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.indicators.writing import unit_label
from dashboard.resources.resource import Resource
from data.catalog import INDICATORS, UNITS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen


def _indicators(atlas: Atlas, words: Language, _: Chosen) -> pd.DataFrame:
    there = set(atlas.sources()["source"])
    return pd.DataFrame(
        {
            "indicator": each.id,
            "name": words.t(f"indicator.{each.id}.name"),
            "method": words.t(f"indicator.{each.id}.method"),
            "group": each.group,
            "units": " ".join(each.units),
            "by_area": each.by_area,
            "direction": each.direction,
            "table": each.table,
            "rests_on": " ".join(source for source in each.source if source in there),
        }
        for each in INDICATORS.values()
    )


def _units(_: Atlas, words: Language, __: Chosen) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": each.id,
            "name": unit_label(each.id, words),
            "kind": each.kind,
            "decimals": each.decimals,
            "last_year": each.last_year,
            "national": "average" if each.level else "rate",
            "rests_on": " ".join(each.source),
        }
        for each in UNITS.values()
    )


INDICATORS_KNOWN = Resource("indicators", read=_indicators)
UNITS_KNOWN = Resource("units", read=_units)
