"""Rows of the bench: a change of any choice to the painted view, statistics dealt anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.neighbourhood import neighbour_weights
from data.statistics.place import PERMUTATIONS, local_moran, moran
from geo.places import municipalities
from tests.bench.report import Row, median, p95
from tests.bench.studying import research_changes

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.bench.servers import Served

TIMES = 9


def rows(browser: Browser, ours: Served) -> tuple[list[Row], list[str]]:
    """What a researcher waits for; the baseline has no such page."""
    found = research_changes(browser, ours)
    painted, name = [it.painted for it in found], "any change on the bench to painted view"
    asked = sum(it.requests for it in found) / len(found)
    made = [
        Row(f"{name}, median of {len(found)}", "ms", median(painted)),
        Row(f"{name}, p95", "ms", p95(painted), most=100),
        Row("requests per change on the bench", "", asked, digits=1),
        Row(
            f"Moran's I and local Moran, {PERMUTATIONS} permutations, median of {TIMES}",
            "ms",
            median([_dealt() for _ in range(TIMES)]),
            most=150,
        ),
    ]
    note = (
        "Changes on the bench: tabs, lists and a name typed, in all six views, from the time stamp "
        "of the event to the end of rendering the first frame in which the picture is another; the "
        "same round was gone through once before, so that the data are there. Permutations: "
        "figures of 60 municipalities, whose neighbours are asked for too."
    )
    return made, [note]


def _dealt() -> float:
    """Milliseconds for both statistics of figures that nobody has seen before."""
    values = np.random.default_rng().lognormal(size=len(municipalities()))
    start = time.perf_counter()
    weights = neighbour_weights([place.code for place in municipalities()])
    moran(values, weights)
    local_moran(values, weights)
    return (time.perf_counter() - start) * 1000
