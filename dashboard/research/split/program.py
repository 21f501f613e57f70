"""The program that gives the statistics of the split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import opening
from dashboard.research.split.figures import PARTS
from data.catalog import ALL_AREAS, FIGURES

if TYPE_CHECKING:
    from collections.abc import Collection

    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures

EACH = {
    "country": '    results[f"country_{part}"] = 100 * country[part] / country.sum()',
    "set": '    results[f"set_{part}"] = 100 * euros[part].sum() / euros.sum().sum()',
    "median": '    results[f"median_{part}"] = shares[part].median()',
}
DISTANCE = (
    "",
    "# Aitchison's distance from the country; a part of nought has no logarithm.",
    "told = [part for part in parts if country[part] > 0]",
    "logs = np.log(euros[told].where(euros[told] > 0).dropna() / country[told])",
    "distances = np.sqrt((logs.sub(logs.mean(axis=1), axis=0) ** 2).sum(axis=1))",
    'results["median_distance"] = distances.median()',
)


def program_of(bench: Bench, figures: SplitFigures, told: Collection[str]) -> str:
    """A program that leaves the numbers of `statistics_of` in `results`.

    Args:
        bench: The bench.
        figures: The split.
        told: Ids of the statistics that there are.
    """
    far = "median_distance" in told
    lines = [
        *(["import numpy as np"] if far else []),
        "import pandas as pd",
        opening(bench, reckons=False),
        f"parts = {[*PARTS]!r}".replace("'", '"'),
        "",
        "",
        "def split(**among):",
        '    """Euros of the three parts, of those that count in all of them."""',
        f"    frames = [atlas.measures(part{_asked(bench)}, **among) for part in parts]",
        f"    counted = [each[each.taken & (each.year == {figures.year})] for each in frames]",
        '    columns = [each.set_index("municipality")["value"] for each in counted]',
        '    return pd.concat(columns, axis=1, join="inner", keys=parts)',
        "",
        "",
        "country = split().sum()",
        f"euros = split({_among(bench)})",
        "shares = 100 * euros.div(euros.sum(axis=1), axis=0)",
        "results = {}",
        *(["for part in parts:"] if told else []),
        *(line for name, line in EACH.items() if f"{name}_{PARTS[0]}" in told),
        *(DISTANCE if far else []),
    ]
    return "\n".join(lines) + "\n"


def _asked(bench: Bench) -> str:
    """What all questions have in common."""
    state = bench.state
    area, figures = state.subject.area, state.figures
    asked = {"unit": "eur", "area": area if area != ALL_AREAS else ""}
    asked["figures"] = figures if figures != FIGURES[0] else ""
    return "".join(f', {key}="{value}"' for key, value in asked.items() if value)


def _among(bench: Bench) -> str:
    """The chosen set as arguments."""
    state = bench.state
    if not bench.places:
        return ""
    asked = [f'places="{state.places}"']
    asked += [f'peer="{state.peer}"'] if state.places == "peers" else []
    codes = ", ".join(f'"{code}"' for code in state.listed)
    asked += [f"among=[{codes}]"] if state.places == "list" else []
    return ", ".join(asked)
