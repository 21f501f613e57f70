"""What a visit costs on the wire."""

from __future__ import annotations

import base64
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.browsing import blank, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

    from tests.bench.servers import Served

BINARY = 2
"""A web socket frame's kind that Chromium hands on in base64."""


class Wire(NamedTuple):
    """What a visit loads.

    Attributes:
        bytes: of everything on the wire, bodies and headers.
        answers: how many; what comes by a web socket counts among the bytes alone.
        raw: bytes of the answers' bodies as the browser unpacks them.
    """

    bytes: int
    answers: int
    raw: int


def first_visit(browser: Browser, served: Served, path: str = "", *, plots: bool) -> Wire:
    """All that a page loads, whenever it does so, until nothing more comes.

    One answer is not seen here, in all pages of Dash alike: its shared worker fetches its own
    script (2 kB). A web socket's frames count with their content: none here is compressed.

    Args:
        browser: where to look.
        served: whose page.
        path: of the page; without it, the one with the map.
        plots: whether to wait for plotly.js's map.
    """
    with blank(browser) as page:
        return _visit(page, served, path or served.map, plots=plots)


def after(browser: Browser, served: Served, before: str, path: str) -> Wire:
    """All that a page loads when the same visitor was on a page with a map before."""
    with blank(browser) as page:
        page.goto(served.at(before), wait_until="load")
        settle(page)
        return _visit(page, served, path, plots=False)


def _visit(page: Page, served: Served, path: str, *, plots: bool) -> Wire:
    answers, raw = Counter[str](), Counter[str]()
    frames: list[int] = []
    _count(page.context.new_cdp_session(page), answers, raw, frames)
    page.goto(served.at(path), wait_until="load")
    settle(page, plots=plots)
    sent = [request for request, size in answers.items() if size > 0]  # not what the page carries
    return Wire(answers.total() + sum(frames), len(sent), sum(raw[request] for request in sent))


def _count(
    session: CDPSession, answers: Counter[str], raw: Counter[str], frames: list[int]
) -> None:
    """Counts bytes on the wire and unpacked ones by request, and those of frames."""

    def finished(answer: dict[str, Any]) -> None:
        answers[answer["requestId"]] += answer["encodedDataLength"]

    def unpacked(part: dict[str, Any]) -> None:
        raw[part["requestId"]] += part["dataLength"]

    session.send("Network.enable")
    session.on("Network.loadingFinished", finished)
    session.on("Network.dataReceived", unpacked)
    session.on("Network.webSocketFrameReceived", lambda it: frames.append(_frame(it["response"])))


def _frame(frame: dict[str, Any]) -> int:
    content = frame["payloadData"]
    return len(base64.b64decode(content) if frame["opcode"] == BINARY else content.encode())
