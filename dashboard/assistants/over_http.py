"""The address `/mcp`: the same server by streamable HTTP, without a session.

Any worker can answer any request, so several work side by side.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from dashboard.assistants.server import make_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from fastapi import FastAPI
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
    from starlette.types import Receive, Scope, Send

    from dashboard.answers import Atlas

PATH = "/mcp"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""Hosts that are always let in: a page of others cannot pretend to be them by its own name."""

MOST_BYTES = 256_000
"""The longest question: a statement may have 20,000 letters."""


def add_assistants(
    server: FastAPI, atlas: Atlas, hosts: Sequence[str]
) -> Callable[[], AbstractAsyncContextManager[None]]:
    """Adds the address.

    Args:
        server: The application, before its address that takes whatever is left.
        atlas: The data.
        hosts: Names under which the atlas is reached, beside those of this machine.

    Returns:
        What must be open for as long as the application lives.
    """
    made = make_server(atlas)
    names = (*LOOPBACK, *hosts)
    made.streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BYTES,
        transport_security=TransportSecuritySettings(
            allowed_hosts=[each for name in names for each in (name, f"{name}:*")],
            allowed_origins=[
                f"{scheme}://{each}"
                for name in names
                for scheme in ("http", "https")
                for each in (name, f"{name}:*")
            ],
        ),
    )
    manager = made.session_manager
    server.router.routes.append(Route(PATH, _Endpoint(manager)))

    @asynccontextmanager
    async def alive() -> AsyncIterator[None]:
        async with manager.run():
            yield

    return alive


class _Endpoint:
    """Only questions are answered: there is nothing to listen to and no session to end."""

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        self.manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            answer = PlainTextResponse("only POST\n", 405, {"Allow": "POST"})
            await answer(scope, receive, send)
            return
        await self.manager.handle_request(scope, receive, send)
