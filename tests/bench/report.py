"""The table that the benchmark prints: measure, ours, baseline, ratio, goal, met."""

from __future__ import annotations

import platform
import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Row:
    """One measure.

    Attributes:
        measure: what is measured.
        unit: of both figures.
        ours: the atlas.
        baseline: the plain page; None where it has no such thing.
        most: goal: ours is at most this.
        most_ratio: goal: ours is at most this part of the baseline's.
        digits: after the decimal point.
        least: goal: ours is at least this.
        peers: the same of other programs that were measured too, in their order.
    """

    measure: str
    unit: str
    ours: float
    baseline: float | None = None
    most: float | None = None
    most_ratio: float | None = None
    digits: int = 0
    least: float | None = None
    peers: tuple[float, ...] = ()

    @property
    def ratio(self) -> float | None:
        return self.ours / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether every goal is reached; None without a goal."""
        reached = []
        if self.most is not None:
            reached.append(self.ours <= self.most)
        if self.least is not None:
            reached.append(self.ours >= self.least)
        if self.most_ratio is not None:
            reached.append(self.ratio is not None and self.ratio <= self.most_ratio)
        return all(reached) if reached else None

    def cells(self) -> list[str]:
        """The row as it is read."""
        goals = [f"≤ {self._figure(self.most)}"] if self.most is not None else []
        goals += [f"≥ {self._figure(self.least)}"] if self.least is not None else []
        if self.most_ratio is not None:
            goals.append(f"≤ {self.most_ratio:g} of the baseline")
        return [
            self.measure,
            self._figure(self.ours),
            "" if self.baseline is None else self._figure(self.baseline),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            ", ".join(goals),
            {None: "", True: "yes", False: "**no**"}[self.met],
        ]

    def figures(self) -> list[str]:
        """Ours, the baseline's and everybody else's."""
        return [
            self._figure(it) for it in (self.ours, self.baseline, *self.peers) if it is not None
        ]

    def _figure(self, value: float) -> str:
        return f"{value:.{self.digits}f} {self.unit}".strip()


HEADINGS = ("measure", "ours", "plain baseline", "ratio", "goal", "met")


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [list(HEADINGS), ["---", *["---:"] * 3, "---", "---"], *(row.cells() for row in rows)]
    return _markdown(lines)


def peer_table(rows: Sequence[Row], names: Sequence[str]) -> str:
    """The rows that have figures of others than the baseline, as a Markdown table of their own."""
    head = ["measure", "ours", "plain baseline", *names]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    lines += [[row.measure, *row.figures()] for row in rows if row.peers]
    return _markdown(lines)


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine(chromium: str, load: float) -> str:
    """What it ran on, and what else ran on it, in one line."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{psutil.cpu_count()} cores, {memory:.0f} GiB memory, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, headless Chromium {chromium}, "
        f"load average {load:.1f} at the start"
    )


def as_json(rows: Sequence[Row], notes: Sequence[str], **more: Any) -> dict[str, Any]:
    """The same for programs."""
    return {"rows": [asdict(row) | {"met": row.met} for row in rows], "notes": notes, **more}


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def of_all(measure: str, unit: str, values: Sequence[float], **more: Any) -> Row:
    """A row of what was measured of everybody: ours first, then the baseline's, then the peers'."""
    ours, *others = values
    baseline, peers = (others[0], tuple(others[1:])) if others else (None, ())
    return Row(measure, unit, ours, baseline, peers=peers, **more)
