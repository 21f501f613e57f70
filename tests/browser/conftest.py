"""The real atlas on a port of its own, a Chromium that reaches nothing else, and a watch on both.

A test asks for `visit`, opens pages with it as a visitor does, and looks. Whatever the browser
complains of on the way fails the test at its end, unless the test said that it is to come.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import MISSING, NoChromium, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Request,
        Response,
        ViewportSize,
        WebError,
    )

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 10_000
STARTING_S = 30
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
LOOKS = {"color_scheme", "forced_colors", "reduced_motion"}
"""What a page can be told after its context was made."""

# Whatever is asked for by whatever part of the browser: no name but our own leads anywhere.
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--font-render-hinting=none",  # letters as wide as on a screen
    "--process-per-site",  # pages of one context share their compiled scripts
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

# Dash's front end opens a socket that only its callbacks over sockets would use; the guard says no.
HARMLESS = "[Dash] WebSocket disconnected"


class Watch:
    """Keeps what must not happen: complaints of the browser, failed or foreign requests."""

    def __init__(self, server: str) -> None:
        self.host = urlsplit(server).netloc
        self.complaints: list[str] = []
        self.expected: list[str] = []

    def expect(self, pattern: str) -> None:
        """Says that complaints which match are part of the test."""
        self.expected.append(pattern)

    def over(self, context: BrowserContext) -> None:
        for event, hear in self._events():
            context.on(event, hear)

    def leave(self, context: BrowserContext) -> None:
        """Hears nothing more of it."""
        for event, hear in self._events():
            context.remove_listener(event, hear)

    def unexpected(self) -> list[str]:
        return [
            complaint
            for complaint in self.complaints
            if not any(re.search(pattern, complaint) for pattern in self.expected)
        ]

    def _events(self) -> Iterator[tuple[str, Callable[[Any], None]]]:
        yield "console", self._console
        yield "weberror", self._thrown
        yield "request", self._request
        yield "requestfailed", self._failed
        yield "response", self._response

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} or not message.text.startswith(HARMLESS):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _thrown(self, error: WebError) -> None:
        self.complaints.append(f"page error: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.netloc != self.host:
            self.complaints.append(f"foreign host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Aborted is what the visitor left, or what became a download.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"answer {response.status}: {response.url}")


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    """The address of the running atlas, without a slash at its end."""
    with served(database) as address:
        yield address


@contextmanager
def served(database: Path, **settings: str) -> Iterator[str]:
    """A running atlas over a database, with settings of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = ["-m", "uvicorn", "--factory", "dashboard.asgi:make", "--log-level", "warning"]
    with subprocess.Popen(
        [sys.executable, *command, "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(database.parent), **settings},
    ) as process:
        try:
            _await_answer(f"{address}/health", process)
            yield address
        finally:
            process.terminate()


def _await_answer(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTING_S
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=STARTING_S).close()
        except (URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the atlas does not answer at {address}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = find()
    except NoChromium as error:
        pytest.fail(str(error), pytrace=False)
    if not path:
        pytest.fail(MISSING, pytrace=False)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    kept = Watch(server)
    yield kept
    assert kept.unexpected() == []


@dataclass
class Seat:
    """A browser context that many tests use one after another, and a page that keeps it warm."""

    context: BrowserContext
    keeper: Page
    taken: bool = False

    def clear(self) -> None:
        """Leaves to the next visitor what a first visit finds, but for what the browser cached."""
        for page in self.context.pages:
            if page is not self.keeper:
                page.close()
        self.context.set_offline(False)
        self.context.clear_cookies()
        self.keeper.evaluate("localStorage.clear()")
        self.taken = False


@pytest.fixture(scope="session")
def seats() -> dict[str, Seat]:
    """Those that there are, by the atlas they are at and what cannot be changed about them."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, seats: dict[str, Seat], server: str, watch: Watch
) -> Iterator[Callable[..., Page]]:
    """Opens an address of the atlas as a new visitor: own storage, laptop screen.

    Options are those of a browser context.
    """
    with ExitStack() as visitors:

        def opened(path: str = "/", **options: Any) -> Page:
            visitor = _visitor(browser, seats, server, watch, path, options)
            return visitors.enter_context(visitor)

        yield opened


@pytest.fixture(scope="module")
def stay(browser: Browser, server: str) -> Iterator[Callable[[str], Page]]:
    """As `visit`, for tests that only look: one visitor of each address for a whole module."""
    watch, pages = Watch(server), {}
    with ExitStack() as visitors:

        def opened(path: str) -> Page:
            if path not in pages:
                visitor = _visitor(browser, {}, server, watch, path, {})
                pages[path] = visitors.enter_context(visitor)
            return pages[path]

        yield opened
    assert watch.unexpected() == []


@contextmanager
def _visitor(
    browser: Browser,
    seats: dict[str, Seat],
    server: str,
    watch: Watch,
    path: str,
    options: dict[str, Any],
) -> Iterator[Page]:
    changing = {name: options[name] for name in options.keys() & LOOKS}
    lasting = {name: options[name] for name in options.keys() - LOOKS - {"viewport"}}
    with _context(browser, seats, server, lasting) as context:
        watch.over(context)
        page = context.new_page()
        page.set_viewport_size(options.get("viewport", LAPTOP))
        if changing:
            page.emulate_media(**changing)
        page.goto(path, wait_until="commit")
        expect(page.locator("main h1")).to_be_visible()
        yield page
        watch.leave(context)


@contextmanager
def _context(
    browser: Browser, seats: dict[str, Seat], server: str, lasting: dict[str, Any]
) -> Iterator[BrowserContext]:
    """A seat that is free, else a context for this visitor alone."""

    def new() -> BrowserContext:
        context = browser.new_context(base_url=server, viewport=LAPTOP, **lasting)
        context.set_default_timeout(PATIENCE_MS)
        return context

    name = f"{server} {sorted(lasting.items())}"
    if name not in seats:
        context = new()
        keeper = context.new_page()
        keeper.goto("/health")
        seats[name] = Seat(context, keeper)
    seat = seats[name]
    if seat.taken:
        own = new()
        yield own
        own.close()
    else:
        seat.taken = True
        yield seat.context
        seat.clear()
