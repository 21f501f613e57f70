"""What the researcher's bench studies as a table: an indicator or a feature by any measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.sources import INVENTED, source_ids
from dashboard.research.measured import TAKEN
from dashboard.research.places import members_of
from dashboard.research.reading import read_measured
from dashboard.research.state import ESTIMATED, MOST_LISTED, PLACES, ResearchState
from dashboard.research.subjects import STUDIED, Subject, areas_of, measures_of, units_of
from dashboard.resources.figures import MARKS
from dashboard.resources.resource import Resource, ResourceChoice, WrongAsked
from data.catalog import FIGURES, YEARS
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured
    from dashboard.resources.resource import Chosen

LONGEST_NAME = 80
"""Letters of a municipality's name, with much to spare."""


def _among(text: str) -> str:
    """Codes of municipalities that are named, parted by commas.

    Raises:
        WrongAsked: One is unknown or several, or they are more than there are.
    """
    named = text.split(",")
    if len(named) > MOST_LISTED:
        raise WrongAsked("among", text[:LONGEST_NAME], f"at most {MOST_LISTED} municipalities")
    return ",".join(dict.fromkeys(map(_code, named)))


def _code(name: str) -> str:
    said, known = "municipalities, parted by commas", tuple(each.code for each in municipalities())
    if len(name) > LONGEST_NAME:
        raise WrongAsked("among", name[:LONGEST_NAME], said, known)
    try:
        return find_municipality(name).code
    except AmbiguousPlace as error:
        raise WrongAsked("among", name, said, known, error.candidates) from error
    except UnknownPlace as error:
        raise WrongAsked("among", name, said, known, error.nearest) from error


def _places(_: Atlas, chosen: Chosen) -> Sequence[str]:
    """The sets; usual is the list or the peers where one is named."""
    usual = ("list",) if chosen["among"] else ("peers",) if chosen["peer"] else ()
    return tuple(dict.fromkeys((*usual, *PLACES)))


def _subject(chosen: Chosen) -> Subject:
    return Subject(*(chosen[name] for name in ("indicator", "unit", "area", "measure")))


STUDY = (
    ResourceChoice("indicator", lambda _, __: STUDIED, required=True),
    ResourceChoice("unit", lambda _, chosen: units_of(chosen["indicator"])),
    ResourceChoice("area", lambda atlas, chosen: areas_of(chosen["indicator"], atlas.areas)),
    ResourceChoice("figures", lambda _, __: FIGURES),
    ResourceChoice(
        "measure", lambda _, chosen: measures_of(Subject(chosen["indicator"], chosen["unit"]))
    ),
    ResourceChoice("since", lambda _, __: ("", *map(str, YEARS))),
    ResourceChoice("estimated", lambda _, __: ESTIMATED),
    ResourceChoice("peer", lambda _, __: ("", *(each.code for each in municipalities()))),
    ResourceChoice("among", lambda _, __: ("",), read=_among, expected="municipalities"),
    ResourceChoice("places", _places),
)
"""What is chosen of a measure: what the bench has in its address."""


def _require_agreeing(chosen: Chosen) -> None:
    """Makes sure that the set is the one that is named, and one that is named.

    Raises:
        WrongAsked: It is not.
    """
    places = chosen["places"]
    for name, kind in (("peer", "peers"), ("among", "list")):
        if places == kind and not chosen[name]:
            said = f"{name} to be said with it"
            raise WrongAsked("places", places, said, [each for each in PLACES if each != kind])
        if places != kind and chosen[name]:
            raise WrongAsked("places", places, f"{kind}, as {name} is said", (kind,))


def _measures(atlas: Atlas, words: Language, chosen: Chosen) -> pd.DataFrame:
    _require_agreeing(chosen)
    listed = tuple(filter(None, chosen["among"].split(",")))
    state = ResearchState(
        places=chosen["places"], peer=chosen["peer"], listed=listed, figures=chosen["figures"]
    )
    measured = read_measured(
        atlas,
        _subject(chosen),
        members_of(atlas, state),
        figures=chosen["figures"],
        estimated=chosen["estimated"] == ESTIMATED[0],
        since=int(chosen["since"]) if chosen["since"] else None,
    )
    return measures_frame(measured, words)


def measures_frame(measured: Measured, words: Language) -> pd.DataFrame:
    """Every member of the set and year, with all that is said of a figure."""
    members = np.flatnonzero(measured.members).tolist()
    places, years = [municipalities()[at] for at in members], measured.years
    subject = measured.subject
    names: dict[str, list[object]] = {
        "municipality": [place.code for place in places],
        "municipality_name": [words.name(place) for place in places],
        "municipality_name_order": [place.sort_lt for place in places],
        "county": [place.county for place in places],
        "group": [place.group for place in places],
    }
    reasons = measured.reasons[:, members].ravel()
    return pd.DataFrame(
        {
            **{name: each * len(years) for name, each in names.items()},
            "year": np.repeat(years, len(places)),
            "indicator": subject.of,
            "unit": subject.unit or None,
            "area": subject.area,
            "measure": subject.measure,
            "since": pd.array([measured.since] * len(reasons), dtype="Int64"),
            "value": measured.values[:, members].ravel(),
            "taken": reasons == TAKEN,
            "reason": [reason or None for reason in reasons.tolist()],
            **{name: measured.marks[name][:, members].ravel() for name in (*MARKS, "demo")},
            "sources": [_sources(measured, row, at) for row in range(len(years)) for at in members],
        }
    )


def _sources(measured: Measured, row: int, at: int) -> str | None:
    """Ids of what a figure rests on, that of its base year too; None where there is no figure."""
    shown = measured.shown
    if np.isnan(measured.values[row, at]):
        return None
    if shown is None:
        return " ".join(measured.sources)
    base = [] if measured.since is None else [measured.years.index(measured.since)]
    real = dict.fromkeys(filter(None, (shown.origins.get((each, at)) for each in (*base, row))))
    invented = (INVENTED,) if measured.marks["demo"][row, at] else ()
    others = source_ids(shown, np.zeros_like(shown.there))
    return " ".join((*sorted(real), *invented, *others))


MEASURES_STUDIED = Resource("measures", STUDY, _measures)
