"""Programs on the public module that give the same statistics of inequality and of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import measured_call, opening

if TYPE_CHECKING:
    from dashboard.research.bench import Bench

OF_A_YEAR = """taken = figures[figures["taken"]]
of_year = taken[taken["year"] == {year}]
values = of_year["value"].to_numpy()
"""

RATIOS = """
results = {
    "n": len(values),
    "gini": statistics.gini(values),
    "theil": statistics.theil(values),
    "p90_p10": statistics.percentile_ratio(values),
    "variation": statistics.variation(values),
}
for group in ("county", "group"):
    parts = statistics.theil_parts(values, of_year[group].tolist())
    results[f"theil_between:{group}"] = parts.between
    results[f"theil_within:{group}"] = parts.within

over_years = taken.groupby("year")["value"].agg(["size", statistics.gini, statistics.theil])
"""

GAPS = """
low, high = np.quantile(values, (0.1, 0.9)) if len(values) else (np.nan, np.nan)
results = {"n": len(values), "p90_p10_gap": high - low, "deviation": of_year["value"].std(ddof=0)}

by_year = taken.groupby("year")["value"]
over_years = by_year.quantile(0.9) - by_year.quantile(0.1)
"""

NOTHING = """
results = {"n": len(values)}
"""

PLACES = """
weights = statistics.neighbour_weights(of_year["municipality"].tolist())
whole = statistics.moran(values, weights)  # 9,999 permutations, the same every time
local = statistics.local_moran(values, weights)

results = {
    "n": whole.n,
    "moran": whole.value,
    "moran_expected": whole.expected,
    "moran_z": whole.z,
    "moran_p": whole.p,
}
clear = local.p <= 0.05
for quadrant, name in enumerate(("high_high", "low_high", "low_low", "high_low"), 1):
    results[name] = int((clear & (local.quadrant == quadrant)).sum())
results["false_discovery"] = int(statistics.false_discovery(local.p).sum())
"""


def inequality_program(bench: Bench, first: str) -> str:
    """Statistics of the year that is looked at.

    Args:
        bench: The bench.
        first: Id of the statistic that is told first; empty where there is none.
    """
    if first == "gini":
        return _program(bench, RATIOS)
    return _program(bench, GAPS if first else NOTHING, reckons=False, numpy=bool(first))


def places_program(bench: Bench, *, has_any: bool) -> str:
    """Whether neighbours are alike; `has_any`: whether that can be said."""
    return _program(bench, PLACES if has_any else NOTHING, reckons=has_any)


def _program(bench: Bench, body: str, *, reckons: bool = True, numpy: bool = False) -> str:
    head = "import numpy as np\n" if numpy else ""
    asked = measured_call("figures", bench, bench.subject)
    return (
        f"{head}{opening(bench, reckons=reckons)}{asked}{OF_A_YEAR.format(year=bench.year)}{body}"
    )
