"""What became of the indicators that commitments should move, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.commitments.promise import all_promises, promise_source_ids, years_of
from dashboard.resources.resource import Resource

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen


def _read(atlas: Atlas, words: Language, _: Chosen) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "commitment": promise.commitment,
            "indicator": promise.view.indicator,
            "unit": promise.view.unit,
            "area": promise.view.area,
            "year": year.year,
            "phase": year.phase or None,
            "value": year.value,
            "target": promise.target,
            "reached": year.reached,
            "comparable": year.comparable,
            "estimated": year.estimated,
            "demo": year.demo,
            "sources": " ".join(promise_source_ids(promise, atlas)),
        }
        for promise in all_promises(atlas, words)
        for year in years_of(atlas, promise)
    )


PROGRESS = Resource("progress", read=_read)
