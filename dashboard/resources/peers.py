"""Who is like whom, and where a municipality stands among those: as its page has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.sources import source_ids
from dashboard.peers.reading import newest_year, read_standing
from dashboard.peers.standing import BUDGET
from dashboard.peers.state import MONEY_UNITS, PeersState
from dashboard.resources.resource import Resource, ResourceChoice
from data.catalog import FIGURES, YEARS
from data.peers.features import FEATURES, HEAVIEST, WEIGHTS, most_apart
from data.peers.groups import FEWEST_NEAREST, FIXED, MOST_NEAREST, USUAL_NEAREST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.peers.standing import IndicatorStanding, PeerStanding
    from dashboard.resources.resource import Chosen

MEASURED = tuple(name for name, each in FEATURES.items() if each.measure != "same")
"""Features that are figures: how far peers differ in each is told."""

AGES = ("population_age", "population_older")
"""Sources of residents by age."""

WEIGHT_OF = "weight_"
"""Before the name of a feature, the choice of its weight."""


def _years(atlas: Atlas, chosen: Chosen) -> Sequence[str]:
    """Years, the newest with a budget first."""
    newest = newest_year(atlas, chosen["figures"])
    return tuple(map(str, (newest, *(year for year in reversed(YEARS) if year != newest))))


def _first(usual: int, known: range) -> tuple[str, ...]:
    return tuple(map(str, (usual, *(each for each in known if each != usual))))


def _weight(name: str) -> ResourceChoice:
    known = _first(WEIGHTS[name], range(HEAVIEST + 1))
    return ResourceChoice(f"{WEIGHT_OF}{name}", lambda _, __: known)


AMONG = (
    ResourceChoice(
        "municipality", lambda _, __: tuple(each.code for each in municipalities()), required=True
    ),
    ResourceChoice("figures", lambda _, __: FIGURES),
    ResourceChoice("year", _years),
    ResourceChoice("peers", lambda _, __: ("nearest", *FIXED)),
    ResourceChoice(
        "nearest", lambda _, __: _first(USUAL_NEAREST, range(FEWEST_NEAREST, MOST_NEAREST + 1))
    ),
    *map(_weight, WEIGHTS),
)
"""What is chosen of peers: usual is what is in the address of a municipality's page."""


def _standing(atlas: Atlas, chosen: Chosen) -> PeerStanding:
    weights = {name: int(chosen[f"{WEIGHT_OF}{name}"]) for name in WEIGHTS}
    state = PeersState(
        year=int(chosen["year"]),
        unit=chosen.get("unit", MONEY_UNITS[0]),
        figures=chosen["figures"],
        peers=chosen["peers"],
        nearest=int(chosen["nearest"]),
        weights=weights if any(weights.values()) else WEIGHTS,
    )
    codes = [place.code for place in municipalities()]
    return read_standing(atlas, codes.index(chosen["municipality"]), state)


def _peers(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    found, places = _standing(atlas, chosen), municipalities()
    peers, features = list(found.circle.peers), found.features
    weights, invented = found.state.weights, features["budget_demo"]
    return pd.DataFrame(
        {
            "municipality": found.place.code,
            "peer": [places[at].code for at in peers],
            "peer_name": [words.name(places[at]) for at in peers],
            "peer_name_order": peers,
            "year": found.year,
            "place": range(1, len(peers) + 1),
            "distance": found.distances[peers],
            "most_apart": [most_apart(found.differences, weights, at) for at in peers],
            **{name: features[name][peers] for name in (*MEASURED, "group", "county")},
            **{f"{name}_apart": found.differences[name][peers] for name in MEASURED},
            "demo": invented[peers] | invented[found.circle.own],
            "sources": " ".join((*AGES, *_sources(found.indicators[BUDGET]))),
        }
    )


def _standings(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    found = _standing(atlas, chosen)
    return pd.DataFrame(_indicator(found, name, words) for name in found.indicators)


def _indicator(found: PeerStanding, name: str, words: Language) -> dict[str, object]:
    """A municipality's figure of one indicator among its peers'."""
    it = found.indicators[name]
    own, shown = (it.row, it.own), it.shown
    here, everywhere, middle, span = it.among_peers, it.among_all, it.middle, it.span
    reach = it.reach
    return {
        "municipality": found.place.code,
        "municipality_name": words.name(found.place),
        "year": found.year,
        "indicator": name,
        "unit": shown.view.unit,
        "value": shown.values[own],
        "state": str(shown.states[own]),
        "counts": bool(shown.counted[own]),
        "median": middle and middle.median,
        "quartile_low": middle and middle.low,
        "quartile_high": middle and middle.high,
        "rank": here and here.rank,
        "of": here and here.count,
        "rank_from": span and span[0],
        "rank_to": span and span[1],
        "rank_all": everywhere and everywhere.rank,
        "of_all": everywhere and everywhere.count,
        "distance": it.distance if np.isfinite(it.distance) else None,
        "change": it.change(1),
        "change_five_years": it.change(5),
        "reach": reach and reach.amount,
        "reach_share": reach and reach.share,
        "demo": bool((_told_of(it) & shown.marks["demo"]).any()),
        "sources": " ".join(_sources(it)),
    }


def _told_of(it: IndicatorStanding) -> NDArray[np.bool_]:
    """Which figures of a view are told of: the municipality's, and those it is compared with."""
    told = np.zeros_like(it.shown.there)
    told[it.row, list(it.peers)] = it.shown.counted[it.row, list(it.peers)]
    told[it.row, it.own] = True
    return told


def _sources(it: IndicatorStanding) -> tuple[str, ...]:
    return source_ids(it.shown, _told_of(it))


PEERS = Resource("peers", AMONG, _peers)
STANDINGS = Resource(
    "standings", (*AMONG, ResourceChoice("unit", lambda _, __: MONEY_UNITS)), _standings
)
