"""What is looked at on the bench, and how it is written into the address.

Reading never fails: what is unknown or out of range becomes the usual and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode

from dashboard.address import LONGEST_QUERY, Note
from dashboard.indicators.selection import read_selection, write_selection
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.research.subjects import MEASURES, STUDIED, Subject, areas_of, measures_of, units_of
from data.catalog import FIGURES, INDICATORS, UNITS, YEARS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VIEWS = ("relation", "distribution", "difference", "split", "inequality", "multiples")
"""What can be made of the choice, the usual first."""

GROUPS = ("city", "resort", "ring", "other")
PLACES = (
    "all",
    *(f"county:{county.code}" for county in counties()),
    *(f"group:{group}" for group in GROUPS),
    "peers",
    "list",
)
"""Sets of municipalities: all, a county, an official group, one with its peers, a list."""

ESTIMATED = ("with", "without")
"""Whether figures that rest on interpolated residents are taken into statistics."""

MOST_LISTED = 60

CHOICES: Mapping[str, tuple[str, ...]] = {
    "view": VIEWS,
    "figures": FIGURES,
    "estimated": ESTIMATED,
    "places": PLACES,
    "log": ("", "x", "y", "xy"),
    "colour": ("", "group", "county", "third"),
    "by": ("year", "group", "county"),
    "against": ("years", "indicators"),
    "parts": ("map", "bars", "flows"),
    "lines": ("inequality", "clusters"),
    "tiled": ("maps", "trends"),
    "peer": ("", *(place.code for place in municipalities())),
    "third": ("", *STUDIED),
}
"""What can be chosen from lists that are the same whatever else is chosen, the usual first."""

USUAL_SUBJECT = Subject(DEFAULT_INDICATOR, INDICATORS[DEFAULT_INDICATOR].units[0])
USUAL_OTHER = Subject("total", INDICATORS["total"].units[0])


@dataclass(frozen=True)
class ResearchState:
    """A whole view of the bench.

    Attributes:
        view: One of `VIEWS`.
        subject: What is studied.
        other: What it is set beside, in a relation and in a difference of two indicators.
        third: By what points are coloured and sized: one of `STUDIED`, or nothing.
        year: The year that the address names; without one, the newest with figures.
        since: The base year; without one, the first with figures.
        places: One of `PLACES`.
        peer: Code of the municipality whose peers they are.
        listed: Codes of the list.
        figures: All, or real ones alone.
        estimated: One of `ESTIMATED`.
        log: Axes of a relation that are logarithmic.
        colour: By what points of a relation are coloured and told apart.
        by: By what a distribution is parted.
        against: What a difference is of: two years, or two indicators.
        parts: How the split is shown.
        lines: Inequality over the years, or clusters on a map.
        tiled: Maps of all years, or trends of all municipalities.
        select: Codes of the municipalities that stand out.
        notes: What of the address was of no use.
    """

    view: str = VIEWS[0]
    subject: Subject = USUAL_SUBJECT
    other: Subject = USUAL_OTHER
    third: str = ""
    year: int | None = None
    since: int | None = None
    places: str = PLACES[0]
    peer: str = ""
    listed: tuple[str, ...] = ()
    figures: str = FIGURES[0]
    estimated: str = ESTIMATED[0]
    log: str = ""
    colour: str = ""
    by: str = "year"
    against: str = "years"
    parts: str = "map"
    lines: str = "inequality"
    tiled: str = "maps"
    select: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


OTHER = "other_"
"""Before the names of the other subject's parts in the address."""


def read_research_state(query: str, areas: Sequence[str]) -> ResearchState:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = [(name, value) for name, value in parse_qsl(text) if value.strip()]
    reader = _ResearchReader(dict(given), areas)
    chosen = {name: reader.one_of(name, known) for name, known in CHOICES.items()}
    select, unselected = read_selection(_joined(given, "select"))
    listed, unlisted = read_selection(_joined(given, "with"), most=MOST_LISTED)
    unlisted = [Note("with", note.value) for note in unlisted]
    return ResearchState(
        subject=reader.subject("", USUAL_SUBJECT),
        other=reader.subject(OTHER, USUAL_OTHER),
        year=reader.year("year"),
        since=reader.year("since"),
        listed=listed,
        select=select,
        notes=(*reader.notes, *unselected, *unlisted),
        **chosen,
    )


def write_research_state(state: ResearchState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    usual = ResearchState()
    pairs = {name: getattr(state, name) for name in CHOICES}
    pairs = {name: value for name, value in pairs.items() if value != getattr(usual, name)}
    pairs |= _written("", state.subject, USUAL_SUBJECT)
    pairs |= _written(OTHER, state.other, USUAL_OTHER)
    pairs |= {"year": str(state.year or ""), "since": str(state.since or "")}
    pairs |= {"with": write_selection(state.listed)}
    rest = urlencode({name: value for name, value in pairs.items() if value}, safe=",:")
    return "&".join(filter(None, (rest, write_select(state.select))))


def write_select(select: Sequence[str]) -> str:
    """The end of a query, which says who stands out; empty where nobody does."""
    return f"select={quote(write_selection(select), safe=',')}" if select else ""


def _joined(given: Sequence[tuple[str, str]], wanted: str) -> str:
    return ",".join(value for name, value in given if name == wanted)


def _written(before: str, subject: Subject, usual: Subject) -> dict[str, str]:
    """The parts of a subject that are not what they would be without being said."""
    own = Subject(subject.of, units_of(subject.of)[0])
    parts = {"indicator": (subject.of, usual.of), "unit": (subject.unit, own.unit)}
    parts |= {"area": (subject.area, own.area), "measure": (subject.measure, own.measure)}
    return {f"{before}{name}": value for name, (value, same) in parts.items() if value != same}


class _ResearchReader:
    """Takes values from an address, and notes those of no use."""

    def __init__(self, pairs: Mapping[str, str], areas: Sequence[str]) -> None:
        self.pairs, self.areas = pairs, areas
        self.notes: list[Note] = []

    def one_of(
        self, name: str, known: Sequence[str], usual: str | None = None, kept: Sequence[str] = ()
    ) -> str:
        """One of the known values, the usual or the first unless another is given.

        Of `kept`, which a form still sends of what was chosen before, nothing is said.
        """
        value = self.pairs.get(name)
        if value is not None and value in known:
            return value
        if value is not None and value not in kept:
            self.notes.append(Note(name, value))
        return known[0] if usual is None else usual

    def year(self, name: str) -> int | None:
        """One of the years of the atlas."""
        found = self.one_of(name, ("", *map(str, YEARS)))
        return int(found) if found else None

    def subject(self, before: str, usual: Subject) -> Subject:
        """A subject whose parts fit together."""
        of = self.one_of(f"{before}indicator", STUDIED, usual.of)
        unit = self.one_of(f"{before}unit", units_of(of), kept=(*UNITS,))
        area = self.one_of(f"{before}area", areas_of(of, self.areas), kept=self.areas)
        subject = Subject(of, unit, area)
        measure = self.one_of(f"{before}measure", measures_of(subject), kept=MEASURES)
        return replace(subject, measure=measure)
