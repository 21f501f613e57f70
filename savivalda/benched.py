"""What Python asks of the researcher's bench becomes the query of its address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.indicators.selection import MOST_SELECTED
from dashboard.research.state import (
    CHOICES,
    MOST_LISTED,
    OTHER,
    read_research_state,
    write_research_state,
)
from dashboard.research.subjects import STUDIED, areas_of, measures_of, units_of
from data.catalog import YEARS
from data.errors import near
from savivalda.asked import params_of
from savivalda.errors import CannotAsk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.research.state import ResearchState
    from dashboard.research.subjects import Subject
    from savivalda.asked import AskedFilter

PARTS = ("indicator", "unit", "area", "measure")
LISTS = {"among": ("with", MOST_LISTED), "select": ("select", MOST_SELECTED)}
"""Choices that are municipalities: their names in addresses, and how many there may be."""

CHOSEN = (*PARTS, *(f"{OTHER}{part}" for part in PARTS), "year", "since", *CHOICES, *LISTS)
"""Everything that can be chosen of the bench."""


def bench_query(view: str, choices: Mapping[str, AskedFilter], areas: Sequence[str]) -> str:
    """The query by which the bench shows just that.

    Args:
        view: One of its views.
        choices: By name, as its address has them; `among` are the municipalities of a list, which
            in the address is `with`. Municipalities may be spelled in any known way.
        areas: Codes of the policy areas that there are.

    Raises:
        CannotAsk: No such view, choice or value, or one that does not go with the others.
    """
    asked = _asked({"view": view, **choices})
    named = {LISTS[name][0] if name in LISTS else name: text for name, text in asked.items()}
    state = read_research_state(urlencode(named), areas)
    taken = _taken(state, areas)
    for name in CHOSEN:
        value, known = taken.get(name, ("", ()))
        if name in taken and asked.get(name, value) != value:
            said = "one that goes with the other choices"
            raise CannotAsk(name, asked[name], said, known, near(asked[name], known))
    return write_research_state(state)


def _asked(choices: Mapping[str, AskedFilter]) -> dict[str, str]:
    """The choices as text, with the set of municipalities that those named make up."""
    for name, value in choices.items():
        if name not in CHOSEN:
            said = "a choice of the bench"
            raise CannotAsk(name, str(value), said, CHOSEN, near(name, CHOSEN))
    asked = params_of("measures", choices)[0]
    for name, (_, most) in LISTS.items():
        if asked.get(name, "").count(",") >= most:
            raise CannotAsk(name, f"{asked[name][:40]}…", f"at most {most} municipalities")
    for name, kind in (("peer", "peers"), ("among", "list")):
        if asked.get(name) and asked.setdefault("places", kind) != kind:
            raise CannotAsk("places", asked["places"], f"{kind}, as {name} is said", (kind,))
        if asked.get("places") == kind and not asked.get(name):
            raise CannotAsk("places", kind, f"{name} to be said with it")
    return asked


def _taken(state: ResearchState, areas: Sequence[str]) -> dict[str, tuple[str, Sequence[str]]]:
    """What of each choice was understood, and what there is of it."""
    years = tuple(map(str, YEARS))
    return {
        **_subject("", state.subject, areas),
        **_subject(OTHER, state.other, areas),
        "year": (str(state.year or ""), years),
        "since": (str(state.since or ""), years),
        **{name: (getattr(state, name), known) for name, known in CHOICES.items()},
    }


def _subject(
    before: str, subject: Subject, areas: Sequence[str]
) -> dict[str, tuple[str, Sequence[str]]]:
    of = subject.of
    parts = {"indicator": (of, STUDIED), "unit": (subject.unit, units_of(of))}
    parts |= {"area": (subject.area, areas_of(of, areas))}
    parts |= {"measure": (subject.measure, measures_of(subject))}
    return {f"{before}{name}": part for name, part in parts.items()}
