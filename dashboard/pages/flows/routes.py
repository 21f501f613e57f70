"""Addresses of what is taken away of a municipality's flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.flows.downloads import TYPES, picture_of, table_of
from dashboard.pages.flows.tables import TABLES
from dashboard.pages.flows.telling import flow_sentence
from dashboard.pages.flows.view import read_flow_view
from geo.places import municipalities

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    def answer(what: str, request: Request, code: str, place: str, kind: str) -> Response:
        found = next((each for each in municipalities() if each.code == place), None)
        if code not in CODES or found is None or kind not in (*KINDS, *TYPES):
            raise HTTPException(404)
        query = request.url.query
        view = read_flow_view(atlas, language(code), query, found)
        if not view.is_shown or view.total <= 0:
            raise HTTPException(400, f"year: expected one with figures. {flow_sentence(view)}")
        if kind in KINDS:
            return table_of(what, kind, query, view)
        return picture_of(what, kind, query, site_of(request), view)

    flows, treemap = TABLES

    @server.api_route(f"/download/{{code}}/{flows}/{{place}}.{{kind}}", methods=READ)
    def flows_download(request: Request, code: str, place: str, kind: str) -> Response:
        return answer(flows, request, code, place, kind)

    @server.api_route(f"/download/{{code}}/{treemap}/{{place}}.{{kind}}", methods=READ)
    def treemap_download(request: Request, code: str, place: str, kind: str) -> Response:
        return answer(treemap, request, code, place, kind)
