"""Virtual visitors: each walks at random over what the atlas offers, and tells what went wrong.

    with Crowd("http://127.0.0.1:8050", 20) as crowd:
        ...                             # they visit all the while
    assert crowd.errors() == []
    crowd.kinds["page"].p95             # milliseconds

Who is told to come again (503 or 429 with `Retry-After`) is counted apart. So is a request on a
kept connection that the server had closed before a byte came: it is asked again once, as every
browser does. By hand: `python -m tests.load.visitors http://127.0.0.1:8050 200 60`.
"""

from __future__ import annotations

import asyncio
import random
import sys
import threading
import time
from typing import Self
from urllib.parse import urlsplit

from tests.load.asked import WEIGHTS, Ask, Places, places, request, step
from tests.load.connection import Connection
from tests.load.outcome import Kind, wrong

PAUSE_S = 2.0
"""Seconds that a visitor looks at what came, on the average."""

REDIRECTS = {303, 307, 308}
AGAIN = {429, 503}


class Crowd:
    """Visitors of a server for as long as the block lasts.

    Args:
        base: address of the server, "http://127.0.0.1:8050".
        visitors: how many.
        seed: of their walks.
        pause: seconds that each looks at an answer, on the average.
    """

    def __init__(self, base: str, visitors: int, *, seed: int = 1, pause: float = PAUSE_S) -> None:
        parts = urlsplit(base)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self.visitors, self.seed, self.pause = visitors, seed, pause
        self.kinds = {name: Kind() for name in WEIGHTS}
        self.seconds = 0.0
        self._failed: list[BaseException] = []
        self._came, self._gone = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="crowd")

    def __enter__(self) -> Self:
        self._thread.start()
        self._came.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._gone.set()
        self._thread.join()
        if self._failed:
            raise self._failed[0]

    @property
    def number(self) -> int:
        """Requests until now."""
        return sum(kind.number for kind in self.kinds.values())

    def errors(self) -> list[str]:
        """All of them, each with its kind and what was asked."""
        return [error for kind in self.kinds.values() for error in kind.errors]

    def _run(self) -> None:
        try:
            asyncio.run(self._all())
        except BaseException as error:  # noqa: BLE001 it is raised where the block ends
            self._failed.append(error)
        finally:
            self._came.set()

    async def _all(self) -> None:
        looking = Connection(self.host, self.port)
        known = await places(looking, f"{self.host}:{self.port}")
        looking.close()
        start = time.perf_counter()
        self._came.set()
        async with asyncio.TaskGroup() as group:
            for number in range(self.visitors):
                group.create_task(self._visitor(number, known))
        self.seconds = time.perf_counter() - start

    async def _visitor(self, number: int, known: Places) -> None:
        """One visitor; whoever is under way at the end waits for the answer."""
        chance = random.Random(f"{self.seed} {number}")
        connection = Connection(self.host, self.port)
        await self._look(chance.random() * self.pause)
        while not self._gone.is_set():
            await self._ask(connection, step(chance, known))
            await self._look(chance.uniform(0.5, 1.5) * self.pause)
        connection.close()

    async def _look(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._gone.is_set() and (left := end - time.monotonic()) > 0:
            await asyncio.sleep(min(left, 0.25))

    async def _ask(self, connection: Connection, ask: Ask) -> None:
        kind, host = self.kinds[ask.kind], f"{self.host}:{self.port}"
        start, before = time.perf_counter(), connection.reopened
        try:
            answered = await connection.ask(request(ask, host))
            for _ in range(3):
                if answered.status not in REDIRECTS:
                    break
                there = answered.headers[b"location"].decode()
                ask = ask._replace(path=there.partition(host)[2] or there)
                answered = await connection.ask(request(ask, host))
        except (OSError, EOFError, ValueError, KeyError, TimeoutError) as error:
            kind.errors.append(f"{ask.kind} {ask.path}: {error!r}")
            return
        finally:
            kind.reopened += connection.reopened - before
        kind.bytes += answered.size
        if answered.status in AGAIN and b"retry-after" in answered.headers:
            kind.refused += 1
        elif said := wrong(answered, ask):
            kind.errors.append(f"{ask.kind} {ask.path}: {said}")
        else:
            kind.milliseconds.append((time.perf_counter() - start) * 1000)


def table(crowd: Crowd) -> str:
    """What became of it all, a line for each kind."""
    lines = [f"{'kind':8} {'asked':>7} {'errors':>6} {'later':>6} {'p50 ms':>7} {'p95 ms':>7}"]
    lines += [
        f"{name:8} {kind.number:7} {len(kind.errors):6} {kind.refused:6} "
        f"{kind.p50:7.0f} {kind.p95:7.0f}"
        for name, kind in crowd.kinds.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Visits a server: address, visitors, seconds."""
    base, visitors, seconds = sys.argv[1:]
    with Crowd(base, int(visitors)) as crowd:
        time.sleep(float(seconds))
    sys.stdout.write("\n".join((table(crowd), *crowd.errors()[:20], "")))


if __name__ == "__main__":
    main()
