"""Figures of an indicator as tables: of municipalities, ranked, and of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import INVENTED, source_ids
from dashboard.indicators.state import ViewRequest
from dashboard.resources.resource import Resource, ResourceChoice
from data.catalog import ALL_AREAS, FIGURES, INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen

MARKS = ("estimated", "provisional", "corrected", "small")
"""What is said of figures, and is a column of theirs."""

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


def chosen_view(atlas: Atlas, chosen: Chosen) -> MapView:
    """The view that is chosen, remembered with those of the pages."""
    names = ("indicator", "unit", "area", "figures")
    return remembered_view(atlas, ViewRequest(**{name: chosen[name] for name in names}))


def _years(atlas: Atlas, chosen: Chosen) -> Sequence[str]:
    """The years of a view, the newest with a figure first, as it is the usual one."""
    shown = chosen_view(atlas, chosen)
    others = [year for year in reversed(shown.years) if year != shown.newest]
    return tuple(map(str, (shown.newest, *others)))


def figures_frame(shown: MapView, words: Language) -> pd.DataFrame:
    """Every municipality and year of a view, with all that is said of a figure."""
    places, years = municipalities(), shown.years
    remarked, invented = shown.remarked.ravel(), shown.marks["demo"].ravel()
    origins = [
        shown.origins.get((row, at)) for row in range(len(years)) for at in range(len(places))
    ]
    return pd.DataFrame(
        {
            "municipality": [place.code for place in places] * len(years),
            "municipality_name": [words.name(place) for place in places] * len(years),
            "municipality_name_order": [place.sort_lt for place in places] * len(years),
            "year": np.repeat(years, len(places)),
            **_told(shown),
            "value": shown.values.ravel(),
            "rank": shown.ranks.ravel(),
            "change": shown.changes.ravel(),
            "state": shown.states.ravel(),
            "counts": shown.counted.ravel(),
            **{name: shown.marks[name].ravel() for name in MARKS},
            "remarked": remarked,
            "demo": invented,
            "source": [
                INVENTED if demo else source for demo, source in zip(invented, origins, strict=True)
            ],
        }
    )


def _told(shown: MapView) -> dict[str, str]:
    """What a view is of."""
    return {name: getattr(shown.view, name) for name in ("indicator", "unit", "area")}


def _figures(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    return figures_frame(chosen_view(atlas, chosen), words)


def _ranking(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    """Those that have a rank in the year: as the ranking of the map's page has them."""
    frame = figures_frame(chosen_view(atlas, chosen), words)
    ranked = frame[(frame["year"] == int(chosen["year"])) & frame["counts"]]
    return ranked.assign(of=len(ranked)).sort_values("rank", kind="stable")


def _national(atlas: Atlas, _: Language, chosen: Chosen) -> pd.DataFrame:
    """The country in each year, of those whose figures count, and of the same ones always."""
    shown = chosen_view(atlas, chosen)
    counted = shown.counted

    def any_of(name: str) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = np.logical_or.reduce(shown.marks[name] & counted, axis=1)
        return found

    def sources_of(row: int) -> str:
        among = np.zeros_like(counted)
        among[row] = counted[row]
        return " ".join(source_ids(shown, among))

    return pd.DataFrame(
        {
            "year": shown.years,
            **_told(shown),
            "value": shown.national,
            "municipalities": counted.sum(axis=1),
            "value_same": shown.same,
            "municipalities_same": int(shown.always.sum()),
            **{name: any_of(name) for name in ("estimated", "provisional", "demo")},
            "sources": [sources_of(row) for row in range(len(shown.years))],
        }
    )


FIGURES_OF_A_VIEW = Resource("figures", VIEW, _figures)
NATIONAL = Resource("national", VIEW, _national)

ONE_FIGURE = Resource(
    "figure",
    (
        *VIEW,
        ResourceChoice(
            "municipality", lambda _, __: ("", *(place.code for place in municipalities()))
        ),
        ResourceChoice("year", _years),
    ),
)
"""One figure with its trace, which is no table; without a municipality, the country's."""

RANKING = Resource("rankings", (*VIEW, ResourceChoice("year", _years)), _ranking)
