"""What a visitor looks at on the map page, and how it is written into the address.

Reading never fails: an unknown value falls back to the default and leaves a note, so that a
shared, old or forged address still opens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from dashboard.indicators.classes import LIMITS, METHODS
from dashboard.indicators.selection import read_selection, write_selection
from data.catalog import ALL_AREAS, FIGURES, INDICATORS, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_INDICATOR = "ngo_competition_share"
COLUMNS = ("name", "county", "value", "rank", "change")
"""Columns of the table, each of which can sort it; a minus before it turns the order round."""

CLOSEST = 12.0
"""How often larger than the whole country the map can be."""

LON, LAT = (20.0, 27.5), (53.0, 57.0)
"""Where its middle can be, degrees."""

_ZOOM = re.compile(r"\d{1,2}(\.\d{1,4})?(,\d{2}(\.\d{1,4})?){2}", re.ASCII)


@dataclass(frozen=True)
class ViewRequest:
    """What the server is asked for: which figures, in which unit, and how they are classed.

    `figures` are all, or real ones alone (`data.catalog.FIGURES`).
    """

    indicator: str = DEFAULT_INDICATOR
    unit: str = INDICATORS[DEFAULT_INDICATOR].units[0]
    area: str = ALL_AREAS
    classes: str = METHODS[0]
    limits: str = LIMITS[0]
    figures: str = FIGURES[0]


SAME = "same"
"""In the address, that the country is the municipalities that have a figure in every year."""


@dataclass(frozen=True)
class Zoom:
    """A part of the map: how often larger than the whole, and its middle in degrees."""

    scale: float
    lon: float
    lat: float


@dataclass(frozen=True)
class State:
    """A whole view of the map page: what is asked for, and what is looked at in it.

    Attributes:
        view: What is asked for.
        year: The year that the address names; without one, the newest with a figure is shown.
        select: Codes of municipalities.
        names: Whether names stand on the map.
        sort: What the table is sorted by, as in `COLUMNS`.
        zoom: What part of the map is seen; None is the whole.
        notes: What of the address was of no use.
    """

    view: ViewRequest = ViewRequest()
    year: int | None = None
    select: tuple[str, ...] = ()
    names: bool = False
    sort: str = COLUMNS[0]
    zoom: Zoom | None = None
    notes: tuple[Note, ...] = ()
    same: bool = False


def asks_for_map(query: str) -> bool:
    """Whether a query, with or without its question mark, asks for a view of the map."""
    names = {item.name for item in fields(ViewRequest)} | {"nation"}
    names |= {item.name for item in fields(State)} - {"view", "notes", "same"}
    asked = parse_qsl(query.removeprefix("?")[:LONGEST_QUERY], keep_blank_values=True)
    return any(name in names for name, _ in asked)


def choose_view(choice: object, *, areas: Sequence[str]) -> ViewRequest:
    """The view of a choice, whatever it is: each part that does not fit becomes its default.

    Args:
        choice: A mapping of the names of `ViewRequest`'s fields to what was chosen; anything else
            counts as nothing chosen.
        areas: Codes of the policy areas that there are.
    """
    chosen = choice if isinstance(choice, dict) else {}
    wanted = chosen.get("indicator")
    indicator = INDICATORS.get(wanted if isinstance(wanted, str) else DEFAULT_INDICATOR)
    if indicator is None:
        indicator = INDICATORS[DEFAULT_INDICATOR]
    return ViewRequest(
        indicator=indicator.id,
        unit=_one_of(chosen.get("unit"), indicator.units),
        area=_one_of(
            chosen.get("area"), (ALL_AREAS, *areas) if indicator.by_area else (ALL_AREAS,)
        ),
        classes=_one_of(chosen.get("classes"), METHODS),
        limits=_one_of(chosen.get("limits"), LIMITS),
        figures=_one_of(chosen.get("figures"), FIGURES),
    )


def read_state(query: str, areas: Sequence[str]) -> State:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
    """
    # Halves of letters, which JSON can spell and UTF-8 cannot, must not get into notes.
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = parse_qsl(text)
    pairs = dict(given)
    view = choose_view(pairs, areas=areas)
    years = resolve(view.indicator, view.unit).years
    notes = [
        Note(item.name, pairs[item.name])
        for item in fields(ViewRequest)
        if item.name in pairs and pairs[item.name] != getattr(view, item.name)
    ]
    year = _year(pairs.get("year", ""), years)
    if "year" in pairs and year is None:
        notes.append(Note("year", pairs["year"]))
    flags = {"names": "1", "nation": SAME}
    notes += [Note(name, pairs[name]) for name, on in flags.items() if pairs.get(name, on) != on]
    names, same = (pairs.get(name) == on for name, on in flags.items())
    sort, zoom = pairs.get("sort", COLUMNS[0]), _zoom(pairs.get("zoom", ""))
    if sort.removeprefix("-") not in COLUMNS:
        notes.append(Note("sort", sort))
        sort = COLUMNS[0]
    if "zoom" in pairs and zoom is None:
        notes.append(Note("zoom", pairs["zoom"]))
    select, unused = read_selection(",".join(value for name, value in given if name == "select"))
    return State(view, year, select, names, sort, zoom, (*notes, *unused), same)


def write_state(state: State) -> str:
    """The query of a state, without a question mark, defaults left out."""
    default = replace(ViewRequest(), unit=INDICATORS[state.view.indicator].units[0])
    pairs = {
        item.name: getattr(state.view, item.name)
        for item in fields(ViewRequest)
        if getattr(state.view, item.name) != getattr(default, item.name)
    }
    if state.year is not None:
        pairs["year"] = str(state.year)
    if state.select:
        pairs["select"] = write_selection(state.select)
    if state.names:
        pairs["names"] = "1"
    if state.same:
        pairs["nation"] = SAME
    if state.sort != COLUMNS[0]:
        pairs["sort"] = state.sort
    if state.zoom:
        pairs["zoom"] = ",".join(f"{part:g}" for part in vars(state.zoom).values())
    return urlencode(pairs, safe=",")


def _one_of(value: object, allowed: Sequence[str]) -> str:
    return value if isinstance(value, str) and value in allowed else allowed[0]


def _year(text: str, years: Sequence[int]) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text) in years else None


def _zoom(text: str) -> Zoom | None:
    """A part of the map: more than the whole, with its middle within or near the country."""
    if not _ZOOM.fullmatch(text):
        return None
    zoom = Zoom(*(float(part) for part in text.split(",")))
    near = LON[0] <= zoom.lon <= LON[1] and LAT[0] <= zoom.lat <= LAT[1]
    return zoom if 1 < zoom.scale <= CLOSEST and near else None
