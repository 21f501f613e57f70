"""Programs on the public module that give the numbers of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.subjects import LEVEL, OF_TWO_YEARS, units_of
from data.catalog import ALL_AREAS, FIGURES

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

WIDEST = 88
"""Letters in a line of a program."""


def opening(bench: Bench, *, reckons: bool = True) -> str:
    """The first lines of every program; `reckons` where it needs the statistics."""
    also = "from savivalda import statistics\n" if reckons else ""
    language = "" if bench.words.code == "lt" else f'language="{bench.words.code}"'
    return f"import savivalda\n{also}\natlas = savivalda.open({language})\n"


def measured_call(name: str, bench: Bench, measured: Measured) -> str:
    """The line that asks for what is studied: a frame by that name, all its years.

    Its columns are those of the table `measures`: municipality, year, value, taken, reason, …
    """
    subject, state = measured.subject, bench.state
    asked = {
        "unit": subject.unit if subject.unit != units_of(subject.of)[0] else "",
        "area": subject.area if subject.area != ALL_AREAS else "",
        "figures": state.figures if state.figures != FIGURES[0] else "",
        "measure": subject.measure if subject.measure != LEVEL else "",
        "since": measured.since if subject.measure in OF_TWO_YEARS else "",
        "estimated": state.estimated if state.estimated != "with" else "",
        "places": state.places if not measured.members.all() else "",
        "peer": state.peer if state.places == "peers" else "",
        "among": list(state.listed) if state.places == "list" else "",
    }
    arguments = [f'"{subject.of}"', *(f"{key}={_literal(it)}" for key, it in asked.items() if it)]
    line = f"{name} = atlas.measures({', '.join(arguments)})"
    if len(line) <= WIDEST:
        return f"{line}\n"
    inner = "".join(f"    {argument},\n" for argument in arguments)
    return f"{name} = atlas.measures(\n{inner})\n"


def _literal(value: object) -> str:
    return repr(value).replace("'", '"')
