"""The least that a proxy before several servers does, standing for any of them.

A request goes to the servers in turn. Where one fails before its answer begins, another is asked;
an answer that has begun is passed on as it comes.
"""

from __future__ import annotations

import asyncio
import re
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
AT_ONCE = 1 << 16


@dataclass
class Retrying:
    """A proxy.

    Attributes:
        servers: ports of those it stands before.
        port: where it listens.
        again: how often another server was asked.
    """

    servers: tuple[int, ...]
    port: int = 0
    again: int = 0

    def __post_init__(self) -> None:
        self._turn = count()
        self._answering: set[asyncio.Task[None]] = set()

    def come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Somebody connects; nobody else holds the task that answers."""
        task = asyncio.ensure_future(self.answer(reader, writer))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def end(self) -> None:
        """Leave nothing open."""
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request of a connection, which is closed then, without a word if all servers fail."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
            body = await reader.readexactly(int(length[1]) if length else 0)
            asked = head[:-2] + b"Connection: close\r\n\r\n" + body
            part, rest, server = await self._begun(asked)
            try:
                while part:
                    writer.write(part)
                    await writer.drain()
                    part = await rest.read(AT_ONCE)
            finally:
                await close(server)
        except (OSError, EOFError):
            pass
        finally:
            await close(writer)

    async def _begun(
        self, request: bytes
    ) -> tuple[bytes, asyncio.StreamReader, asyncio.StreamWriter]:
        """The beginning of an answer, what brings the rest, and the way to the server."""
        turn = next(self._turn)
        for other in range(len(self.servers)):
            self.again += other > 0
            port = self.servers[(turn + other) % len(self.servers)]
            with suppress(ConnectionError):
                reader, writer = await asyncio.open_connection(HOST, port, limit=AT_ONCE)
                with suppress(ConnectionError):
                    writer.write(request)
                    if part := await reader.read(AT_ONCE):
                        return part, reader, writer
                await close(writer)
        raise ConnectionError(f"none of {self.servers} answers")


async def close(writer: asyncio.StreamWriter) -> None:
    """Close a connection, and wait until it is."""
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


@contextmanager
def retrying(*servers: int) -> Iterator[Retrying]:
    """A proxy before servers with these ports, for as long as the block lasts."""
    proxy, ready, over = Retrying(servers), threading.Event(), asyncio.Event()

    async def run() -> None:
        nonlocal loop
        loop = asyncio.get_running_loop()
        async with await asyncio.start_server(proxy.come, HOST, 0) as listening:
            proxy.port = listening.sockets[0].getsockname()[1]
            ready.set()
            await over.wait()
            await proxy.end()

    loop: asyncio.AbstractEventLoop
    thread = threading.Thread(target=lambda: asyncio.run(run()), name="proxy")
    thread.start()
    ready.wait()
    try:
        yield proxy
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
