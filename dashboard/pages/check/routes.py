"""Where a filled-in form is sent to be checked: a report comes back, and nothing is kept.

The check runs in a process of its own (`data.forms.checking.sent`), so that the server goes on
answering; only so many forms are taken in at once. The bounds hold for each server process.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from fastapi import HTTPException, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.language.i18n import CODES, language
from dashboard.pages.check.empty_form import form_download
from dashboard.pages.check.receiving import MOST_BYTES, Refused, Room, is_foreign, receive
from dashboard.pages.check.report import lang_of, report_html
from data.forms.checking.known import known_context
from data.forms.checking.sent import PackedContext, check_sent
from data.forms.checking.texts import summary, to_json

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

AT_ONCE = 2
"""Forms checked at the same time."""

INSIDE = 8
"""Forms that wait or are being checked; others are asked to come again."""

COMING = 24
"""Forms that are being received: who sends slowly takes no place from those who have sent."""

ANSWERS = ("report", "json", "marked")


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds what the page asks for: the check of a form, and the empty one."""
    _add_check(server, atlas)

    @server.api_route("/download/{code}/form.xlsx", methods=READ)
    def empty_form(code: str, municipality: str = "", year: str = "") -> Response:
        made = form_download(municipality, year, atlas) if code in CODES else None
        if made is None:
            raise HTTPException(404)
        return made


def _add_check(server: FastAPI, atlas: Atlas) -> None:
    """Adds the address; the form is the body of the request, its name stands in `X-File-Name`."""
    checking = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="check")
    door, room = Room(COMING), Room(INSIDE)

    @server.post("/check/{code}/{kind}")
    async def check(request: Request, code: str, kind: str) -> Response:
        words = language(code)
        try:
            _require_known(request, code, kind)
            with door:
                content = await receive(request)
            with room:
                name = unquote(request.headers.get("x-file-name", ""))[:200]
                send_to = request.app.state.send_to
                work = partial(_answer, content, name, kind, atlas, words, send_to)
                return await asyncio.get_running_loop().run_in_executor(checking, work)
        except Refused as refused:
            return _refusal(refused, words)


def _require_known(request: Request, code: str, kind: str) -> None:
    if code not in CODES or kind not in ANSWERS:
        raise Refused(404, "page.not_found.title")
    if is_foreign(request.headers):
        raise Refused(403, "check.foreign")


def _answer(
    content: bytes, name: str, kind: str, atlas: Atlas, words: Language, send_to: str
) -> Response:
    """Checks and writes the answer; takes seconds, so it runs in a thread."""
    known: PackedContext = atlas.once("known", lambda: PackedContext.of(known_context(atlas.store)))
    lang = lang_of(words)
    checked = check_sent(content, name, known=known, mark=lang if kind == "marked" else None)
    headers = {"Cache-Control": "no-store"}
    if kind == "report":
        compared = checked.report.year_before in known.years
        html = report_html(checked.report, words, compared=compared, send_to=send_to)
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
