"""A load: a closed loop of clients, each asking again as soon as it is answered.

The clients are bare sockets with kept-open connections in one loop, the requests are made
beforehand and the answers only measured, not unpacked, so that one request costs the generator
about 0.03 ms. It keeps to one core, and its share of that is reported: were it near 100 %, the
generator would be what is measured.
"""

from __future__ import annotations

import os
import re
import selectors
import socket
import time
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
BUFFER = 1 << 18
PATIENCE = 60.0
"""Seconds after which an answer is no longer waited for."""


@dataclass(frozen=True)
class Load:
    """Outcome of a load: latencies of every request, wall time, the generator's CPU share."""

    latencies_ms: list[float]
    seconds: float
    generator_share: float

    @property
    def per_second(self) -> float:
        return len(self.latencies_ms) / self.seconds


class _Client:
    """One connection, on which one request at a time is under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.since = 0.0
        self._left = -1

    def ask(self, request: bytes) -> None:
        self._left = -1
        self.since = time.perf_counter()
        self.socket.sendall(request)

    def take(self, buffer: bytearray) -> bool:
        """Takes what has come; True if that was the rest of the answer."""
        count = self.socket.recv_into(buffer)
        if self._left < 0:
            end = buffer.find(b"\r\n\r\n", 0, count)
            length = LENGTH.search(buffer, 0, max(end, 0))
            if length is None or buffer.find(b" 200 ", 0, 16) < 0:
                raise RuntimeError(f"an answer failed: {bytes(buffer[: min(count, 100)])!r}")
            self._left = int(length[1]) + end + 4
        elif not count:
            raise RuntimeError("an answer ended too early")
        self._left -= count
        return not self._left


def once(port: int, requests: Sequence[bytes], clients: int, seconds: float = PATIENCE) -> Load:
    """Sends each request once; fewer if it takes too long."""
    return _load(port, iter(requests), clients, seconds)


def again_and_again(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> Load:
    """Goes round through the requests for so many seconds."""
    return _load(port, cycle(requests), clients, seconds)


def _load(port: int, requests: Iterator[bytes], clients: int, seconds: float) -> Load:
    latencies: list[float] = []
    buffer = bytearray(BUFFER)
    with _one_core(), selectors.DefaultSelector() as ready:
        start, own = time.perf_counter(), time.process_time()
        for client, request in zip((_Client(port) for _ in range(clients)), requests, strict=False):
            ready.register(client.socket, selectors.EVENT_READ, client)
            client.ask(request)
        while ready.get_map():
            events = ready.select(PATIENCE)
            if not events:
                raise RuntimeError(f"no answer within {PATIENCE:.0f} s")
            for key, _ in events:
                client = key.data
                if not client.take(buffer):
                    continue
                now = time.perf_counter()
                latencies.append((now - client.since) * 1000)
                following = next(requests, None) if now - start < seconds else None
                if following is None:
                    ready.unregister(client.socket)
                    client.socket.close()
                else:
                    client.ask(following)
        spent = time.perf_counter() - start
        return Load(latencies, spent, (time.process_time() - own) / spent)


@contextmanager
def _one_core() -> Iterator[None]:
    """Keeps this process to one core, where the system can do that: the others are the server's."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
