"""Days of hand-edited statuses that contradict each other, with the line and column to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.commitments.kinds import cell_check

if TYPE_CHECKING:
    from data.commitments.mistakes import Files, Mistake

_wrong = cell_check("day")


def day_mistakes(files: Files) -> list[Mistake]:
    """Return what is wrong with the days of commitment_status.csv, each cell on its own right.

    Days as they are written order like the days themselves; a cell that is no day is refused
    elsewhere and passed over here.
    """
    starts = _known(files, "commitment", "start_on")
    originals = _known(files, "commitment_status", "deadline_original")
    originals |= _known(files, "commitment", "deadline_original")
    found: list[Mistake] = []
    for line, cells in files["commitment_status"]:
        rules = (
            ("finished_on", "the start", starts),
            ("deadline_revised", "the original deadline", originals),
        )
        for column, what, days in rules:
            day, limit = cells[column], days.get(cells["commitment"])
            if limit and _is_day(day) and day < limit:
                found.append((line, column, f"is before {what}, {limit}"))
    return found


def _known(files: Files, name: str, column: str) -> dict[str, str]:
    """Return a day by commitment; where several rows tell one, the first of them."""
    return {
        cells["commitment"]: cells[column]
        for _, cells in reversed(files[name])
        if _is_day(cells[column])
    }


def _is_day(text: str) -> bool:
    return bool(text) and _wrong(text) is None
