"""Addresses of what is taken away of municipalities side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.compare.downloads import picture_of, table_of
from dashboard.pages.compare.view import read_compare_view

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    @server.api_route("/download/{code}/compare.{kind}", methods=READ)
    def compare_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in (*KINDS, "svg"):
            raise HTTPException(404)
        query = request.url.query
        view = read_compare_view(atlas, language(code), query)
        if not view.is_table:
            raise HTTPException(400, "select: expected two to six municipalities")
        if kind in KINDS:
            return table_of(kind, query, view)
        return picture_of(query, site_of(request), view)
