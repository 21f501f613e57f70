"""The indicators as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.resources.resource import Resource
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen


def _read(_: Atlas, words: Language, __: Chosen) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indicator": each.id,
            "name": words.t(f"indicator.{each.id}.name"),
            "method": words.t(f"indicator.{each.id}.method"),
            "group": each.group,
            "units": " ".join(each.units),
            "by_area": each.by_area,
            "direction": each.direction,
        }
        for each in INDICATORS.values()
    )


INDICATORS_KNOWN = Resource("indicators", read=_read)
