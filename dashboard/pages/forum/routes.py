"""The deck's own addresses: shown to a room, taken away, opened again, and a map added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote

from fastapi import HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from dashboard.address import READ
from dashboard.forum.address import LONGEST_DECK, read_deck
from dashboard.forum.editing import with_map
from dashboard.forum.file import DeckFileError, read_deck_file
from dashboard.frame.places import ADD_SLUGS, FORUM_SLUGS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.forum.files import TYPES, can_make, file_name, made_file
from dashboard.pages.forum.view import SHOW_SLUGS, ForumView
from dashboard.slides.screen import policy

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

DECK = "to"
"""In what adds a map: the deck that it is added to."""

MOST_BYTES = 100_000
"""Of a deck's file; one of thirty scenes with long notes has some 20 kB."""


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""
    for code in CODES:
        _add_in_language(server, atlas, code)

    @server.api_route("/download/{code}/forum.{kind}", methods=READ)
    def forum_file(request: Request, code: str, kind: str) -> Response:
        return _file(request, atlas, code, kind)

    @server.post("/forum/{code}/open")
    async def forum_open(request: Request, code: str) -> Response:
        if code not in CODES:
            raise HTTPException(404)
        content = await _received(request)
        name = unquote(request.headers.get("x-file-name", ""))[:200]
        return await run_in_threadpool(_opened, content, name, atlas, language(code))


def _add_in_language(server: FastAPI, atlas: Atlas, code: str) -> None:
    words = language(code)
    page = words.path(f"/{FORUM_SLUGS[code]}")

    def show(request: Request) -> Response:
        text = made_file("html", _view(request, atlas, code)).decode()
        headers = {"Content-Security-Policy": policy(text), "Cache-Control": "no-cache"}
        return HTMLResponse(text, headers=headers)

    def add(request: Request) -> Response:
        to = parse_qs(request.url.query[:LONGEST_DECK]).get(DECK, [""])[-1]
        deck = with_map(read_deck(to, atlas.areas), request.url.query, atlas.areas)
        path = ForumView(atlas, words, deck).path()
        return RedirectResponse(f"{request.scope.get('base', '')}{path}", 303)

    server.add_api_route(f"{page}/{SHOW_SLUGS[code]}", show, methods=READ)
    server.add_api_route(f"{page}/{ADD_SLUGS[code]}", add, methods=READ)


def _view(request: Request, atlas: Atlas, code: str) -> ForumView:
    site = site_of(request)
    return ForumView(atlas, language(code), read_deck(request.url.query, atlas.areas), site)


def _file(request: Request, atlas: Atlas, code: str, kind: str) -> Response:
    if code not in CODES or kind not in TYPES:
        raise HTTPException(404)
    if not can_make(kind):
        raise HTTPException(501, f"{kind}: pip install savivalda[slides]")
    view = _view(request, atlas, code)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(kind, view)}"'}
    return Response(made_file(kind, view), 200, headers, TYPES[kind])


async def _received(request: Request) -> bytes:
    """A file as it comes; of one that is too large, as much as shows that it is no deck's."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            break
    return content


def _opened(content: bytes, name: str, atlas: Atlas, words: Language) -> Response:
    """Where the deck of a file stands, or what is wrong with the file."""
    if len(content) > MOST_BYTES:
        said = words.t("forum.too_large", name=name, most=words.number(MOST_BYTES // 1000))
        return JSONResponse({"wrong": said}, 413)
    try:
        deck = read_deck_file(content, name)
    except DeckFileError as error:
        return JSONResponse({"wrong": error.said(words)}, 422)
    return JSONResponse({"address": ForumView(atlas, words, deck).path()})
