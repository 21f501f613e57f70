"""What the files of action plans already say, as the check of new statuses needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.commitments.mistakes import Files

Whose = tuple[str, str, str]
"""Commitment, assessor, scale."""

When = tuple[date, bool]
"""The day that a status was said on, or came after, and whether it has no date: in this order."""


@dataclass(frozen=True)
class KnownPlans:
    """Scales, deadlines, and what was said before.

    Attributes:
        assessors: who uses a scale.
        implementation: scales that tell how much is done.
        progress: the part done by scale and status, None where a status does not tell it.
        starts: the day on which a commitment began, where known.
        deadlines: its original deadline, where known.
        said: statuses by whose they are, oldest first, each with when they were said.
    """

    assessors: Mapping[str, tuple[str, ...]]
    implementation: frozenset[str]
    progress: Mapping[tuple[str, str], float | None]
    starts: Mapping[str, date]
    deadlines: dict[str, date] = field(default_factory=dict)
    said: dict[Whose, list[tuple[When, str]]] = field(default_factory=dict)

    def statuses(self, scale: str) -> list[str]:
        """Return the statuses of a scale, in its order."""
        return [status for named, status in self.progress if named == scale]

    def before(self, whose: Whose, when: When) -> str | None:
        """Return the last status said before."""
        earlier = reversed(self.said.get(whose, []))
        return next((said for moment, said in earlier if moment < when), None)

    def on(self, whose: Whose, when: When) -> str | None:
        """Return the status said just then."""
        earlier = self.said.get(whose, [])
        return next((said for moment, said in earlier if moment == when), None)


def known_from(files: Files) -> KnownPlans:
    """Gather what is known; a status without a date follows the day that it came after."""
    commitments = [row.cells for row in files["commitment"]]
    scales = [row.cells for row in files["commitment_scale"]]
    steps = sorted((row.cells for row in files["status_scale"]), key=lambda c: int(c["position"]))
    known = KnownPlans(
        assessors={cells["scale"]: tuple(cells["assessors"].split()) for cells in scales},
        implementation=frozenset(c["scale"] for c in scales if c["kind"] == "implementation"),
        progress={(c["scale"], c["status"]): _number(c["progress"]) for c in steps},
        starts=_days(commitments, "start_on"),
        deadlines=_days(commitments, "deadline_original"),
    )
    for cells in sorted((row.cells for row in files["commitment_status"]), key=_order):
        whose = cells["commitment"], cells["assessor"], cells["scale"]
        known.said.setdefault(whose, []).append((_order(cells), cells["status"]))
        if cells["deadline_original"]:
            told = date.fromisoformat(cells["deadline_original"])
            known.deadlines.setdefault(cells["commitment"], told)
    return known


def _order(cells: Mapping[str, str]) -> When:
    day = cells["observed_on"] or cells["known_after"]
    return (date.fromisoformat(day) if day else date.min), not cells["observed_on"]


def _days(rows: list[dict[str, str]], column: str) -> dict[str, date]:
    return {c["commitment"]: date.fromisoformat(c[column]) for c in rows if c[column]}


def _number(text: str) -> float | None:
    return float(text) if text else None
