"""Rows of the pages other than the map's: what they weigh, and when their heading is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import visits, wire
from tests.bench.report import Row, median

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.bench.servers import Served

PLACE = "/savivaldybe/kedainiu-r"
RATIOS = {
    "/isipareigojimai": 0.12,
    "/isipareigojimai/3-III-4": 0.12,
    PLACE: 0.25,
    "/tyrimas": 0.12,
    "/duomenys": 0.12,
    "/formos-patikra": 0.12,
    "/apie": 0.12,
}
"""The pages, and of what part of the baseline's time each is to have its first content."""


def rows(browser: Browser, ours: Served, theirs: Served, count: int) -> tuple[list[Row], list[str]]:
    """Three rows for each page, beside the first content of the baseline's only page: its map."""
    theirs_seen = visits.first_visits(browser, [theirs], count)[0]
    content = median([it.map for it in theirs_seen])
    heading = median(visits.headings(browser, theirs, theirs.map, count))
    found = []
    for path, ratio in RATIOS.items():
        visits.headings(browser, ours, path, 1)  # as the map's page: nobody starts cold
        sent = wire.first_visit(browser, ours, path, plots=False)
        seen = median(visits.headings(browser, ours, path, count))
        found += [
            Row(f"{path}: first content, median of {count}", "ms", seen, content, most_ratio=ratio),
            Row(f"{path}: first visit, on the wire", "kB", sent.bytes / 1e3, most=120),
            Row(f"{path}: first visit, answers", "", sent.answers, most=8),
        ]
    later = wire.after(browser, ours, ours.map, PLACE)
    found += [
        Row(f"{PLACE}: after a visit of the map, on the wire", "kB", later.bytes / 1e3, most=150),
        Row(f"{PLACE}: after a visit of the map, answers", "", later.answers),
    ]
    note = (
        "First content of a page: the first frame painted with its h1, not before the browser's "
        "own first contentful paint; as a page arrives whole, the rest of what is on screen comes "
        "with it. The baseline is the time to the first painted map of its only page, which is "
        f"all that it has to show; its h1, over an empty map, is painted after {heading:.0f} ms."
    )
    return found, [note]
