"""Asks an ASGI application without a server, from tests that are not asynchronous.

Its event loop runs in a thread of its own: Playwright's runs in that of the tests.
"""

from __future__ import annotations

import json
import re
from contextlib import ExitStack
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

import httpx
from anyio.from_thread import start_blocking_portal

if TYPE_CHECKING:
    from fastapi import FastAPI

CALLBACK = "/_dash-update-component"


class Client:
    """A visitor; redirects are not followed, and what is unforeseen in the server is not raised."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._http = httpx.AsyncClient(transport=transport, base_url="http://atlas.test")
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        self._loop = self._opened.enter_context(start_blocking_portal())
        self._opened.callback(self._loop.call, self._http.aclose)
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def request(self, method: str, path: str, **how: Any) -> httpx.Response:
        return self._loop.call(partial(self._http.request, method, path, **how))

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Header names with underscores: `if_none_match`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.request("GET", path, headers=named)

    def post(self, body: object) -> httpx.Response:
        """A callback request; anything but bytes goes as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        return self.request("POST", CALLBACK, content=content, headers=headers)

    def page(self, path: str, search: str = "") -> str:
        """The HTML of an address that there is."""
        answer = self.get(f"{path}{search}")
        assert answer.status_code == 200, answer.text
        return answer.text

    def view(self, indicator: str = "total", code: str = "lt", **asked: str) -> dict[str, Any]:
        """A view of the map, wherever its resource lies now."""
        query = urlencode({"lang": code, **asked})
        answer = self.get(f"/api/v1/views/{indicator}?{query}")
        assert answer.status_code == 307, answer.text
        found = self.get(answer.headers["location"])
        assert found.status_code == 200, found.text
        payload: dict[str, Any] = found.json()
        return payload

    def websocket(self, path: str) -> list[str]:
        """Types of the messages by which the server answers an attempt to connect."""
        asked = [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1005}]
        answered: list[str] = []

        async def connect() -> None:
            async def receive() -> Any:
                return asked.pop(0)

            async def send(message: Any) -> None:
                answered.append(message["type"])

            scope = {"type": "websocket", "path": path, "raw_path": path.encode(), "headers": []}
            await self.app({**scope, "query_string": b"", "scheme": "ws"}, receive, send)

        self._loop.call(connect)
        return answered


def addresses(html: str) -> list[str]:
    """What a page asks for by itself; pictures that stand in it whole are left out."""
    tags = re.findall(r"<(?:script|img|link rel=.(?:stylesheet|preload|icon)).*?>", html)
    found = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', " ".join(tags))
    return [unescape(address) for address in found]
