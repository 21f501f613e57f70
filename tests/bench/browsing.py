"""The browser, and visits in it: an empty cache, one size of window, and no way to other hosts."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.bench.servers import Served

PROBE = (Path(__file__).parent / "js" / "probe.js").read_text(encoding="utf-8")
VIEWPORT = {"width": 1280, "height": 800}
SETTLED_MS = 250
"""Pause after a map is painted, so that one measure's afterwork does not fall into the next."""

AFTERWORK_MS = 1500
"""A page that has loaded nothing for so long has loaded everything."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser: `CHROMIUM`, else the system's, else Playwright's own."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page of a visitor who has never been here."""
    context = browser.new_context(viewport=VIEWPORT)
    try:
        context.add_init_script(PROBE)
        yield context.new_page()
    finally:
        context.close()
        time.sleep(SETTLED_MS / 1000)  # what closing costs is not the next visit's


@contextmanager
def visit(browser: Browser, served: Served, path: str = "") -> Iterator[Page]:
    """A first visit, of the map or of a path, once the page's first bytes have come."""
    with blank(browser) as page:
        page.goto(served.at(path or served.map), wait_until="commit")
        yield page


def first(page: Page, what: str) -> float:
    """Ms from the navigation to the first painted heading, map, plot (plotly.js's map) or hover."""
    return float(page.evaluate("what => bench.first(what)", what))


def settle(page: Page, *, plots: bool = True) -> None:
    """Waits for plotly.js's map, if the page has one, and until nothing more is loaded."""
    if plots:
        first(page, "plot")
    page.evaluate("ms => bench.quiet(ms)", AFTERWORK_MS)
