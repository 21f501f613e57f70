"""Addresses around sharing: short links, citations and codes as files, oEmbed."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dashboard.address import READ
from dashboard.frame.problem import problem
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language
from dashboard.pages.share.citing import STYLES, reference
from dashboard.pages.share.looked import look, place_at
from dashboard.pages.share.oembed import FORMATS, framed_at, oembed
from dashboard.pages.share.short import SHORT, unpack

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.pages.share.looked import Looked

OPEN = {"Access-Control-Allow-Origin": "*"}
"""Programs on pages of others may read it."""

QUIET = 4
"""Dots of the ground around a code, by its standard."""


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds them."""
    _add_short(server)
    _add_files(server, atlas)
    _add_oembed(server, atlas)


def _add_short(server: FastAPI) -> None:
    @server.api_route(f"{SHORT}{{token}}", methods=READ)
    def short(request: Request, token: str) -> Response:
        address = unpack(token)
        place = place_at(address) if address else None
        if place is None:  # so it leads to a page of the atlas, or nowhere
            raise HTTPException(404)
        there = f"{request.scope.get('base', '')}{place.path}"
        return RedirectResponse(there, 308, {"Cache-Control": "no-cache"})


def _add_files(server: FastAPI, atlas: Atlas) -> None:
    def view_of(code: str, page: str) -> Looked:
        place = place_at(page)
        view = look(place.within(language(code)), atlas) if place and code in CODES else None
        if view is None:
            raise HTTPException(404)
        return view

    @server.api_route("/cite/{code}.{kind}", methods=READ)
    def cite(request: Request, code: str, kind: str, page: str = "/") -> Response:
        if kind not in STYLES:
            raise HTTPException(404)
        write, media = STYLES[kind]
        today = datetime.now(UTC).date()
        cited = reference(view_of(code, page), atlas, site_of(request), today)
        headers = {
            "Cache-Control": "no-cache",
            "Content-Disposition": f'attachment; filename="{cited.key}.{kind}"',
        }
        return Response(write(cited), 200, headers, media)

    @server.api_route("/qr/{code}.svg", methods=READ)
    def qr(request: Request, code: str, page: str = "/") -> Response:
        view = view_of(code, page)
        drawn = code_of_link(f"{site_of(request)}{view.short or view.place.path}")
        if drawn is None:
            raise HTTPException(404)
        return Response(drawn, 200, {"Cache-Control": "no-cache"}, "image/svg+xml")


def code_of_link(address: str) -> bytes | None:
    """The QR code of an address as SVG, on light ground in any look; None where it is too long."""
    import segno  # noqa: PLC0415 - only those who share need it

    svg = BytesIO()
    try:
        made = segno.make(address, error="l", boost_error=True, micro=False)
    except segno.DataOverflowError:
        return None
    made.save(svg, kind="svg", border=QUIET, dark="#000", light="#fff", xmldecl=False,
              omitsize=True, svgclass=None, lineclass=None)  # fmt: skip
    return svg.getvalue()


def _add_oembed(server: FastAPI, atlas: Atlas) -> None:
    @server.api_route("/oembed", methods=READ)
    def tell(request: Request, url: str = "", maxwidth: str = "", maxheight: str = "") -> Response:
        kind = request.query_params.get("format") or "json"
        if kind not in FORMATS:
            return _problem(501, "format", kind, "json, xml")
        most = {"maxwidth": maxwidth, "maxheight": maxheight}
        for name, text in most.items():
            if text and not _is_pixels(text):
                return _problem(400, name, text, "1–99999")
        if not url:
            return _problem(400, "url", url, f"{site_of(request)}/…")
        view = framed_at(url, site_of(request), atlas)
        if view is None:
            return _problem(404, "url", url, f"{site_of(request)}/…")
        width, height = (int(text) if text else None for text in most.values())
        write, media = FORMATS[kind]
        headers = {"Cache-Control": "public, max-age=3600"} | OPEN
        return Response(write(oembed(view, site_of(request), width, height)), 200, headers, media)


def _is_pixels(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6 and int(text) > 0


def _problem(status: int, parameter: str, value: str, expected: str) -> Response:
    title = {400: "Wrong parameter", 404: "Nothing to show in a frame", 501: "Unknown format"}
    return problem(
        status,
        title[status],
        f"{parameter}: {value[:200]!r} is of no use here; expected {expected}",
        headers=OPEN,
        parameter=parameter,
        value=value[:200],
        expected=expected,
    )
