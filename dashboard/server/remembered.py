"""What is the same for all who ask is compressed once and then answered from memory.

Static files, and views of the data, whose address names their version. Many who ask for the same
thing at once wait for one answer to be made.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from posixpath import normpath
from typing import TYPE_CHECKING

from dash import __version__ as dash_version
from dash.fingerprint import check_fingerprint, version_clean
from starlette.responses import PlainTextResponse

from dashboard.address import FOREVER, VIEWS
from dashboard.server.document import static_url

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    Messages = list[Message]
    AnswerKey = tuple[str, bool]

PACKAGES = "/_dash-component-suites/"
STATIC = "/static/"
PREFIXES = (PACKAGES, f"{VIEWS}/", STATIC, "/bundles/", "/geometry/")
DASH = f".v{re.sub(version_clean, '_', dash_version)}m"
"""In the names of today's files of Dash."""

TOO_OFTEN = 429
MOST = 1_000
"""Answers kept at the most, the oldest go first; a view takes about 4 kB compressed."""


class Remembered:
    """Keeps whole answers, one for gzip and one without."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[AnswerKey, Messages] = {}
        self.coming: dict[AnswerKey, asyncio.Task[Messages]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers from memory, or asks the application and remembers."""
        if not _is_shared(scope):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = (_name(scope), b"gzip" in headers.get(b"accept-encoding", b""))
        messages = self.kept.get(key) or await self._made(key, scope)
        if messages[0]["status"] >= 400 and not scope["path"].startswith(VIEWS):
            # Dash answers 500 where a package has no such file; whoever asks was only mistaken.
            await PlainTextResponse("no such file\n", 404)(scope, receive, send)
            return
        await _answer(messages, headers.get(b"if-none-match", b""), scope, send)

    async def _made(self, key: AnswerKey, scope: Scope) -> Messages:
        """The answer, made once for all who ask for it now; a visitor who leaves stops nothing."""
        while True:
            mine = key not in self.coming
            if mine:
                task = asyncio.ensure_future(self._make(key, scope))
                self.coming[key] = task
                task.add_done_callback(lambda _: self.coming.pop(key))
            messages = await asyncio.shield(self.coming[key])
            if mine or messages[0]["status"] != TOO_OFTEN:  # which another asked is not said to me
                return messages

    async def _make(self, key: AnswerKey, scope: Scope) -> Messages:
        messages = await self._fetch(scope)
        if messages[0]["status"] != 200:
            return messages
        messages = _compressed(messages) if key[1] else messages
        while len(self.kept) >= MOST:
            del self.kept[next(iter(self.kept))]
        self.kept[key] = messages
        return messages

    async def _fetch(self, scope: Scope) -> Messages:
        messages: Messages = []

        async def collect(message: Message) -> None:
            messages.append(message)

        # Asked for whole: conditions and ranges of this visitor are not the next one's.
        plain = [(b"accept-encoding", b"identity")]
        await self.app({**scope, "method": "GET", "headers": plain}, _silent(), collect)
        return messages


def _silent() -> Receive:
    """What is heard of those who wait: that they ask, and never that one of them left."""
    asked: Messages = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not asked:
            await asyncio.get_running_loop().create_future()
        return asked.pop()

    return receive


def _compressed(messages: Messages) -> Messages:
    """The same answer, pressed as small as gzip can: it is done once and sent often."""
    start, *parts = messages
    body = gzip.compress(b"".join(part.get("body", b"") for part in parts), 9, mtime=0)
    changed = {b"content-length": str(len(body)).encode(), b"content-encoding": b"gzip"}
    headers = [item for item in start["headers"] if item[0] not in {*changed, b"vary"}]
    headers += [*changed.items(), (b"vary", b"Accept-Encoding")]
    return [{**start, "headers": headers}, {"type": "http.response.body", "body": body}]


def _is_shared(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in {"GET", "HEAD"}
        and scope["path"].startswith(PREFIXES)
    )


def _name(scope: Scope) -> str:
    """One name for all addresses of a file, lest made-up ones fill the memory; a view has one."""
    path: str = scope["path"]
    if path.startswith(VIEWS):
        return f"{path}?{scope['query_string'].decode('latin-1')}"
    file = normpath(path)
    return str(check_fingerprint(file)[0]) if file.startswith(PACKAGES) else file


def _caching(scope: Scope, status: int, own: bytes) -> bytes:
    """An address that names its content may be kept for ever, any other is asked for anew.

    Dash marks the files of its packages by its version, static files have `?m=<content>`; views,
    bundles and geometry say so themselves. A mark of another release, as while servers are
    replaced one by one, names what is not here.
    """
    path = scope["path"]
    if status != 200:
        return own or b"no-cache"
    if path.startswith(PACKAGES):
        named = check_fingerprint(path)[1] and DASH in path.rpartition("/")[2]
    elif path.startswith(STATIC):
        file, mark = _name(scope), scope["query_string"].decode("latin-1")
        named = f"{path}?{mark}" == static_url(file.removeprefix(STATIC))
    else:
        return own
    return FOREVER.encode() if named else b"no-cache"


async def _answer(messages: Messages, condition: bytes, scope: Scope, send: Send) -> None:
    """The whole answer, or its head alone where that is asked for or enough."""
    start, *body = messages
    own = dict(start["headers"])
    headers = [item for item in start["headers"] if item[0] != b"cache-control"]
    caching = _caching(scope, start["status"], own.get(b"cache-control", b""))
    headers.append((b"cache-control", caching))
    tags = {tag.strip().removeprefix(b"W/") for tag in condition.split(b",")}
    fresh = own.get(b"etag") in tags
    if fresh:
        headers = [item for item in headers if item[0] != b"content-length"]
    await send({**start, "status": 304 if fresh else start["status"], "headers": headers})
    if fresh or scope["method"] == "HEAD":
        body = [{"type": "http.response.body", "body": b""}]
    for message in body:
        await send(message)
