"""What a visitor meets on the first visit: when there is something to read, to see, to point at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.bench.browsing import SETTLED_MS, first, settle, visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.bench.servers import Served

POINTED_AT = "53"
"""Kėdainiai: large, in the middle of the country, and with a figure."""

POINTER_MS = 15
"""Time between two moves of a pointer, as of a usual mouse."""


class First(NamedTuple):
    """A first visit of a page with a map, in ms after the navigation.

    Attributes:
        map: the first painted frame with coloured outlines.
        plot: the first one in which they are plotly.js's.
        shift: how far things on the page moved by themselves, as browsers count layout shifts, in
            all until the page was at rest.
    """

    map: float
    plot: float
    shift: float


class Spot(NamedTuple):
    """Where a page has its map, CSS px: its size, and a place inside a municipality."""

    width: float
    height: float
    x: float
    y: float


def spot(browser: Browser, served: Served) -> Spot:
    """Where the map is; also a page's first visit of all, so that none is measured cold."""
    with visit(browser, served) as page:
        settle(page)
        box = page.locator(".js-plotly-plot").first.bounding_box()
        if box is None:
            raise RuntimeError(f"{served.name} shows no map")
        x, y = page.evaluate("code => bench.inside(code)", POINTED_AT)
        return Spot(box["width"], box["height"], x, y)


def first_visits(browser: Browser, all_: Sequence[Served], count: int) -> list[list[First]]:
    """First visits of each, in turns so that a drift of the machine hits all."""
    found: list[list[First]] = [[] for _ in all_]
    for _ in range(count):
        for served, own in zip(all_, found, strict=True):
            own.append(_first_visit(browser, served))
    return found


def _first_visit(browser: Browser, served: Served) -> First:
    with visit(browser, served) as page:
        painted, plotted = first(page, "map"), first(page, "plot")
        settle(page)
        return First(painted, plotted, page.evaluate("bench.shift()"))


def hovers(
    browser: Browser, all_: Sequence[Served], spots: Sequence[Spot], count: int
) -> list[list[float]]:
    """Ms until a pointer that moves over a municipality all the time gets its value shown."""
    found: list[list[float]] = [[] for _ in all_]
    for _ in range(count):
        for served, at, own in zip(all_, spots, found, strict=True):
            own.append(_hover(browser, served, at))
    return found


def _hover(browser: Browser, served: Served, at: Spot) -> float:
    step = 0
    with visit(browser, served) as page:
        while page.evaluate("bench.reached.hover") is None:
            step += 1
            page.mouse.move(at.x + 4 * (step % 2) - 2, at.y)
            page.wait_for_timeout(POINTER_MS)
        return first(page, "hover")


def headings(browser: Browser, served: Served, path: str, count: int) -> list[float]:
    """Ms until a page's heading is painted."""
    found = []
    for _ in range(count):
        with visit(browser, served, path) as page:
            found.append(first(page, "heading"))
            page.wait_for_load_state("load")
            page.wait_for_timeout(SETTLED_MS)
    return found
