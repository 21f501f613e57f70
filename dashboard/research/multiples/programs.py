"""The program that gives the numbers of all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import measured_call, opening
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def multiples_code(bench: Bench) -> str:
    """The program."""
    return (
        opening(bench, reckons=False)
        + measured_call("figures", bench, bench.subject)
        + "\nresults = {}\n"
        + 'for year, values in figures[figures.taken].groupby("year").value:\n'
        + f"    if len(values) >= {FEWEST}:\n"
        + '        results[f"median_{year}"] = values.median()\n'
    )
