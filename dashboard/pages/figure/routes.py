"""The address of the rows behind a figure as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.figure.downloads import file_of
from dashboard.pages.figure.view import read_figure_view

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds it; the query is that of the page's address."""

    @server.api_route("/download/{code}/figure.{kind}", methods=READ)
    def figure_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            raise HTTPException(404)
        view = read_figure_view(atlas, language(code), request.url.query)
        return file_of(kind, request.url.query, site_of(request), view)
