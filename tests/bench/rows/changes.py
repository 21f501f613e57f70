"""Rows of what a visitor changes: the year, and the indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalog import INDICATORS
from tests.bench import changes
from tests.bench.report import Row, median, of_all, p95

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.bench.changes import Change
    from tests.bench.servers import Served


def year_rows(browser: Browser, all_: Sequence[Served], count: int) -> tuple[list[Row], list[str]]:
    """Changes of year by the keyboard, and the requests that they make."""
    found = changes.year_changes(browser, all_, count)
    painted = [[it.painted for it in each] for each in found]
    ours, theirs = ([it.next for it in each] for each in found[:2])
    name = "year change to repainted map"
    rows = [
        of_all(f"{name}, median of {count}", "ms", [median(it) for it in painted]),
        of_all(f"{name}, p95", "ms", [p95(it) for it in painted], most=33, most_ratio=0.2),
        of_all("requests per year change", "", _requests(found), most=0, digits=1),
    ]
    note = (
        "Year change: from the time stamp of an arrow key's event to the end of rendering the "
        "first frame with other colours; to the start of the frame after it the medians are "
        f"{median(ours):.0f} and {median(theirs):.0f} ms, the p95 {p95(ours):.0f} and "
        f"{p95(theirs):.0f} ms."
    )
    return rows, [note]


def view_rows(
    browser: Browser, both: Sequence[Served], indicators: Sequence[str], count: int
) -> tuple[list[Row], list[str]]:
    """Changes of indicator by the page's list.

    Args:
        browser: where to look.
        both: the atlas and the baseline.
        indicators: their ids, the one that the pages open with first.
        count: of changes.
    """
    found = changes.view_changes(browser, both, indicators, count)
    painted = [[it.painted for it in each] for each in found]
    name = "another indicator to repainted map"
    rows = [
        of_all(f"{name}, median of {count}", "ms", [median(it) for it in painted]),
        of_all(f"{name}, p95", "ms", [p95(it) for it in painted], most=100),
        of_all("requests per change of indicator", "", _requests(found), digits=1),
    ]
    note = (
        "Another indicator: from the click on its name in the list to the end of rendering the "
        "first frame with other colours and, where the page has a title of the map, another one. "
        f"Each visit has an empty cache and chooses each of the other {len(INDICATORS) - 1} once; "
        "in the first visit the server answers it for the first time."
    )
    return rows, [note]


def _requests(found: Sequence[Sequence[Change]]) -> list[float]:
    return [sum(it.requests for it in each) / len(each) for each in found]
