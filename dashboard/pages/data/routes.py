"""The data page's own addresses: the files of the whole data set, and the catalogue of all data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.catalogue.routes import add_catalog
from dashboard.pages.data.files import send_data_file

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them."""
    add_catalog(server, atlas)

    @server.api_route("/data/{name}", methods=READ)
    def data_file(request: Request, name: str) -> Response:
        found = send_data_file(name, request.headers.get("if-none-match", ""), atlas)
        if found is None:
            raise HTTPException(404)
        return found
