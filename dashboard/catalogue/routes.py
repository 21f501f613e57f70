"""Addresses of the catalogue: `/catalog` in the form that is asked for, and each form by itself."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from dashboard.address import READ
from dashboard.catalogue.accepting import preferred
from dashboard.catalogue.catalog import json_ld, turtle
from dashboard.frame.places import CATALOG_FORMS, DATA_SLUGS
from dashboard.frame.problem import problem
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas

WRITTEN = {"application/ld+json": json_ld, "text/turtle": turtle}
PAGE = "text/html"


def add_catalog(server: FastAPI, atlas: Atlas) -> None:
    """Adds them."""

    @server.api_route("/catalog", methods=READ)
    def negotiated(request: Request) -> Response:
        kind = preferred(request.headers.get("accept", ""), (*WRITTEN, PAGE))
        headers = {"Vary": "Accept, Accept-Language"}
        if kind == PAGE:
            code = preferred(request.headers.get("accept-language", ""), CODES) or CODES[0]
            there = language(code).path(f"/{DATA_SLUGS[code]}")
            return RedirectResponse(f"{request.scope.get('base', '')}{there}", 303, headers)
        if not kind:
            known = (*WRITTEN, PAGE)
            said = f"the catalogue is there as {', '.join(known)}"
            return problem(
                406, "no such form", said, headers=headers, parameter="Accept", known=known
            )
        return _answer(request, atlas, kind, headers)

    for kind, address in CATALOG_FORMS.items():
        _add_form(server, atlas, kind, address)


def _add_form(server: FastAPI, atlas: Atlas, kind: str, address: str) -> None:
    @server.api_route(address, methods=READ)
    def form(request: Request) -> Response:
        return _answer(request, atlas, kind, {})


def _answer(request: Request, atlas: Atlas, kind: str, headers: dict[str, str]) -> Response:
    text = WRITTEN[kind](atlas, site_of(request)).encode()
    mark = f'"{sha256(text).hexdigest()[:32]}"'
    headers = {**headers, "ETag": mark, "Cache-Control": "no-cache"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(text, media_type=kind, headers=headers)
