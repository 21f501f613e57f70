"""Where a filled-in form is sent to be checked: a report comes back, and nothing is kept.

The check runs in a process of its own (`data.forms.sent`), so that the server goes on answering;
only so many forms are taken in at once. The bounds hold for each server process.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.requests import ClientDisconnect

from dashboard.check_report import lang_of, report_html
from dashboard.downloads import KINDS
from dashboard.i18n import CODES, language
from data.forms.known import known_context
from data.forms.sent import Known, check_sent
from data.forms.texts import summary, to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language

MOST_BYTES = 5_000_000
"""Of a form; one of a large municipality has about 200 kB."""

RECEIVING_S = 60.0
"""Seconds that the sending of a form may take."""

AT_ONCE = 2
"""Forms checked at the same time."""

INSIDE = 8
"""Forms that are being received, waited with, or checked; others are asked to come again."""

ANSWERS = ("report", "json", "marked")


class Refused(Exception):
    """A form is not taken in.

    Attributes:
        status: of the answer.
        key: of the text that says why.
    """

    def __init__(self, status: int, key: str) -> None:
        self.status = status
        self.key = key
        super().__init__(key)


def add_check(server: FastAPI, atlas: Atlas) -> None:
    """Adds the address; the form is the body of the request, its name stands in `X-File-Name`."""
    checking = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="check")
    room = Room(INSIDE)

    @server.post("/check/{code}/{kind}")
    async def check(request: Request, code: str, kind: str) -> Response:
        words = language(code)
        try:
            with room:
                _require_known(request, code, kind)
                content = await receive(request)
                name = unquote(request.headers.get("x-file-name", ""))[:200]
                work = partial(_answer, content, name, kind, atlas, words)
                return await asyncio.get_running_loop().run_in_executor(checking, work)
        except Refused as refused:
            return _refusal(refused, words)


class Room:
    """Takes in so many at once and refuses the rest; for one event loop, so nothing is locked."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.inside = 0

    def __enter__(self) -> None:
        if self.inside >= self.most:
            raise Refused(503, "check.busy")
        self.inside += 1

    def __exit__(self, *_: object) -> None:
        self.inside -= 1


def _require_known(request: Request, code: str, kind: str) -> None:
    if code not in CODES or kind not in ANSWERS:
        raise Refused(404, "page.not_found.title")
    if is_foreign(request.headers):
        raise Refused(403, "check.foreign")


def is_foreign(headers: Mapping[str, str]) -> bool:
    """Whether another site made the browser ask; who asks without a browser is nobody's victim."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site != "same-origin"
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


async def receive(request: Request) -> bytes:
    """The body of a request, given up as soon as it is too large or takes too long.

    Raises:
        Refused: It is.
    """
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise Refused(413, "check.too_large")
    body = bytearray()
    try:
        async with asyncio.timeout(RECEIVING_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise Refused(413, "check.too_large")
    except TimeoutError as error:
        raise Refused(408, "check.lost") from error
    except ClientDisconnect as error:
        raise Refused(400, "check.lost") from error
    return bytes(body)


def _answer(content: bytes, name: str, kind: str, atlas: Atlas, words: Language) -> Response:
    """Checks and writes the answer; takes seconds, so it runs in a thread."""
    known: Known = atlas.once("known", lambda: Known.of(known_context(atlas.store)))
    lang = lang_of(words)
    checked = check_sent(content, name, known=known, mark=lang if kind == "marked" else None)
    headers = {"Cache-Control": "no-store"}
    if kind == "report":
        html = report_html(checked.report, words, compared=known.compared)
        return HTMLResponse(html, headers=headers)
    if kind == "json":
        return Response(to_json(checked.report, lang), 200, headers, "application/json")
    if checked.marked is None:
        return PlainTextResponse(summary(checked.report, lang), 422, headers)
    return Response(checked.marked, 200, headers, KINDS["xlsx"])


def _refusal(refused: Refused, words: Language) -> Response:
    headers = {"Cache-Control": "no-store"}
    if refused.status == 503:
        headers["Retry-After"] = "10"
    text = words.t(refused.key, size=words.number(MOST_BYTES / 1e6))
    return PlainTextResponse(text, refused.status, headers)
