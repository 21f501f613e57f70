"""Addresses beside Dash's own: pages with their language, geometry, downloads, health, 404."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from dashboard.charts.geometry import geometry_bytes, geometry_url
from dashboard.language.i18n import CODES, code_of, language
from dashboard.pages.check.route import add_check
from dashboard.pages.commitments import downloads as plan_downloads
from dashboard.pages.data.files import send_data_file
from dashboard.pages.map.downloads import KINDS, download, form_download
from dashboard.server.headers import error_page
from dashboard.server.index import STATIC, page_html

if TYPE_CHECKING:
    from dash import Dash
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.pages import Page

LOG = logging.getLogger(__name__)
READ = ["GET", "HEAD"]
FOREVER = "public, max-age=31536000, immutable"


def add_routes(app: Dash, server: FastAPI, atlas: Atlas, pages: tuple[Page, ...]) -> None:
    """Adds them in front of Dash's catch-all, which would answer 200 to anything."""
    dash_index = next(route for route in server.routes if getattr(route, "path", "") == "/")
    server.router.routes.remove(dash_index)
    for page in pages:
        for code in CODES:
            _add_page(app, server, page, code)
            if page.items:
                _add_items(app, server, atlas, page, code)
    server.mount("/static", StaticFiles(directory=STATIC))

    @server.api_route(geometry_url(), methods=READ)
    def geometry() -> Response:
        return Response(
            geometry_bytes(),
            media_type="application/geo+json",
            headers={"Cache-Control": FOREVER},
        )

    @server.api_route("/health", methods=READ)
    def health() -> JSONResponse:
        return JSONResponse({"status": "ok", "data": atlas.store.version})

    _add_downloads(app, server, atlas)

    @server.api_route("/{path:path}", methods=READ)
    def nowhere(request: Request) -> Response:
        return _nowhere(app, request)


def _add_downloads(app: Dash, server: FastAPI, atlas: Atlas) -> None:
    @server.api_route("/download/{code}/view.{kind}", methods=READ)
    def view_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            return _nowhere(app, request)
        return download(kind, request.url.query, atlas, language(code))

    @server.api_route("/download/{code}/commitments.{kind}", methods=READ)
    def commitments_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in plan_downloads.KINDS:
            return _nowhere(app, request)
        return plan_downloads.download(kind, request.url.query, atlas, language(code))

    @server.api_route("/download/{code}/commitments/{key}/{indicator}.svg", methods=READ)
    def promise_picture(request: Request, code: str, key: str, indicator: str) -> Response:
        words = language(code)
        found = plan_downloads.promise_picture(key, indicator, request.url.query, atlas, words)
        return found if found and code in CODES else _nowhere(app, request)

    @server.api_route("/download/{code}/form.xlsx", methods=READ)
    def empty_form(request: Request, code: str, municipality: str = "", year: str = "") -> Response:
        made = form_download(municipality, year, atlas) if code in CODES else None
        return made or _nowhere(app, request)

    add_check(server, atlas)

    @server.api_route("/data/{name}", methods=READ)
    def data_file(request: Request, name: str) -> Response:
        condition = request.headers.get("if-none-match", "")
        return send_data_file(name, condition, atlas) or _nowhere(app, request)


def _add_page(app: Dash, server: FastAPI, page: Page, code: str) -> None:
    path = page.path(language(code))

    def serve(request: Request) -> HTMLResponse:
        try:
            return HTMLResponse(page_html(app, request, page, language(code)))
        except Exception:  # Dash would answer JSON where this address is its own
            LOG.exception("no page at %s", request.url.path)
            return error_page(request.url.path)

    for address in {path, path.rstrip("/") or "/", f"{path.rstrip('/')}/"}:
        server.add_api_route(address, serve, methods=READ)


def _add_items(app: Dash, server: FastAPI, atlas: Atlas, page: Page, code: str) -> None:
    words = language(code)

    def serve(request: Request, key: str) -> HTMLResponse:
        try:
            titles = page.items.titles(atlas, words) if page.items else {}
            if key not in titles:
                return _nowhere(app, request)
            return HTMLResponse(page_html(app, request, page, words, titles[key]))
        except Exception:
            LOG.exception("no page at %s", request.url.path)
            return error_page(request.url.path)

    for address in (page.path(words, "{key}"), page.path(words, "{key}/")):
        server.add_api_route(address, serve, methods=READ)


def _nowhere(app: Dash, request: Request) -> HTMLResponse:
    words = language(code_of(request.url.path))
    return HTMLResponse(page_html(app, request, None, words), status_code=404)
