"""What a visitor meets, measured in headless Chromium: the first visit, and changes of year."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page, Request

    from tests.bench.servers import Served

PROBE = (Path(__file__).parent / "js" / "paint.js").read_text(encoding="utf-8")
VIEWPORT = {"width": 1280, "height": 800}
SETTLED_MS = 250
"""Pause after a map is painted, so that one measure's afterwork does not fall into the next."""

AFTERWORK_MS = 1500
"""Pause in which a page loads whatever it loads after its first map."""

HANDLES = {"atlas": "#year", "baseline": "[role=slider]"}
"""What takes the arrow keys in each page."""


@dataclass(frozen=True)
class Change:
    """One change of year.

    Attributes:
        painted: ms from the key press to the end of rendering the first frame with new colours.
        next: ms from the key press to the start of the frame after it.
        requests: how many requests the page made.
    """

    painted: float
    next: float
    requests: int


@dataclass(frozen=True)
class Callback:
    """A callback request as the page sends it: the path with its query, and the body."""

    path: str
    body: str


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser: `CHROMIUM`, else the system's, else Playwright's own."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, served: Served) -> Iterator[tuple[Page, float]]:
    """A first visit: an empty cache; the page and the ms to its first painted map."""
    context = browser.new_context(viewport=VIEWPORT)
    try:
        context.add_init_script(PROBE)
        page = context.new_page()
        page.goto(served.url, wait_until="commit")
        yield page, page.evaluate("bench.firstMap()")
    finally:
        context.close()


def map_size(browser: Browser, served: Served) -> tuple[float, float]:
    """Width and height of the map's drawing, CSS px."""
    with visit(browser, served) as (page, _):
        box = page.locator(".js-plotly-plot").first.bounding_box()
    if box is None:
        raise RuntimeError(f"{served.name} shows no map")
    return box["width"], box["height"]


def first_visit_bytes(browser: Browser, served: Served) -> tuple[int, int]:
    """Bytes on the wire, bodies and headers, of everything a first visit loads; and how many.

    One answer is not seen here, in both pages alike: Dash's shared worker fetches its own script
    (2 kB).
    """
    context = browser.new_context(viewport=VIEWPORT)
    try:
        context.add_init_script(PROBE)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[int] = []
        session.on("Network.loadingFinished", lambda it: sizes.append(it["encodedDataLength"]))
        page.goto(served.url, wait_until="commit")
        page.evaluate("bench.firstMap()")
        page.wait_for_timeout(AFTERWORK_MS)
        return sum(sizes), len(sizes)
    finally:
        context.close()


def first_maps(browser: Browser, both: Sequence[Served], visits: int) -> dict[str, list[float]]:
    """Times to the first painted map, ms, in turns so that a drift of the machine hits both."""
    found: dict[str, list[float]] = {served.name: [] for served in both}
    for _ in range(visits):
        for served in both:
            with visit(browser, served) as (page, painted):
                found[served.name].append(painted)
                page.wait_for_timeout(SETTLED_MS)
    return found


def year_changes(browser: Browser, both: Sequence[Served], changes: int) -> dict[str, list[Change]]:
    """Changes of year by arrow keys from the last year down and up again, in turns of ten."""
    found: dict[str, list[Change]] = {served.name: [] for served in both}
    with visit(browser, both[0]) as (one, _), visit(browser, both[1]) as (other, _):
        while len(found[both[0].name]) < changes:
            for served, page in zip(both, (one, other), strict=True):
                page.bring_to_front()
                page.locator(HANDLES[served.name]).first.focus()
                page.wait_for_timeout(2 * SETTLED_MS)
                done = len(found[served.name])
                key = "ArrowLeft" if done % 20 < 10 else "ArrowRight"
                found[served.name] += [_change(page, key) for _ in range(10)]
    return found


def _change(page: Page, key: str) -> Change:
    asked: list[str] = []

    def count(request: Request) -> None:
        asked.append(request.url)

    page.on("request", count)
    page.evaluate("bench.awaitChange()")
    page.keyboard.press(key)
    times = page.evaluate("bench.changed()")
    page.wait_for_timeout(SETTLED_MS)
    page.remove_listener("request", count)
    return Change(times["painted"], times["next"], len(asked))


def capture_callback(browser: Browser, served: Served, prop: str, value: Any) -> Callback:
    """The request that the page sends when a component's property is set.

    Args:
        browser: where to look.
        served: whose page.
        prop: the property with its component, "year.value".
        value: what it is set to, JSON.
    """
    name, kind = prop.split(".")
    with visit(browser, served) as (page, _):
        page.wait_for_timeout(AFTERWORK_MS)
        with page.expect_request(lambda it: "_dash-update-component" in it.url) as caught:
            page.evaluate(
                "([id, props]) => dash_clientside.set_props(id, props)", [name, {kind: value}]
            )
        request = caught.value
        return Callback("/" + request.url.split("/", 3)[3], request.post_data or "")
