"""What a visitor changes on the map's page: the year by the keyboard, the indicator by its list."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.browsing import SETTLED_MS, settle, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Locator, Page, Request

    from tests.bench.servers import Served

TURN = 10
"""Changes in one page before it is the next one's turn."""

YEAR = {"atlas": "#year", "Streamlit": "input[type=range]"}
"""What takes the arrow keys, where it is not the slider of Dash."""


class Change(NamedTuple):
    """One change of what the map shows.

    Attributes:
        painted: ms from the visitor's event to the end of rendering the first frame that shows it.
        next: ms from the event to the start of the frame after it.
        requests: how many requests the page made.
    """

    painted: float
    next: float
    requests: int


def year_changes(browser: Browser, all_: Sequence[Served], count: int) -> list[list[Change]]:
    """Changes of year by arrow keys from the last year down and up again, in turns of ten."""
    found: list[list[Change]] = [[] for _ in all_]
    with ExitStack() as stack:
        pages = [stack.enter_context(visit(browser, served)) for served in all_]
        for page in pages:
            settle(page)
        while len(found[0]) < count:
            for served, page, own in zip(all_, pages, found, strict=True):
                page.bring_to_front()
                page.locator(YEAR.get(served.name, "[role=slider]")).first.focus()
                page.wait_for_timeout(2 * SETTLED_MS)
                key = "ArrowLeft" if len(own) % (2 * TURN) < TURN else "ArrowRight"
                for _ in range(min(TURN, count - len(own))):
                    own.append(_change(page, "keydown", partial(page.keyboard.press, key)))
    return found


def view_changes(
    browser: Browser, both: Sequence[Served], indicators: Sequence[str], count: int
) -> list[list[Change]]:
    """Each indicator but the first chosen once a visit, so that no browser has it already."""
    found: list[list[Change]] = [[] for _ in both]
    while len(found[0]) < count:
        for served, own in zip(both, found, strict=True):
            with visit(browser, served) as page:
                settle(page)
                for indicator in indicators[1:][: count - len(own)]:
                    own.append(_choose(page, served.name, indicator))
    return found


def _choose(page: Page, name: str, indicator: str) -> Change:
    page.locator("#indicator").click()
    option = _option(page, name, indicator)
    option.scroll_into_view_if_needed()
    page.wait_for_timeout(SETTLED_MS)
    return _change(page, "click", option.click, titled=True)


def _option(page: Page, name: str, indicator: str) -> Locator:
    if name == "atlas":
        return page.locator(f"#indicator-{indicator}")
    return page.locator(".dash-dropdown-option").get_by_text(indicator, exact=True)


def _change(page: Page, event: str, act: Callable[[], None], *, titled: bool = False) -> Change:
    return timed(page, act, "([event, titled]) => bench.awaitChange(event, titled)", event, titled)


def timed(page: Page, act: Callable[[], object], wait: str, *arguments: object) -> Change:
    """One change, from an event to the frame that shows it.

    Args:
        page: where.
        act: what the visitor does.
        wait: the function of the page that waits for the event and the frame.
        arguments: its own.
    """
    asked: list[str] = []

    def count(request: Request) -> None:
        asked.append(request.url)

    page.on("request", count)
    page.evaluate(wait, list(arguments))
    act()
    times = page.evaluate("bench.changed()")
    page.wait_for_timeout(SETTLED_MS)
    page.remove_listener("request", count)
    return Change(times["painted"], times["next"], len(asked))
