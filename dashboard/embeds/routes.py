"""The addresses of embeds: remembered for the present data, checked by their mark."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from dashboard.address import LONGEST_QUERY, READ, Note
from dashboard.charts.svg import LOOKS
from dashboard.embeds.document import document, embed_body
from dashboard.embeds.kinds import KINDS
from dashboard.embeds.missing import no_embed, no_place
from dashboard.frame.page import NoItem
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ROOM = "embed"
"""Folder of its styles in assets/."""


def add_routes(server: FastAPI, atlas: Atlas, css: str, base: str) -> None:
    """Adds them.

    Args:
        server: Where to.
        atlas: The data.
        css: Address of the style file, without the base.
        base: Path below which the atlas stands.
    """

    def page(title: str, body: object, words: Language, status: int) -> Response:
        text = document(title, body, words, css, base)
        return HTMLResponse(text, status, {"Cache-Control": "no-cache"})

    @server.api_route("/embed/{code}/{kind}", methods=READ)
    def embed(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            return nowhere(request)
        words, query = language(code), _readable(request.url.query)
        try:
            text = _text(atlas, words, kind, query, css, base)
        except NoItem as missing:
            return page(*no_place(missing, kind, words, query), words, 404)
        return _answer(text, request)

    @server.api_route("/embed", methods=READ)
    @server.api_route("/embed/{path:path}", methods=READ)
    def nowhere(request: Request) -> Response:
        words = language(request.url.path.removeprefix("/embed/").partition("/")[0])
        return page(*no_embed(words), words, 404)


def _readable(query: str) -> str:
    return query[:LONGEST_QUERY].encode("utf-8", "replace").decode()


def _text(atlas: Atlas, words: Language, kind: str, query: str, css: str, base: str) -> str:
    """The document of an address; what is alike is made once for the present data."""
    asked = KINDS[kind](atlas, words, query)
    given = dict(parse_qsl(query)).get("look", "").strip()
    look = given if given in LOOKS else ""
    notes = (*asked.notes, *([Note("look", given)] if given != look else []))

    def made() -> str:
        embed = asked.make()
        return document(embed.title, embed_body(kind, embed, notes, words), words, css, base, look)

    if notes:  # any text may stand in them
        return made()
    text: str = atlas.once(("embed", kind, words.code, asked.key, look), made)
    return text


def _answer(text: str, request: Request) -> Response:
    """The document, or that it is still the same."""
    tag = f'"{sha256(text.encode()).hexdigest()[:20]}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag}
    known = request.headers.get("if-none-match", "")
    if tag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(text, headers=headers)
