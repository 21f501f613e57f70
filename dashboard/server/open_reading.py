"""Lets pages of others read what programs are meant to read: data, not pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = ("/api/", "/catalog", "/data/", "/download/")
"""What begins so may be read from any page; there is no key and no cookie that it could abuse."""

ORIGIN = (b"access-control-allow-origin", b"*")
SHOWN = (
    b"access-control-expose-headers",
    b"ETag, Link, Data-Version, Total-Count, Retry-After, Allow, Content-Disposition",
)
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
    "Cache-Control": "no-store",
}


class OpenReading:
    """Adds the headers of CORS, and answers what browsers ask before they ask."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, but for a preflight."""
        if scope["type"] != "http" or not scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message["headers"])
                open_ = [] if any(name == ORIGIN[0] for name, _ in given) else [ORIGIN]
                message = {**message, "headers": [*given, *open_, SHOWN]}
            await send(message)

        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send_open)
            return
        await self.app(scope, receive, send_open)
