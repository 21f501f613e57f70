"""Figures of an indicator as a table: every municipality and year in one unit and area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.resources.resource import Resource, ResourceChoice
from data.asking.views import indicator_view, real_sources
from data.catalog import ALL_AREAS, FIGURES, INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen

VIEW = (
    ResourceChoice("indicator", lambda _, __: tuple(INDICATORS), required=True),
    ResourceChoice("unit", lambda _, chosen: INDICATORS[chosen["indicator"]].units),
    ResourceChoice(
        "area",
        lambda atlas, chosen: (
            (ALL_AREAS, *atlas.areas) if INDICATORS[chosen["indicator"]].by_area else (ALL_AREAS,)
        ),
    ),
    ResourceChoice("figures", lambda _, __: FIGURES),
)
"""What is chosen of a view: as `data.asking.views.indicator_view` takes it."""


def _read(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    frame = indicator_view(
        atlas.store,
        chosen["indicator"],
        chosen["unit"],
        chosen["area"],
        figures=chosen["figures"],
    )
    names = {place.code: getattr(place, f"name_{words.code}") for place in municipalities()}
    origins = real_sources(atlas.store)
    whose = {
        (place, int(year)): source
        for place, year, source in zip(*(origins[name] for name in origins), strict=True)
    }
    keys = zip(frame["municipality"], frame["year"], strict=True)
    return frame.assign(
        municipality_name=frame["municipality"].map(names),
        indicator=chosen["indicator"],
        unit=chosen["unit"],
        area=chosen["area"],
        source=pd.Series(
            [
                "demo" if demo else whose.get((place, int(year)))
                for demo, (place, year) in zip(frame["demo"], keys, strict=True)
            ],
            dtype=object,
        ),
    )


FIGURES_OF_A_VIEW = Resource("figures", VIEW, _read)
