"""Addresses of what is taken away of the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.research.downloads import asked_bench, picture_of, program_of, table_of
from dashboard.pages.research.links import PROGRAM, TYPES

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    @server.api_route("/download/{code}/research/{file}", methods=READ)
    def research_download(request: Request, code: str, file: str) -> Response:
        name, _, kind = file.rpartition(".")
        if code not in CODES or (file != PROGRAM and kind not in (*KINDS, *TYPES)):
            raise HTTPException(404)
        query = request.url.query
        bench = asked_bench(atlas, language(code), query, site_of(request))
        if file == PROGRAM:
            return program_of(bench)
        if kind in KINDS:
            return table_of(name, kind, query, bench)
        return picture_of(name, kind, query, bench)
