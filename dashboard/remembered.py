"""Static files are compressed once and then answered from memory, ready to be kept by browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIXES = ("/_dash-component-suites/", "/assets/", "/static/", "/geometry/")
MOST = 200
"""Answers kept at the most; there are about sixty files, in two encodings."""


class Remembered:
    """Keeps whole 200 answers of static addresses, one for gzip and one without."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, bool], list[Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers from memory, or asks and remembers."""
        if not _is_static(scope):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = (scope["path"], b"gzip" in headers.get(b"accept-encoding", b""))
        if key not in self.kept:
            messages: list[Message] = []

            async def collect(message: Message) -> None:
                messages.append(message)

            # Asked for whole: conditions and ranges of this visitor are not the next one's.
            plain = [(b"accept-encoding", b"gzip" if key[1] else b"identity")]
            await self.app({**scope, "method": "GET", "headers": plain}, receive, collect)
            _add_caching(messages[0], scope)
            if messages[0]["status"] != 200 or len(self.kept) >= MOST:
                await _replay(messages, send)
                return
            self.kept[key] = messages
        await _answer(self.kept[key], headers.get(b"if-none-match"), scope, send)


def _is_static(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in {"GET", "HEAD"}
        and scope["path"].startswith(PREFIXES)
    )


def _add_caching(start: Message, scope: Scope) -> None:
    """Dash marks its assets by `?m=<time>` and its packages by name: both may be kept for ever."""
    headers = [item for item in start["headers"] if item[0] != b"cache-control"]
    named = b"m=" in scope["query_string"] or scope["path"].startswith(PREFIXES[0])
    stays = named or scope["path"].startswith("/geometry/")
    value = b"public, max-age=31536000, immutable" if stays else b"no-cache"
    start["headers"] = [*headers, (b"cache-control", value)]


async def _answer(kept: list[Message], condition: bytes | None, scope: Scope, send: Send) -> None:
    etag = dict(kept[0]["headers"]).get(b"etag")
    if etag is not None and condition == etag:
        start = {**kept[0], "status": 304}
        start["headers"] = [item for item in start["headers"] if item[0] != b"content-length"]
        await _replay([start, {"type": "http.response.body", "body": b""}], send)
    elif scope["method"] == "HEAD":
        await _replay([kept[0], {"type": "http.response.body", "body": b""}], send)
    else:
        await _replay(kept, send)


async def _replay(messages: list[Message], send: Send) -> None:
    for message in messages:
        await send(
            {**message, "headers": list(message["headers"])} if "headers" in message else message
        )
