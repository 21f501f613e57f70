"""Addresses of what is taken away of the recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.language.i18n import CODES, language
from dashboard.pages.recipients.downloads import table_of
from dashboard.pages.recipients.view import read_view

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""

    @server.api_route("/download/{code}/recipients.{kind}", methods=READ)
    def recipients_table(request: Request, code: str, kind: str) -> Response:
        if code not in CODES or kind not in KINDS:
            raise HTTPException(404)
        view = read_view(atlas, language(code), request.url.query)
        if not view.found:
            raise HTTPException(400, "the filters leave no recipient: loosen one of them")
        return table_of(kind, request.url.query, view)
