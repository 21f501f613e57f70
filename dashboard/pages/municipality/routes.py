"""A municipality's own addresses: tables, pictures and the sheet to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response

from dashboard.address import READ
from dashboard.downloads.table import KINDS
from dashboard.frame.place_view import read_place_view
from dashboard.frame.site import site_of
from dashboard.indicators.selection import read_selection
from dashboard.language.i18n import CODES, language
from dashboard.pages.municipality.downloads import (
    TYPES,
    sheet_file,
    sheets_file,
    strip_of,
    table_of,
)
from dashboard.sheets.pdf import SheetsMissing
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.frame.place_view import PlaceView


MOST_SHEETS = 12
"""Sheets that are asked for at once: more than any county has municipalities."""


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them; the query is that of the page's address."""
    _add_sheets(server, atlas)

    def view_of(request: Request, code: str, place: str) -> PlaceView:
        found = next((each for each in municipalities() if each.code == place), None)
        if code not in CODES or found is None:
            raise HTTPException(404)
        return read_place_view(atlas, language(code), request.url.query, found)

    @server.api_route("/download/{code}/municipality/{place}.{kind}", methods=READ)
    def place_download(request: Request, code: str, place: str, kind: str) -> Response:
        if kind not in (*KINDS, "pdf"):
            raise HTTPException(404)
        view = view_of(request, code, place)
        if kind != "pdf":
            return table_of(kind, request.url.query, view)
        try:
            return sheet_file(view, site_of(request))
        except SheetsMissing as missing:
            raise HTTPException(501, str(missing)) from missing

    @server.api_route("/download/{code}/municipality/{place}/{indicator}.{ending}", methods=READ)
    def strip_download(
        request: Request, code: str, place: str, indicator: str, ending: str
    ) -> Response:
        if indicator not in INDICATORS or ending not in TYPES:
            raise HTTPException(404)
        view = view_of(request, code, place)
        return strip_of(indicator, ending, request.url.query, site_of(request), view)


def _add_sheets(server: FastAPI, atlas: Atlas) -> None:
    """Adds the address of several sheets in one file."""

    @server.api_route("/download/{code}/municipalities.pdf", methods=READ)
    def several_sheets(request: Request, code: str, select: str = "") -> Response:
        chosen, _ = read_selection(select, most=MOST_SHEETS)
        if code not in CODES:
            raise HTTPException(404)
        if not chosen:
            raise HTTPException(400, "select: expected municipalities or a county")
        try:
            return sheets_file(atlas, language(code), chosen, site_of(request))
        except SheetsMissing as missing:
            raise HTTPException(501, str(missing)) from missing
