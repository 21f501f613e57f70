"""What is looked at of the competitions, and how it is written into the address.

Reading never fails: what is unknown becomes the usual and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from dashboard.frame.notes import LONG
from dashboard.indicators.selection import county_key
from data.asking.competitions import SORTS, CompetitionFilter
from data.catalog import YEARS
from geo.finding import fitting
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

USUAL_SORT = "-year"
MOST_LETTERS = 100
"""Of the text that is looked for."""

FIGURES = ("", "real", "demo")
"""Real ones where there are any, else invented ones; real ones; invented ones."""

LAST_PAGE = 100_000


@dataclass(frozen=True)
class CompetitionsState:
    """A whole view of the list.

    Attributes:
        asked: Which competitions.
        figures: One of `FIGURES`.
        sort: One of `data.asking.competitions.SORTS`, with `-` before it from the largest.
        page: Number of the page of the list, from 1.
        notes: What of the address was of no use.
    """

    asked: CompetitionFilter = field(default_factory=CompetitionFilter)
    figures: str = FIGURES[0]
    sort: str = USUAL_SORT
    page: int = 1
    notes: tuple[Note, ...] = ()


def read_state(query: str, areas: Collection[str]) -> CompetitionsState:
    """Reads the query of an address; `areas` are the policy areas that there are."""
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = {name: value.strip() for name, value in parse_qsl(text) if value.strip()}
    notes: list[Note] = []

    def one_of(name: str, known: Mapping[str, str], usual: str = "") -> str:
        value = given.get(name, "")
        if value and value not in known:
            notes.append(Note(name, value))
        return known.get(value, usual)

    places = fitting(given.get("municipality", ""))
    if "municipality" in given and len(places) != 1:
        notes.append(Note("municipality", given["municipality"]))
    sorts = {sign + name: sign + name for name in SORTS for sign in ("", "-")}
    asked = CompetitionFilter(
        municipality=places[0].code if len(places) == 1 else "",
        county=one_of("county", {county_key(each): each.code for each in counties()}),
        area=one_of("area", {area: area for area in areas}),
        year=int(one_of("year", {str(year): str(year) for year in YEARS}) or 0),
        text=given.get("q", "")[:MOST_LETTERS],
    )
    if len(given.get("q", "")) > MOST_LETTERS:
        notes.append(Note(LONG, "q"))
    return CompetitionsState(
        asked,
        one_of("figures", {each: each for each in FIGURES}),
        one_of("sort", sorts, USUAL_SORT),
        _page(given, notes),
        (*notes,),
    )


def write_state(state: CompetitionsState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    asked = state.asked
    keys = {each.code: county_key(each) for each in counties()}
    pairs = {
        "municipality": asked.municipality,
        "county": keys.get(asked.county, ""),
        "area": asked.area,
        "year": str(asked.year or ""),
        "q": asked.text,
        "figures": state.figures,
        "sort": "" if state.sort == USUAL_SORT else state.sort,
        "page": "" if state.page == 1 else str(state.page),
    }
    return urlencode({name: value for name, value in pairs.items() if value}, errors="replace")


def _page(given: Mapping[str, str], notes: list[Note]) -> int:
    text = given.get("page", "1")
    if text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= LAST_PAGE:
        return int(text)
    notes.append(Note("page", text))
    return 1
