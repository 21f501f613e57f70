"""Figures as hypothesis makes them for statistics: many ties and noughts, or hardly any."""

from __future__ import annotations

import csv
from functools import cache
from math import nan
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

tied = st.integers(0, 4).map(float)
"""So few different ones that ties and noughts are the rule."""

uneven = st.floats(0.01, 1e6).map(lambda value: float(f"{value:.6g}"))
"""As money is: from cents to millions."""

broken = st.floats(-1e3, 1e3).map(lambda value: round(value, 3))
"""On both sides of nought."""

figure = st.one_of(tied, uneven, broken)
perhaps = st.just(nan) | figure
not_negative = st.one_of(tied, uneven)


def rows(of: st.SearchStrategy[float], least: int = 5, most: int = 25) -> st.SearchStrategy:
    """Rows of figures."""
    return st.lists(of, min_size=least, max_size=most).map(np.array)


def pairs(of: st.SearchStrategy[float], least: int = 5, most: int = 25) -> st.SearchStrategy:
    """Two rows of figures, equally long."""
    return st.lists(st.tuples(of, of), min_size=least, max_size=most).map(
        lambda given: tuple(np.array(given).reshape(-1, 2).T)
    )


def grids(of: st.SearchStrategy[float]) -> st.SearchStrategy:
    """Figures by years × places, and which of them are taken."""
    return st.tuples(st.integers(1, 5), st.integers(1, 8)).flatmap(
        lambda shape: st.tuples(
            _grid(of, shape).map(lambda grid: grid.astype(float)), _grid(st.booleans(), shape)
        )
    )


def _grid(of: st.SearchStrategy, shape: tuple[int, int]) -> st.SearchStrategy[np.ndarray]:
    years, places = shape
    row = st.lists(of, min_size=places, max_size=places)
    return st.lists(row, min_size=years, max_size=years).map(np.array)


def varied(figures: np.ndarray) -> bool:
    """Whether they differ by more than another program's rounding takes for nothing."""
    return np.ptp(figures) > 1e-6 * np.abs(figures).max()


def money(count: int = 60, seed: int = 7) -> np.ndarray:
    """As the money of municipalities is: skewed, a capital far out, a few noughts."""
    chance = np.random.default_rng(seed)
    figures = np.exp(chance.normal(3, 1, count)).round(2)
    figures[chance.choice(count, 4, replace=False)] = 0
    figures[0] = figures.max() * 12
    return figures


@cache
def country() -> tuple[tuple[int, ...], ...]:
    """The neighbours of the 60 municipalities, by number."""
    path = Path(__file__).parents[3] / "geo/neighbours.csv"
    with path.open(encoding="utf-8", newline="") as file:
        links = [(row["code"], row["neighbour"]) for row in csv.DictReader(file)]
    codes = sorted({code for link in links for code in link})
    found: list[list[int]] = [[] for _ in codes]
    for one, other in links:
        found[codes.index(one)].append(codes.index(other))
        found[codes.index(other)].append(codes.index(one))
    return tuple(tuple(sorted(set(each))) for each in found)
