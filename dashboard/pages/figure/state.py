"""Which figure an address asks for; what is of no use leaves a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.address import LONGEST_QUERY, Note
from dashboard.indicators.selection import called, read_selection
from dashboard.indicators.state import ViewRequest, choose_view

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_NUMBER = 9


@dataclass(frozen=True)
class FigureState:
    """What is looked at.

    Attributes:
        view: Indicator, unit, area and figures.
        municipality: Code; empty for the country.
        year: As the address names it; None for the newest with a figure.
        page: Of the rows, from 1.
        notes: What of the address was of no use.
    """

    view: ViewRequest
    municipality: str = ""
    year: int | None = None
    page: int = 1
    notes: tuple[Note, ...] = ()


def read_figure_state(query: str, areas: Sequence[str]) -> FigureState:
    """Reads the query of an address; never fails.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = {name: value for name, value in parse_qsl(text) if value.strip()}
    view = choose_view(given, areas=areas)
    asked = ("indicator", "unit", "area", "figures")
    notes = [
        Note(name, given[name])
        for name in asked
        if name in given and given[name] != getattr(view, name)
    ]
    state = FigureState(replace(view, classes=ViewRequest().classes, limits=ViewRequest().limits))
    if "municipality" in given:
        meant = called(given["municipality"])
        if len(meant) == 1:
            state = replace(state, municipality=meant[0])
        else:
            notes.append(Note("municipality", given["municipality"]))
    elif "select" in given:  # a map leads here with its own query
        selected, _ = read_selection(given["select"])
        state = replace(state, municipality=selected[0] if selected else "")
    year, page = (_number(given.get(name, "")) for name in ("year", "page"))
    notes += [
        Note(name, given[name])
        for name, number in (("year", year), ("page", page))
        if name in given and number is None
    ]
    return replace(state, year=year, page=page or 1, notes=tuple(notes))


def _number(text: str) -> int | None:
    """A whole number from 1; None where there is none."""
    plain = text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER
    return (int(text) or None) if plain else None
