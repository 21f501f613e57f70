"""A load of callbacks: a closed loop of clients, each asking again as soon as it is answered.

The clients are coroutines on bare asyncio streams with kept-open connections (uvloop where it is
installed), the requests are made beforehand and the answers only measured, not unpacked: one
request costs the generator well under 0.1 ms, and its own share of a core is reported.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

try:
    from uvloop import run
except ImportError:
    from asyncio import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.visits import Callback

CLIENTS = 16
LONGEST = 60.0
"""Seconds after which a load ends, however many requests are left."""

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Load:
    """Outcome of a load: latencies of every request, wall time, the generator's CPU share."""

    latencies_ms: list[float]
    seconds: float
    generator_share: float

    @property
    def per_second(self) -> float:
        return len(self.latencies_ms) / self.seconds


def requests_of(callback: Callback, choices: Sequence[dict[str, Any]]) -> list[bytes]:
    """A captured callback request, once for each choice of its inputs' values (id → value)."""
    body = json.loads(callback.body)
    made = []
    for choice in choices:
        inputs = [
            {**item, "value": choice.get(item["id"], item["value"])} for item in body["inputs"]
        ]
        content = json.dumps({**body, "inputs": inputs}).encode()
        head = (
            f"POST {callback.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
            f"Accept-Encoding: gzip\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(content)}\r\n\r\n"
        )
        made.append(head.encode() + content)
    return made


def put_under_load(
    port: int, requests: Sequence[bytes], count: int, clients: int = CLIENTS
) -> Load:
    """Sends `count` requests, going round through those given; fewer if it takes too long."""
    return run(_load(port, itertools.islice(itertools.cycle(requests), count), clients))


async def _load(port: int, requests: Iterator[bytes], clients: int) -> Load:
    latencies: list[float] = []
    start, own = time.perf_counter(), time.process_time()
    await asyncio.gather(*(_client(port, requests, latencies) for _ in range(clients)))
    seconds = time.perf_counter() - start
    return Load(latencies, seconds, (time.process_time() - own) / seconds)


async def _client(port: int, requests: Iterator[bytes], latencies: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    end = time.perf_counter() + LONGEST
    for request in requests:
        start = time.perf_counter()
        if start > end:
            break
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        if b" 200 " not in head[:16] or length is None:
            raise RuntimeError(f"the callback failed: {head.splitlines()[0].decode()}")
        await reader.readexactly(int(length[1]))
        latencies.append((time.perf_counter() - start) * 1000)
    writer.close()
