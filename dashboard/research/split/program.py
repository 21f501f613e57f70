"""The program that gives the statistics of the split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import opening
from dashboard.research.split.figures import PARTS
from data.catalog import ALL_AREAS, FIGURES

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def program_of(bench: Bench, figures: SplitFigures, *, medians: bool) -> str:
    """A program that leaves the numbers of `statistics_of` in `results`."""
    lines = [
        "import numpy as np\nimport pandas as pd",
        opening(bench, reckons=False).rstrip("\n"),
        f"parts = {[*PARTS]!r}".replace("'", '"'),
        "results = {}",
        "",
        "",
        "def split(**among):",
        '    """Euros of the three parts, of those that count in all of them."""',
        f"    frames = [atlas.measures(part{_asked(bench)}, **among) for part in parts]",
        f"    frames = [each[each.taken & (each.year == {figures.year})] for each in frames]",
        '    frames = [each.set_index("municipality")["value"] for each in frames]',
        '    return pd.concat(frames, axis=1, join="inner", keys=parts)',
        "",
        "",
        "def keep(name, numbers):",
        '    results.update({f"{name}_{part}": numbers[part] for part in parts})',
        "",
        "",
        "country = split().sum()",
        'keep("country", 100 * country / country.sum())',
        "",
        f"euros = split({_among(bench)})",
    ]
    if bench.places:
        lines.append('keep("set", 100 * euros.sum() / euros.sum().sum())')
    if medians:
        lines += _medians()
    return "\n".join(lines) + "\n"


def _medians() -> list[str]:
    return [
        "shares = 100 * euros.div(euros.sum(axis=1), axis=0)",
        'keep("median", shares.median())',
        "",
        "# Aitchison's distance from the country; a part of nought has no logarithm.",
        "told = [part for part in parts if country[part] > 0]",
        "logs = np.log(euros[told].where(euros[told] > 0).dropna() / country[told])",
        "logs = logs.sub(logs.mean(axis=1), axis=0)",
        'results["median_distance"] = np.sqrt((logs**2).sum(axis=1)).median()',
    ]


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
