"""What must hold between the cells of a row of statuses, and against what was said before."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from data.commitments.form_days import check_days
from data.commitments.row import WHOSE, StatusRow, place_of, when
from data.forms.checking.lookup import label, label_of, options
from data.forms.definition.codes import code_list
from data.forms.reading.book import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.commitments.known import KnownPlans, When
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled
    from data.forms.checking.findings import Findings


def rules(
    known: KnownPlans, today: date
) -> tuple[Callable[[Filled, Context, Findings], None], ...]:
    """Return the rules of the form of statuses, for `data.forms.checking.check.check_file`.

    Args:
        known: what the files of action plans say.
        today: a status of a later day is refused.
    """
    return partial(_check, known, today), _repeats


def _check(known: KnownPlans, today: date, filled: Filled, _: Context, findings: Findings) -> None:
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
        check_days(known, today, row)


def _scale(known: KnownPlans, row: StatusRow) -> None:
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


def _recorded(known: KnownPlans, row: StatusRow) -> None:
    """The same assessor has not spoken on that day already."""
    if row.when and row.has(*WHOSE) and (said := known.on(row.whose(), row.when)):
        found = row.day("observed_on") or ""
        row.note("status_recorded", "observed_on", found, said=label_of("commitment_status", said))


def _obstacle(known: KnownPlans, row: StatusRow, filled: Filled) -> None:
    """Where nothing moved, an obstacle says why."""
    status, scale = row.text("status"), row.text("scale")
    if not row.when or not row.has(*WHOSE, "status") or not row.silent("obstacle"):
        return
    progress = known.progress.get((scale, status))
    if scale not in known.implementation or progress == 1:
        return
    before = _before(known, row, filled, row.when)
    if progress == 0 or before == status:
        reason = label_of("commitment_status", status)
        row.note(
            "obstacle_needed", "obstacle", "", status=reason, options=options(code_list("obstacle"))
        )


def _before(known: KnownPlans, row: StatusRow, filled: Filled, moment: When) -> str | None:
    """Return this assessor's previous status: in the file if it is there, else as recorded."""
    earlier = [
        (said, entry.get("status", str))
        for _, entry in filled.rows("form")
        if tuple(map(entry.values.get, WHOSE)) == row.whose()
        and (said := when(entry))
        and said < moment
    ]
    if earlier:
        return max(earlier, key=lambda each: each[0])[1]
    return known.before(row.whose(), moment)


def _repeats(filled: Filled, _: Context, findings: Findings) -> None:
    """No assessor says two things of a commitment on one day and scale."""
    seen: dict[tuple[object, ...], int] = {}
    for part, entry in filled.rows("form"):
        if not entry.has(*WHOSE) or not (said := when(entry)):
            continue
        row, column = place_of(entry, "observed_on")
        key = (*(entry.values[name] for name in WHOSE), said)
        if (first := seen.setdefault(key, row)) != row:
            found = str(entry.get("observed_on", date) or "")
            findings.add(
                "status_twice", part.name, (row, column), found, first=address(first, column)
            )
