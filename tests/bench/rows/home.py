"""Rows of the first page: when it can be read, when its map is there, what it asks for until then.

Its map is a picture of the page's own until somebody points at it; then plotly.js comes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import visits, wire
from tests.bench.browsing import first, settle, visit
from tests.bench.changes import timed
from tests.bench.report import Row, median

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.bench.servers import Served

PATH = "/"


class FirstPage(NamedTuple):
    """A first visit of the first page, in ms.

    Attributes:
        content: from the navigation to the first frame with its sentence.
        map: from the navigation to the first frame with its map.
        plot: from the pointer's first move onto the map to the first frame with plotly.js's.
        shift: how far things moved by themselves, as browsers count layout shifts.
    """

    content: float
    map: float
    plot: float
    shift: float


def rows(browser: Browser, ours: Served, theirs: Served, count: int) -> tuple[list[Row], list[str]]:
    """The rows, beside the baseline's only page, which is its map; and a note."""
    _visited(browser, ours)  # as the map's page: nobody starts cold
    seen, baseline = [], []
    for _ in range(count):
        seen.append(_visited(browser, ours))
        baseline += [it.map for it in visits.first_visits(browser, [theirs], 1)[0]]
    sent = wire.first_visit(browser, ours, PATH, plots=False)
    theirs_sent = wire.first_visit(browser, theirs, plots=True)
    shown = median(baseline)
    before = f"{PATH}, before its map is pointed at"
    found = [
        Row(f"{PATH}: first content, median of {count}", "ms",
            median([it.content for it in seen]), shown, most_ratio=0.12),
        Row(f"{PATH}: first painted map, median of {count}", "ms",
            median([it.map for it in seen]), shown, most_ratio=0.15),
        Row(f"{before}: answers", "", sent.answers, theirs_sent.answers, most=8),
        Row(f"{before}: on the wire", "kB", sent.bytes / 1e3, theirs_sent.bytes / 1e3),
        Row(f"{before}: unpacked", "kB", sent.raw / 1e3, theirs_sent.raw / 1e3, most=150),
        Row(f"{PATH}: pointed at to plotly.js's map, median of {count}", "ms",
            median([it.plot for it in seen])),
        Row(f"{PATH}: layout shift until plotly.js's map is there, most", "",
            max(it.shift for it in seen), most=0.02, digits=3),
    ]  # fmt: skip
    return found, [_note(seen, baseline)]


def _visited(browser: Browser, served: Served) -> FirstPage:
    with visit(browser, served, PATH) as page:
        content, painted = first(page, "heading"), first(page, "map")
        settle(page, plots=False)
        x, y = page.evaluate("code => bench.inside(code)", visits.POINTED_AT)
        point = partial(page.mouse.move, x, y)
        plot = timed(page, point, "([event]) => bench.awaitPlot(event)", "pointermove")
        return FirstPage(content, painted, plot.painted, page.evaluate("bench.shift()"))


def _note(seen: list[FirstPage], baseline: list[float]) -> str:
    maps, plots = [it.map for it in seen], [it.plot for it in seen]
    return (
        f"First page: its sentence and its map beside the first map of the baseline, in turns; "
        f"maps {min(maps):.0f}–{max(maps):.0f} ms against {min(baseline):.0f}–{max(baseline):.0f} "
        "ms. Answers and bytes are all that comes until nothing more does, unpacked ones without "
        "headers. plotly.js is asked for when a pointer comes to the map, and drawn "
        f"{min(plots):.0f}–{max(plots):.0f} ms after it, of a visitor who never had it."
    )
