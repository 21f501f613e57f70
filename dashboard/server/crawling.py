"""What those read who walk over all pages: `robots.txt`, and a sitemap of every page and item.

Search engines are kept off files and off the many views of a page that differ by their query.
Those who show a shared link look at just that view, and may.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from fastapi import HTTPException, Request, Response
from fastapi.responses import PlainTextResponse, StreamingResponse

from dashboard.address import READ
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.frame.page import Items, Page

MOST = 50_000
"""Addresses in a sitemap, as https://www.sitemaps.org/protocol.html has it."""

SHARING = (
    *("facebookexternalhit", "Twitterbot", "LinkedInBot", "Slackbot", "Discordbot"),
    *("TelegramBot", "WhatsApp"),
)
"""Those who show a link that somebody shared."""

ALLOWED = ("/static/", "/bundles/", "/_dash-component-suites/", "/share/")
"""What belongs to a page, though its address may have a query."""

KEPT_OFF = ("/*?", "/download/", "/search/", "/check/")
"""Views of a page that is known already, files of them, and what answers scripts alone."""

_SET = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def add_crawling(server: FastAPI, atlas: Atlas, pages: tuple[Page, ...]) -> None:
    """Adds the addresses."""
    listed = {page.id: page.items for page in pages if page.items}

    @server.api_route("/robots.txt", methods=READ)
    def robots(request: Request) -> Response:
        return PlainTextResponse(_robots(site_of(request), request.scope.get("base", "")))

    @server.api_route("/sitemap.xml", methods=READ)
    def index(request: Request) -> Response:
        there = (name for name, items in listed.items() if any(_keys(items, atlas)))
        return _sent(request, atlas, _index(site_of(request), atlas, ("pages", *there)))

    @server.api_route("/sitemap/{name}.xml", methods=READ)
    def sitemap(request: Request, name: str) -> Response:
        if name == "pages":
            paths = (page.paths() for page in pages)
        elif name in listed:
            page = next(page for page in pages if page.id == name)
            paths = (page.paths(key) for key in _keys(listed[name], atlas))
        else:
            raise HTTPException(404)
        return _sent(request, atlas, _addresses(site_of(request), atlas, paths))


def _keys(items: Items, atlas: Atlas) -> Iterable[str]:
    """Keys of as many items as a sitemap can hold in all languages."""
    found = items.crawled(atlas) if items.crawled else items.titles(atlas, language(CODES[0]))
    return islice(found, MOST // len(CODES))


def _robots(site: str, base: str) -> str:
    lines = [
        *(f"User-agent: {name}" for name in SHARING),
        "Allow: /",
        "",
        "User-agent: *",
        *(f"Allow: {base}{path}" for path in ALLOWED),
        *(f"Disallow: {base}{path}" for path in KEPT_OFF),
        "",
        f"Sitemap: {site}/sitemap.xml",
    ]
    return "\n".join([*lines, ""])


def _index(site: str, atlas: Atlas, names: Iterable[str]) -> Iterator[str]:
    yield f"{_HEAD}<sitemapindex {_SET}>\n"
    for name in names:
        yield f"<sitemap><loc>{escape(site)}/sitemap/{name}.xml</loc>{_changed(atlas)}</sitemap>\n"
    yield "</sitemapindex>\n"


def _addresses(site: str, atlas: Atlas, paths: Iterable[dict[str, str]]) -> Iterator[str]:
    yield f"{_HEAD}<urlset {_SET} {_XHTML}>\n"
    changed = _changed(atlas)
    for each in paths:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(site + path)}/>'
            for code, path in {**each, "x-default": each[CODES[0]]}.items()
        )
        for path in each.values():
            yield f"<url><loc>{escape(site + path)}</loc>{changed}{others}</url>\n"
    yield "</urlset>\n"


def _changed(atlas: Atlas) -> str:
    """When the data were built: every page tells of them."""
    return f"<lastmod>{atlas.store.built_at:%Y-%m-%dT%H:%M:%SZ}</lastmod>"


def _parts(lines: Iterator[str]) -> Iterator[str]:
    """Many lines at a time: each part waits for a thread of its own."""
    while part := "".join(islice(lines, 500)):
        yield part


def _sent(request: Request, atlas: Atlas, lines: Iterator[str]) -> Response:
    """A file that is written as it is sent, unless it is known already."""
    known = f"{request.url.path} {site_of(request)} {atlas.store.version} {_changed(atlas)}"
    mark = f'"{sha256(known.encode()).hexdigest()[:32]}"'
    headers = {"ETag": mark, "Cache-Control": "no-cache"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return StreamingResponse(_parts(lines), headers=headers, media_type="application/xml")
