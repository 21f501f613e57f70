"""The sets of municipalities that can be studied, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.peers.reading import features_of, newest_year
from dashboard.research.state import GROUPS
from data.peers.features import WEIGHTS, apart, distances, nearest
from data.peers.groups import USUAL_NEAREST
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.state import ResearchState


def members_of(atlas: Atlas, state: ResearchState) -> NDArray[np.bool_]:
    """Which municipalities are in the chosen set; all where it is left empty.

    Peers are those most alike by the usual weights in the newest year, whatever year is looked at,
    and the municipality itself.
    """
    places = municipalities()
    kind, _, which = state.places.partition(":")
    if kind == "county":
        chosen = [place.county == which for place in places]
    elif kind == "group":
        chosen = [place.group == which for place in places]
    elif kind == "peers" and state.peer:
        chosen = _with_peers(atlas, state.peer, state.figures)
    elif kind == "list" and state.listed:
        chosen = [place.code in state.listed for place in places]
    else:
        chosen = [True] * len(places)
    return np.array(chosen)


def _with_peers(atlas: Atlas, code: str, figures: str) -> list[bool]:
    codes = [place.code for place in municipalities()]
    own, year = codes.index(code), newest_year(atlas, figures)
    found = distances(apart(features_of(atlas, year, figures), own), WEIGHTS)
    chosen = {own, *nearest(found, own, USUAL_NEAREST)}
    return [at in chosen for at in range(len(codes))]


def places_text(state: ResearchState, words: Language) -> str:
    """What the set is called, to stand in titles; empty for all."""
    kind, _, which = state.places.partition(":")
    if kind == "county":
        return words.name(next(each for each in counties() if each.code == which), "full")
    if kind == "group":
        return words.t(f"research.group.{which}")
    if kind == "peers" and state.peer:
        place = next(each for each in municipalities() if each.code == state.peer)
        return words.t("research.places.peers_of", name=words.name(place))
    if kind == "list" and state.listed:
        return words.n("research.places.listed", len(state.listed))
    return ""


def part_text(part: str, words: Language) -> str:
    """What a part of the choice is called of which a statistic is told.

    Args:
        part: Code of a county or group, `county` or `group` for a parting by them; any other is
            its name already.
        words: The language.
    """
    if part in GROUPS:
        return words.t(f"research.group.{part}")
    if part in ("county", "group"):
        return words.t(f"research.part.{part}")
    county = next((each for each in counties() if each.code == part), None)
    return words.name(county, "full") if county else part
