"""How a soak goes: how long, how many, what is noted meanwhile, and the page that tells of it."""

from __future__ import annotations

import os
import platform
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import psutil

from tests.killing import SOAK
from tests.load.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.load.running import Running
    from tests.load.visitors import Crowd

DOCUMENT = ROOT / "docs" / "load.md"
EVERY_S = 5.0
"""Seconds between two looks at the memory."""

WARM_S, FLAT_S, GROWTH = 300.0, 300.0, 0.05
"""Seconds in which workers grow, for they see most things for the first time; seconds after them,
at the end of a soak, in which their memory may grow by so much, as a share."""


class Length(NamedTuple):
    """How long a soak goes on.

    Attributes:
        seconds: that.
        visitors: how many walk about.
        every: seconds from one published database to the next.
        pause: seconds that a visitor looks at an answer, on the average.
    """

    seconds: float
    visitors: int
    every: float
    pause: float


def length() -> Length:
    """The short one; under SOAK=1 the long one, which is told by LOAD_SECONDS and its like."""
    if not SOAK:
        return Length(5, 20, 2.5, 0.5)
    told = {
        name: float(os.environ.get(f"LOAD_{name}", given))
        for name, given in {"SECONDS": 600, "VISITORS": 200, "EVERY": 60, "PAUSE": 10}.items()
    }
    return Length(told["SECONDS"], int(told["VISITORS"]), told["EVERY"], told["PAUSE"])


@dataclass
class Noted:
    """Memory of the workers, MB: when (s since the begin), resident, in proportion."""

    samples: list[tuple[float, float, float]] = field(default_factory=list)

    def growth(self, seconds: float) -> float:
        """How much larger the proportional memory was in the last minute than minutes before.

        Args:
            seconds: how long before the end the first of the two minutes begins.
        """
        last = self.samples[-1][0]
        begin = max(0.0, last - seconds)
        first = self._median(begin, begin + 60)
        return self._median(last - 60, last) / first - 1

    def at(self, second: float) -> tuple[float, float]:
        """Resident and proportional memory at a time."""
        found = min(self.samples, key=lambda sample: abs(sample[0] - second))
        return found[1], found[2]

    def _median(self, start: float, end: float) -> float:
        return median(pss for at, _, pss in self.samples if start <= at <= end)


@contextmanager
def noting(here: Running, every: float = EVERY_S) -> Iterator[Noted]:
    """Look at the memory all the while."""
    noted, ended, start = Noted(), threading.Event(), time.monotonic()

    def look() -> None:
        while True:
            noted.samples.append((time.monotonic() - start, *here.memory()))
            if ended.wait(every):
                return

    thread = threading.Thread(target=look, name="noting")
    thread.start()
    try:
        yield noted
    finally:
        ended.set()
        thread.join()


def written(crowd: Crowd, noted: Noted, published: int, restarts: int) -> str:
    """The page that tells of a soak."""
    minutes = range(round(noted.samples[-1][0] / 60) + 1)
    memory = [noted.at(60 * minute) for minute in minutes]
    cores, gigabytes = os.cpu_count(), psutil.virtual_memory().total / 1e9
    kinds = [
        f"| {name} | {kind.number} | {len(kind.errors)} | {kind.refused} | {kind.p50:.0f} | "
        f"{kind.p95:.0f} | {kind.bytes / 1e6:.1f} |"
        for name, kind in crowd.kinds.items()
    ]
    all_ = sum(len(kind.milliseconds) for kind in crowd.kinds.values())
    return "\n".join(
        (
            _TEXT.format(
                visitors=crowd.visitors,
                seconds=crowd.seconds,
                pause=crowd.pause,
                published=published,
                restarts=restarts,
                per_second=all_ / crowd.seconds,
                date=datetime.now(UTC).date(),
                cores=cores,
                gigabytes=gigabytes,
                system=platform.system(),
                python=platform.python_version(),
            ),
            "| kind | requests | errors | told to come later | p50, ms | p95, ms | MB |",
            "|---|---:|---:|---:|---:|---:|---:|",
            *kinds,
            "",
            "Memory of both workers together, MB:",
            "",
            f"| minute | {' | '.join(map(str, minutes))} |",
            f"|---|{'---:|' * len(minutes)}",
            f"| resident | {' | '.join(f'{rss:.0f}' for rss, _ in memory)} |",
            f"| in proportion | {' | '.join(f'{pss:.0f}' for _, pss in memory)} |",
            "",
            _GREW.format(grew=noted.growth(FLAT_S), minutes=FLAT_S / 60),
            "",
        )
    )


def write(text: str, to: Path = DOCUMENT) -> None:
    """Puts the page in its place."""
    to.write_text(text, encoding="utf-8")


_GREW = (
    "In proportion the last minute's median is {grew:+.1%} of that of the minute\n"
    "that began {minutes:.0f} minutes before the end."
)

_TEXT = """# Under load

Written by `make soak`, which lets virtual visitors walk over the atlas while databases are
published and forms are checked, accepted and built; it fails on any error, on memory that grows,
and on anything that is left behind.

{visitors} visitors for {seconds:.0f} s, two workers, on the machine that also made the load:
{cores} cores, {gigabytes:.0f} GB, {system}, Python {python}; {date}. Databases published meanwhile:
{published}; restarts of the workers: {restarts}. Answers a second: {per_second:.0f}.

A visitor asks, looks for {pause:.0f} s, and asks again. `page` is any page in both languages,
`view` a view of the map, `static` a style or script, `sheet` the PDF of a municipality, `form` a
form that is checked. Who is told to come later gets 503 and `Retry-After`.
"""
