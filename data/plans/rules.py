"""What must hold between the cells of a row of statuses, and against what was said before."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from data.forms.codes import code_list
from data.forms.lookup import label, label_of, options
from data.forms.reading.book import address
from data.plans.row import WHOSE, StatusRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.forms.context import Context
    from data.forms.filled import Filled
    from data.forms.findings import Findings
    from data.plans.known import Known


def rules(known: Known, today: date) -> tuple[Callable[[Filled, Context, Findings], None], ...]:
    """Return the rules of the form of statuses, for `data.forms.checking.check_file`.

    Args:
        known: what the files of action plans say.
        today: a status of a later day is refused.
    """
    return partial(_check, known, today), _repeats


def _check(known: Known, today: date, filled: Filled, _: Context, findings: Findings) -> None:
    part = filled.parts.get("form")
    if not part:
        return
    if not part.entries:
        findings.add("no_statuses", part.name)
    for entry in part.entries:
        row = StatusRow(part, entry, findings)
        _scale(known, row)
        _recorded(known, row)
        _obstacle(known, row, filled)
        _days(known, today, row)
        _deadlines(known, row)


def _scale(known: Known, row: StatusRow) -> None:
    """The scale is one of the assessor's, the status one of the scale's."""
    _, assessor, scale = row.whose()
    if row.has("assessor", "scale") and assessor not in known.assessors.get(scale, ()):
        theirs = [
            code
            for code in code_list("commitment_scale")
            if assessor in known.assessors.get(code.code, ())
        ]
        row.note(
            "scale_of_other", "scale", label_of("commitment_scale", scale).lt,
            assessor=label_of("assessor", assessor), options=options(theirs),
        )  # fmt: skip
    status = row.text("status")
    if row.has("scale", "status") and status not in known.statuses(scale):
        words = {code.code: code for code in code_list("commitment_status")}
        row.note(
            "status_of_other_scale", "status", label(words[status]).lt,
            scale=label_of("commitment_scale", scale),
            options=options(words[each] for each in known.statuses(scale)),
        )  # fmt: skip


def _recorded(known: Known, row: StatusRow) -> None:
    """The same assessor has not spoken on that day already."""
    day = row.day("observed_on")
    if day and row.has(*WHOSE) and (said := known.on(row.whose(), day)):
        row.note("status_recorded", "observed_on", day, said=label_of("commitment_status", said))


def _obstacle(known: Known, row: StatusRow, filled: Filled) -> None:
    """Where nothing moved, an obstacle says why."""
    day, status, scale = row.day("observed_on"), row.text("status"), row.text("scale")
    if not day or not row.has(*WHOSE, "status") or not row.silent("obstacle"):
        return
    progress = known.progress.get((scale, status))
    if scale not in known.implementation or progress == 1:
        return
    before = _before(known, row, filled, day)
    if progress == 0 or before == status:
        reason = label_of("commitment_status", status)
        row.note(
            "obstacle_needed", "obstacle", "", status=reason, options=options(code_list("obstacle"))
        )


def _before(known: Known, row: StatusRow, filled: Filled, day: date) -> str | None:
    """Return this assessor's previous status: in the file if it is there, else as recorded."""
    earlier = [
        (on, entry.get("status", str))
        for _, entry in filled.rows("form")
        if tuple(map(entry.values.get, WHOSE)) == row.whose()
        and (on := entry.get("observed_on", date))
        and on < day
    ]
    return max(earlier)[1] if earlier else known.before(row.whose(), day)


def _days(known: Known, today: date, row: StatusRow) -> None:
    """Nothing is said of days to come; what is finished was finished by then, and wholly."""
    day, finished = row.day("observed_on"), row.day("finished_on")
    if day and day > today:
        row.note("day_to_come", "observed_on", day, today=today.isoformat())
    if day and finished and finished > day:
        row.note("finished_later", "finished_on", finished, day=day.isoformat())
    progress = known.progress.get((row.text("scale"), row.text("status")))
    if finished and progress is not None and progress < 1:
        said = label_of("commitment_status", row.text("status"))
        row.note("finished_undone", "finished_on", finished, status=said)


def _deadlines(known: Known, row: StatusRow) -> None:
    """The original deadline never changes, and no deadline is before the start."""
    commitment, original = row.text("commitment"), row.day("deadline_original")
    if original and commitment:
        # Where none was known, the first row that tells one counts for those below.
        first = known.deadlines.setdefault(commitment, original)
        if first != original:
            row.note("other_deadline", "deadline_original", original, day=first.isoformat())
    start = known.starts.get(commitment)
    for column in ("deadline_original", "deadline_revised"):
        deadline = row.day(column)
        if start and deadline and deadline < start:
            row.note("deadline_before_start", column, deadline, day=start.isoformat())


def _repeats(filled: Filled, _: Context, findings: Findings) -> None:
    """No assessor says two things of a commitment on one day and scale."""
    seen: dict[tuple[object, ...], int] = {}
    for part, entry in filled.rows("form"):
        if not entry.has(*part.sheet.key):
            continue
        row, column = entry.places["observed_on"]
        key = tuple(entry.values[name] for name in part.sheet.key)
        if (first := seen.setdefault(key, row)) != row:
            findings.add(
                "status_twice", part.name, (row, column), str(key[-1]), first=address(first, column)
            )
