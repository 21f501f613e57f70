"""Addresses of the feeds: `/pokyciai.atom`, `/pokyciai/<municipality>.atom`, and in English."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dashboard.address import READ
from dashboard.frame.places import CHANGES_SLUGS, changes_feed
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.changes.feed import feed
from geo.finding import fitting

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import Municipality


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them in both languages."""
    for code in CODES:
        _add_feeds(server, atlas, language(code))


def _add_feeds(server: FastAPI, atlas: Atlas, words: Language) -> None:
    start = words.path(f"/{CHANGES_SLUGS[words.code]}")

    @server.api_route(f"{start}.atom", methods=READ)
    def of_all(request: Request) -> Response:
        return _answer(request, atlas, words, None)

    @server.api_route(f"{start}/{{spelling}}.atom", methods=READ)
    def of_one(request: Request, spelling: str) -> Response:
        found = fitting(spelling)
        if len(found) != 1:
            raise HTTPException(404)
        address = changes_feed(words, found[0])[1]
        if not address.endswith(f"/{spelling}.atom"):
            return RedirectResponse(f"{request.scope.get('base', '')}{address}", 308)
        return _answer(request, atlas, words, found[0])


def _answer(
    request: Request, atlas: Atlas, words: Language, place: Municipality | None
) -> Response:
    site = site_of(request)
    content = feed(atlas, words, site, place)
    mark = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": mark, "Cache-Control": "no-cache"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/atom+xml", headers=headers)
