"""The address of suggestions: `/search/<lt or en>?q=` tells as JSON what is found first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import HTTPException, Request, Response
from fastapi.responses import JSONResponse

from dashboard.address import READ
from dashboard.language.i18n import CODES, language
from dashboard.pages.search.finding import find
from dashboard.pages.search.telling import said, search_path
from dashboard.searching.asked import read_search

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

SUGGESTED = 4
"""Most of a kind."""


def add_routes(server: FastAPI, atlas: Atlas) -> None:
    """Adds it."""

    @server.api_route("/search/{code}", methods=READ)
    def suggestions(request: Request, code: str) -> Response:
        if code not in CODES:
            raise HTTPException(404)
        # What somebody looks for is nobody else's: it stays in the browser that asked.
        tag = f'"{atlas.store.version}"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        known = request.headers.get("if-none-match", "")
        if tag in {each.strip().removeprefix("W/") for each in known.split(",")}:
            return Response(status_code=304, headers=headers)
        return JSONResponse(suggested(request.url.query, atlas, language(code)), headers=headers)


def suggested(query: str, atlas: Atlas, words: Language) -> dict[str, Any]:
    """What is found first: `said`, `groups` of `items`, and `all`, which leads to everything."""
    asked = read_search(query)
    groups = find(asked, atlas, words, SUGGESTED)
    return {
        "said": said(asked, groups, words),
        "groups": [
            {
                "name": words.t(f"search.kind.{group.kind}"),
                "items": [
                    {"name": item.name, "detail": item.detail, "path": item.path}
                    for item in group.items
                ],
            }
            for group in groups
        ],
        "all": {"name": words.t("search.all"), "path": search_path(words, asked.text)},
    }
