"""Rows of the first visit of the map's page: bytes, first map, first hover, take-over, shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import visits, wire
from tests.bench.report import Row, median, of_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.bench.servers import Served
    from tests.bench.visits import First, Spot


def rows(
    browser: Browser, all_: Sequence[Served], spots: Sequence[Spot], count: int
) -> tuple[list[Row], list[str]]:
    """The rows, and notes to them."""
    sent = [wire.first_visit(browser, served, plots=True) for served in all_]
    seen = visits.first_visits(browser, all_, count)
    pointed = visits.hovers(browser, all_, spots, count)
    found = [
        of_all("first visit, on the wire (gzip)", "MB", [it.bytes / 1e6 for it in sent],
               most=0.75, digits=2),
        of_all("first visit, answers", "", [it.answers for it in sent], most=16),
        *_seen(seen, count),
        of_all(f"interactive map: a pointed-at value is shown, median of {count}", "ms",
               [median(each) for each in pointed], most_ratio=0.5),
        of_all("layout shift of the map's page until it is at rest, most", "",
               [max(it.shift for it in each) for each in seen], most=0.02, digits=3),
    ]  # fmt: skip
    return found, [_note(seen, pointed)]


def _seen(seen: list[list[First]], count: int) -> list[Row]:
    return [
        of_all(f"first painted map, median of {count}", "ms",
               [median([it.map for it in each]) for each in seen], most_ratio=0.15),
        of_all(f"map drawn by plotly.js, median of {count}", "ms",
               [median([it.plot for it in each]) for each in seen]),
    ]  # fmt: skip


def _note(seen: list[list[First]], pointed: list[list[float]]) -> str:
    ours, theirs = ([it.map for it in each] for each in seen[:2])
    mine, others = pointed[:2]
    return (
        f"First map: {min(ours):.0f}–{max(ours):.0f} ms against "
        f"{min(theirs):.0f}–{max(theirs):.0f} ms, each visit with an empty cache: the first frame "
        "painted with the coloured outlines, here those of the page's own picture, there "
        "plotly.js's. Interactive: a pointer moves over one municipality from the navigation on, "
        f"until its value is painted: {min(mine):.0f}–{max(mine):.0f} ms against "
        f"{min(others):.0f}–{max(others):.0f} ms."
    )
