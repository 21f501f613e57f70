"""Asks an ASGI application without a server, from tests that are not asynchronous.

Its event loop runs in a thread of its own: Playwright's runs in that of the tests.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Self

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
        """What the browser is told to show at an address, as the JSON that it gets."""
        answer = self.post(page_request(path, search))
        assert answer.status_code == 200, answer.text
        return answer.text

    def view(self, choice: object, code: object = "lt") -> dict[str, Any]:
        """The view of a choice on the map page."""
        answer = self.post(view_request(choice, code))
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["response"]["view"]["data"]
        return found

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


def page_request(path: object, search: object) -> dict[str, Any]:
    """What Dash's front end sends for a page."""
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [
            {"id": "url", "property": "pathname", "value": path},
            {"id": "url", "property": "search", "value": search},
        ],
        "changedPropIds": [],
    }


def view_request(choice: object, code: object) -> dict[str, Any]:
    """What Dash's front end sends for another view of the map."""
    return {
        "output": "view.data",
        "outputs": {"id": "view", "property": "data"},
        "inputs": [{"id": "choice", "property": "data", "value": choice}],
        "state": [{"id": "language", "property": "data", "value": code}],
        "changedPropIds": ["choice.data"],
    }
