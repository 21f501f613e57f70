"""The map's own addresses: views as resources, and tables and pictures of them to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.places import map_path
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.map import pictures
from dashboard.pages.map.downloads import download
from dashboard.pages.map.resource import add_views

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query of a download is that of the page's address."""
    add_views(server, atlas)

    @server.api_route("/download/{code}/view.{kind}", methods=READ)
    def view_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            raise HTTPException(404)
        return download(kind, request.url.query, atlas, language(code))

    for kind in pictures.KINDS:
        _add_picture(server, atlas, kind)


def _add_picture(server: FastAPI, atlas: Atlas, kind: str) -> None:
    @server.api_route(f"/download/{{code}}/{kind}.{{ending}}", methods=READ)
    def picture_download(request: Request, code: str, ending: str) -> Response:
        if code not in CODES or ending not in pictures.TYPES:
            raise HTTPException(404)
        words = language(code)
        page = f"{site_of(request)}{map_path(words)}"
        return pictures.picture_file(kind, ending, request.url.query, page, atlas, words)
