"""Addresses: the pages in their languages, what each page adds, static files, health, 404."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from dashboard.address import FOREVER, READ
from dashboard.api.routes import add_api
from dashboard.charts.geometry import geometry_bytes, geometry_url
from dashboard.embeds import routes as embeds
from dashboard.frame.page import NoItem
from dashboard.language.i18n import CODES, language
from dashboard.server.bundles import bundle_address, bundle_at
from dashboard.server.crawling import add_crawling
from dashboard.server.document import STATIC
from dashboard.server.documents import NOWHERE
from dashboard.server.sharing import add_share_routes

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.frame.page import Items, Page
    from dashboard.server.documents import Documents


def add_routes(
    server: FastAPI, atlas: Atlas, pages: tuple[Page, ...], documents: Documents
) -> None:
    """Adds them in front of Dash's catch-all, which would answer 200 to anything."""
    dash_index = next(route for route in server.routes if getattr(route, "path", "") == "/")
    server.router.routes.remove(dash_index)
    for page in pages:
        for code in CODES:
            _add_page(server, documents, page, code)
            if page.items:
                _add_items(server, documents, page, page.items, code)
        if page.routes:
            page.routes(server, atlas)
    add_share_routes(server, atlas, pages)
    add_crawling(server, atlas, pages)
    embeds.add_routes(server, atlas, bundle_address(embeds.ROOM, "css"), documents.base)
    add_api(server, atlas)  # after those that pages have below it
    _add_files(server, {*(page.id for page in pages), NOWHERE, embeds.ROOM})

    @server.api_route("/health", methods=READ)
    def health() -> JSONResponse:
        return JSONResponse({"status": "ok", "data": atlas.store.version})

    @server.api_route("/{path:path}", methods=READ)
    def nowhere(request: Request) -> Response:
        return documents.nowhere(request)

    # What a page's own addresses know nothing of is answered like any address that leads nowhere.
    @server.exception_handler(404)
    def missing(request: Request, _: Exception) -> Response:
        return documents.nowhere(request)


def _add_files(server: FastAPI, rooms: set[str]) -> None:
    """What is the same for every page and every visitor."""
    server.mount("/static", StaticFiles(directory=STATIC))

    @server.api_route("/bundles/{name}", methods=READ)
    def bundles(name: str) -> Response:
        found = bundle_at(name, rooms)
        if found is None:
            raise HTTPException(404)
        text, kind, named = found
        headers = {"Cache-Control": FOREVER if named else "no-cache"}
        return Response(text, media_type=kind, headers=headers)

    @server.api_route(geometry_url(), methods=READ)
    def geometry() -> Response:
        headers = {"Cache-Control": FOREVER}
        return Response(geometry_bytes(), media_type="application/geo+json", headers=headers)


def _add_page(server: FastAPI, documents: Documents, page: Page, code: str) -> None:
    path = page.path(language(code))

    def serve(request: Request) -> Response:
        return documents.answer(request, page, language(code))

    for address in {path, path.rstrip("/") or "/", f"{path.rstrip('/')}/"}:
        server.add_api_route(address, serve, methods=READ)


def _add_items(server: FastAPI, documents: Documents, page: Page, items: Items, code: str) -> None:
    words = language(code)

    def serve(request: Request, key: str) -> Response:
        try:
            found = items.key_in(key, words)
        except NoItem as missing:
            return documents.without(request, page, words, missing)
        if found not in items.titles(documents.atlas, words):
            return documents.nowhere(request)
        if found != key:  # the query as it was asked, which the page may know better
            address = f"{documents.base}{page.path(words, found)}"
            after = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{address}{after}", 308, {"Cache-Control": "no-cache"})
        return documents.answer(request, page, words, key)

    for address in (page.path(words, "{key}"), page.path(words, "{key}/")):
        server.add_api_route(address, serve, methods=READ)
