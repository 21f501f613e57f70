"""Everything below `/api/` that no page answers: resources, their list, and the description."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import Route

from dashboard.api.answering import V1, meta, resource_answer
from dashboard.api.asked import NotAsked, language_of, path_parts, read_query
from dashboard.api.figure import FIGURE, figure_answer
from dashboard.api.openapi import openapi
from dashboard.api.sending import send
from dashboard.frame.problem import told
from dashboard.frame.site import site_of
from dashboard.language.i18n import CODES
from dashboard.resources.registry import RESOURCES
from data.errors import StoreError, TooLong

if TYPE_CHECKING:
    from fastapi import FastAPI, Response
    from starlette.types import Receive, Scope, Send

    from dashboard.answers import Atlas

LOG = logging.getLogger(__name__)
ALLOWED = "GET, HEAD, OPTIONS"
AGAIN = "5"
"""Seconds after which it is worth trying again."""


def add_api(server: FastAPI, atlas: Atlas) -> None:
    """Adds it behind the addresses that pages have below `/api/` themselves."""
    server.router.routes.append(Route("/api/{path:path}", Api(atlas)))


class Api:
    """Answers any method and address: one that leads nowhere with a problem, not with a page."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers in a thread: the database is waited for."""
        response = await run_in_threadpool(self.answer, Request(scope))
        await response(scope, receive, send)

    def answer(self, request: Request) -> Response:
        """The answer, or the problem."""
        words = language_of(request)
        try:
            return self._answered(request)
        except NotAsked as no:
            return told(no.kind, request, words, headers=no.headers, said=no.said, **no.more)
        except TooLong as slow:
            said = {"seconds": words.number(slow.seconds)}
            return told("slow", request, words, headers={"Retry-After": AGAIN}, said=said)
        except StoreError:
            LOG.exception("no answer to %r", request.url.path)
            return told("data", request, words, headers={"Retry-After": AGAIN})

    def _answered(self, request: Request) -> Response:
        parts = path_parts(request)
        if request.method not in {"GET", "HEAD"}:
            raise NotAsked("method", {"method": request.method[:20]}, {"Allow": ALLOWED})
        if parts == ["openapi.json"]:
            return self._described(request)
        if parts == ["v1"]:
            return self._listed(request)
        if parts == ["v1", FIGURE]:
            return figure_answer(request, self.atlas)
        if parts[:1] == ["v1"] and "" not in parts and parts[1] != "views":
            return resource_answer(request, parts[1:], self.atlas)
        known = (V1, "/api/openapi.json")
        raise NotAsked("address", {"path": request.url.path[:200]}, known=known)

    def _described(self, request: Request) -> Response:
        _only(request, "lang")
        words = language_of(request)
        base = request.scope.get("base", "")
        body: bytes = self.atlas.once(
            ("openapi", words.code, base), lambda: orjson.dumps(openapi(self.atlas, words, base))
        )
        return send(request, body, "application/json", {"Cache-Control": "no-cache"})

    def _listed(self, request: Request) -> Response:
        _only(request, "lang")
        words = language_of(request)
        start = site_of(request)
        tables = (resource.table for resource in RESOURCES.values())
        data = [
            {
                "resource": table.name,
                "title": table.title[words.code],
                "row": table.about[words.code],
                "key": list(table.key),
                "columns": list(table.columns),
                "href": f"{start}{V1}/{table.name}",
            }
            for table in tables
        ]
        links = {
            "figure": f"{start}{V1}/{FIGURE}",
            "openapi": f"{start}/api/openapi.json?lang={words.code}",
            "documentation": f"{start}{words.path('/api')}",
        }
        store = self.atlas.store
        told_of = meta(store.version, store.built_at, words.code, demo=self.atlas.is_demo)
        body = orjson.dumps({"data": data, "meta": told_of, "links": links})
        return send(request, body, "application/json", {"Cache-Control": "no-cache"})


def _only(request: Request, *names: str) -> None:
    """Passes where nothing but these is asked for."""
    for name in read_query(request, {"lang": CODES}):
        if name not in names:
            raise NotAsked("parameter", {"name": name}, parameter=name, known=names)
