"""What must hold between the days of a row of the form of statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of

if TYPE_CHECKING:
    from datetime import date

    from data.commitments.known import KnownPlans
    from data.commitments.row import StatusRow


def check_days(known: KnownPlans, today: date, row: StatusRow) -> None:
    """Note days that are missing, have not come or contradict each other."""
    _dated(row)
    _past(today, row)
    _finished(known, row)
    _deadlines(known, row)


def _dated(row: StatusRow) -> None:
    """A status has its day, or says that its source gives none; not both."""
    if row.undated:
        if day := row.day("observed_on"):
            row.note("dated_already", "undated", "", day=day.isoformat())
    elif row.silent("observed_on"):
        row.note("no_day", "observed_on", "")
    if (day := row.day("observed_on")) and (after := row.day("known_after")):
        row.note("dated_already", "known_after", after, day=day.isoformat())


def _past(today: date, row: StatusRow) -> None:
    """Nothing is said of days to come."""
    columns = ("observed_on", "known_after", *(("finished_on",) if row.undated else ()))
    for column in columns:
        day = row.day(column)
        if day and day > today:
            row.note("day_to_come", column, day, today=today.isoformat())


def _finished(known: KnownPlans, row: StatusRow) -> None:
    """What is finished was begun before, finished when it was assessed, and wholly."""
    day, finished = row.day("observed_on"), row.day("finished_on")
    status = row.text("status")
    progress = known.progress.get((row.text("scale"), status))
    # That "done" has its day is a condition of the form; others' words may come without one.
    if progress == 1 and status != "done" and row.silent("finished_on"):
        row.note("finish_untold", "finished_on", "", status=label_of("commitment_status", status))
    if not finished:
        return
    start = known.starts.get(row.text("commitment"))
    if start and finished < start:
        row.note("finished_before_start", "finished_on", finished, day=start.isoformat())
    if day and finished > day:
        row.note("finished_later", "finished_on", finished, day=day.isoformat())
    if progress is not None and progress < 1:
        said = label_of("commitment_status", status)
        row.note("finished_undone", "finished_on", finished, status=said)


def _deadlines(known: KnownPlans, row: StatusRow) -> None:
    """The original deadline never changes, and none is before the start or before the original."""
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
    told, revised = known.deadlines.get(commitment), row.day("deadline_revised")
    # Of one before the start enough is said.
    if told and revised and (start or revised) <= revised < told:
        row.note("revised_earlier", "deadline_revised", revised, day=told.isoformat())
