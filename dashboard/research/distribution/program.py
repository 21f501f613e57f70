"""A program on the public module that gives the numbers of a distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import measured_call, opening

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread

RECKONED = """
shares = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
results = {}
for part, own in parts:
    if statistics.five_numbers(own.value) is None:  # too few
        continue
    numbers = {name: own.value.quantile(share) for name, share in shares.items()}
    numbers |= {"mean": own.value.mean(), "n": len(own)}
    for name, number in numbers.items():
        results[f"{name}:{part}" if part else name] = number
"""


def program_of(spread: Spread, bench: Bench) -> str:
    """The program."""
    parts = f'parts = [*figures.groupby("{spread.by}")]\n'
    if spread.by != "year" and any(not row.id for row in spread.rows):
        parts = f'parts = [("", figures), *figures.groupby("{spread.by}")]\n'
    kept = "figures.taken"
    if spread.by != "year":
        kept = f"(figures.year == {spread.measured.years[spread.rows[0].year]}) & figures.taken"
    return "".join(
        [
            opening(bench),
            measured_call("figures", bench, spread.measured),
            f"figures = figures[{kept}]\n",
            parts,
            RECKONED,
        ]
    )
