"""One visitor's connection: kept open, a request at a time, each answer read to its end."""

from __future__ import annotations

import asyncio
import zlib
from contextlib import suppress
from dataclasses import dataclass, field

PATIENCE_S = 60.0
"""Seconds after which an answer is no longer waited for."""

READ_AT_ONCE = 1 << 18


@dataclass(frozen=True)
class Answered:
    """An answer as it came.

    Attributes:
        status: of HTTP.
        headers: by their names in small letters.
        body: as it was sent, without the marks of its chunks.
        size: bytes on the wire.
    """

    status: int
    headers: dict[bytes, bytes] = field(repr=False)
    body: bytes = field(repr=False)
    size: int

    def content(self) -> bytes:
        """The body as it was before it was pressed.

        Raises:
            zlib.error: It is not whole.
        """
        if self.headers.get(b"content-encoding") != b"gzip":
            return self.body
        press = zlib.decompressobj(31)
        content = press.decompress(self.body)
        if not press.eof:
            raise zlib.error("the pressed body ends too early")
        return content


class Closed(ConnectionError):
    """The other side closed before the first byte of an answer."""


class Connection:
    """Asks one server; opens anew what was closed.

    Attributes:
        reopened: requests that were asked again, once, because the connection had been closed by
            the server before a byte of the answer came: what every browser does unseen.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.reopened = 0
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> Answered:
        """The whole answer.

        Raises:
            OSError: The connection broke.
            EOFError: The answer ended too early.
            TimeoutError: It did not come.
        """
        async with asyncio.timeout(PATIENCE_S):
            used = self._streams is not None
            try:
                return await self._asked(request)
            except (OSError, EOFError, ValueError) as error:
                self.close()
                if not used or not isinstance(error, Closed):
                    raise
            self.reopened += 1
            try:
                return await self._asked(request)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Leaves, whatever is under way."""
        if self._streams:
            self._streams[1].transport.abort()
            self._streams = None

    async def _asked(self, request: bytes) -> Answered:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.host, self.port, limit=READ_AT_ONCE)
        reader, writer = self._streams
        try:
            writer.write(request)
            await writer.drain()
        except OSError as error:
            # What refuses a request may have said why before it closed.
            with suppress(OSError, EOFError):
                return await self._answer(reader)
            raise Closed(repr(error)) from error
        return await self._answer(reader)

    async def _answer(self, reader: asyncio.StreamReader) -> Answered:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise EOFError(f"a head ended after {len(error.partial)} bytes") from error
            raise Closed("closed") from error
        except ConnectionError as error:
            raise Closed(repr(error)) from error
        first, *lines = head[:-4].split(b"\r\n")
        pairs = (line.partition(b":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        status = int(first.split(b" ", 2)[1])
        body = await _body(reader, status, headers)
        if headers.get(b"connection", b"").lower() == b"close":
            self.close()
        return Answered(status, headers, body, len(head) + len(body))


async def _body(reader: asyncio.StreamReader, status: int, headers: dict[bytes, bytes]) -> bytes:
    if status in {204, 304}:
        return b""
    if b"content-length" in headers:
        return await reader.readexactly(int(headers[b"content-length"]))
    if headers.get(b"transfer-encoding", b"").lower() != b"chunked":
        return await reader.read()
    parts = []
    while size := int(await reader.readuntil(b"\r\n"), 16):
        parts.append((await reader.readexactly(size + 2))[:-2])
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
