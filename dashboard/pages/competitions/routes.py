"""Addresses of what is taken away of the competitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.competitions.downloads import PICTURES, TYPES, picture_of, table_of
from dashboard.pages.competitions.view import read_view

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.pages.competitions.view import CompetitionsView


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    def view_of(request: Request, code: str) -> CompetitionsView:
        view = read_view(atlas, language(code), request.url.query)
        if not view.found:
            raise HTTPException(400, "the filters leave no competition: loosen one of them")
        return view

    @server.api_route("/download/{code}/competitions.{kind}", methods=READ)
    def competitions_table(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            raise HTTPException(404)
        return table_of(kind, request.url.query, view_of(request, code))

    @server.api_route("/download/{code}/competitions/{name}.{ending}", methods=READ)
    def competitions_picture(request: Request, code: str, name: str, ending: str) -> Response:
        if code not in CODES or name not in PICTURES or ending not in TYPES:
            raise HTTPException(404)
        return picture_of(name, ending, request.url.query, site_of(request), view_of(request, code))
