"""Static files are compressed once and then answered from memory, ready to be kept by browsers."""

from __future__ import annotations

import gzip
from posixpath import normpath
from typing import TYPE_CHECKING

from dash.fingerprint import check_fingerprint
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PACKAGES = "/_dash-component-suites/"
PREFIXES = (PACKAGES, "/bundles/", "/static/", "/geometry/")
MOST = 200
"""Answers kept at the most; there are about sixty files, in two encodings."""


class Remembered:
    """Keeps whole answers of static files, one for gzip and one without."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, bool], list[Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers from memory, or asks the application and remembers."""
        if not _is_static(scope):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = (_file(scope["path"]), b"gzip" in headers.get(b"accept-encoding", b""))
        messages = self.kept.get(key) or await self._fetch(scope, receive)
        if messages[0]["status"] != 200:
            # Dash answers 500 where a package has no such file; whoever asks was only mistaken.
            await PlainTextResponse("no such file\n", 404)(scope, receive, send)
            return
        if key not in self.kept:
            messages = _compressed(messages) if key[1] else messages
            if len(self.kept) < MOST:
                self.kept[key] = messages
        await _answer(messages, headers.get(b"if-none-match", b""), scope, send)

    async def _fetch(self, scope: Scope, receive: Receive) -> list[Message]:
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        # Asked for whole: conditions and ranges of this visitor are not the next one's.
        plain = [(b"accept-encoding", b"identity")]
        await self.app({**scope, "method": "GET", "headers": plain}, receive, collect)
        return messages


def _compressed(messages: list[Message]) -> list[Message]:
    """The same answer, pressed as small as gzip can: it is done once and sent often."""
    start, *parts = messages
    body = gzip.compress(b"".join(part.get("body", b"") for part in parts), 9, mtime=0)
    changed = {b"content-length": str(len(body)).encode(), b"content-encoding": b"gzip"}
    headers = [item for item in start["headers"] if item[0] not in {*changed, b"vary"}]
    headers += [*changed.items(), (b"vary", b"Accept-Encoding")]
    return [{**start, "headers": headers}, {"type": "http.response.body", "body": body}]


def _is_static(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in {"GET", "HEAD"}
        and scope["path"].startswith(PREFIXES)
    )


def _file(path: str) -> str:
    """One name for all addresses of a file, lest made-up ones fill the memory."""
    file = normpath(path)
    return str(check_fingerprint(file)[0]) if file.startswith(PACKAGES) else file


def _caching(scope: Scope) -> bytes:
    """An address that names its content may be kept for ever, any other is asked for anew.

    Dash marks its assets by `?m=<time>` and the files of its packages by a fingerprint.
    """
    path = scope["path"]
    named = (
        check_fingerprint(path)[1] if path.startswith(PACKAGES) else b"m=" in scope["query_string"]
    )
    if named or path.startswith("/geometry/"):
        return b"public, max-age=31536000, immutable"
    return b"no-cache"


async def _answer(messages: list[Message], condition: bytes, scope: Scope, send: Send) -> None:
    """The whole answer, or its head alone where that is asked for or enough."""
    start, *body = messages
    headers = [item for item in start["headers"] if item[0] != b"cache-control"]
    headers.append((b"cache-control", _caching(scope)))
    tags = {tag.strip().removeprefix(b"W/") for tag in condition.split(b",")}
    fresh = dict(headers).get(b"etag") in tags
    if fresh:
        headers = [item for item in headers if item[0] != b"content-length"]
    await send({**start, "status": 304 if fresh else 200, "headers": headers})
    if fresh or scope["method"] == "HEAD":
        body = [{"type": "http.response.body", "body": b""}]
    for message in body:
        await send(message)
