"""The commitments' own addresses: tables and pictures to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.language.i18n import CODES, language
from dashboard.pages.commitments.downloads import KINDS, download, picture_file
from dashboard.pages.commitments.promise_picture import promise_picture

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    @server.api_route("/download/{code}/commitments.{kind}", methods=READ)
    def commitments_download(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            raise HTTPException(404)
        return download(kind, request.url.query, atlas, language(code))

    @server.api_route("/download/{code}/commitments/{key}/{indicator}.svg", methods=READ)
    def picture(request: Request, code: str, key: str, indicator: str) -> Response:
        if code not in CODES:
            raise HTTPException(404)
        drawn = promise_picture(key, indicator, request.url.query, atlas, language(code))
        if drawn is None:
            raise HTTPException(404)
        return picture_file(drawn, f"savivalda-{key}-{indicator}".replace("_", "-"))
