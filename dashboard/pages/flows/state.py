"""What is looked at of a municipality's flows, and how it is written into the address.

Reading never fails: what is unknown becomes the usual and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from data.asking.flows import ALL_KINDS
from data.catalog import ALL_AREAS, FIGURES, YEARS

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED_FIGURES = (*FIGURES, "demo")
"""All, real or invented ones alone; a year has only one kind of them."""


@dataclass(frozen=True)
class FlowState:
    """A whole view of a municipality's flows.

    Attributes:
        year: The year that the address names; without one, the newest with figures.
        area: A policy area's code, or "all".
        kind: Of recipients, or "all".
        figures: One of `ASKED_FIGURES`.
        notes: What of the address was of no use.
    """

    year: int | None = None
    area: str = ALL_AREAS
    kind: str = ALL_KINDS
    figures: str = FIGURES[0]
    notes: tuple[Note, ...] = ()


def read_flow_state(query: str, areas: Sequence[str], kinds: Sequence[str]) -> FlowState:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        areas: Codes of the policy areas that there are.
        kinds: Codes of the kinds of recipients that there are.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = {name: value for name, value in parse_qsl(text) if value.strip()}
    known = {
        "year": ("", *map(str, YEARS)),
        "area": (ALL_AREAS, *areas),
        "kind": (ALL_KINDS, *kinds),
        "figures": ASKED_FIGURES,
    }
    chosen, notes = {}, []
    for name, values in known.items():
        value = given.get(name, values[0])
        chosen[name] = value if value in values else values[0]
        if value not in values:
            notes.append(Note(name, value))
    year = int(chosen["year"]) if chosen["year"] else None
    return FlowState(year, chosen["area"], chosen["kind"], chosen["figures"], (*notes,))


def write_flow_state(state: FlowState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    usual = FlowState()
    pairs = {
        "year": str(state.year or ""),
        "area": "" if state.area == usual.area else state.area,
        "kind": "" if state.kind == usual.kind else state.kind,
        "figures": "" if state.figures == usual.figures else state.figures,
    }
    return urlencode({name: value for name, value in pairs.items() if value})
