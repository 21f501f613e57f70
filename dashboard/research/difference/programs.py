"""The program that gives the numbers of a difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.research.code import measured_call, opening
from dashboard.research.difference.differing import CHANGE, EXACT

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing

RESULTS = """
results = {
    "n": len(difference),
    "rose": (difference > 0).sum(),
    "fell": (difference < 0).sum(),
    "median": difference.median(),
    "p10": difference.quantile(0.1),
    "p90": difference.quantile(0.9),
    "mean": difference.mean(),
}
"""


def difference_code(bench: Bench, found: Differing) -> str:
    """The program."""
    made = _of_years(bench, found) if found.of_years else _of_subjects(bench, found)
    return opening(bench, reckons=False) + made + RESULTS


def _of_years(bench: Bench, found: Differing) -> str:
    first, last = found.years
    asked = replace(found.after.subject, measure=CHANGE)
    call = measured_call("changes", bench, replace(found.after, subject=asked, since=first))
    line = f"difference = changes[changes.taken & (changes.year == {last})].value.round({EXACT})\n"
    return f"{call}{line}"


def _of_subjects(bench: Bench, found: Differing) -> str:
    calls = measured_call("first", bench, found.before)
    calls += measured_call("second", bench, found.after)
    kept = "".join(
        f"{name} = {name}[{name}.taken & ({name}.year == {found.years[1]})]"
        '.set_index("municipality").value\n'
        for name in ("first", "second")
    )
    return f"{calls}{kept}difference = (second - first).dropna().round({EXACT})\n"
