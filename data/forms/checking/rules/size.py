"""Amounts against each other and against the year before."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both, euros

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Entry, Filled, Part
    from data.forms.checking.findings import Findings

JUMP = 5
"""A change of more than so many times on the year before is remarked on."""

SMALL = Decimal(10_000)
"""€: amounts that stay below this may jump as they like."""


def check_size(filled: Filled, context: Context, findings: Findings) -> None:
    """Note what exceeds its limit and what jumped more than fivefold on the year before."""
    for part, entry in filled.rows("allocations"):
        _check_limit(part, entry, ("executed", "revised"), "executed_over_revised", findings)
    _check_jumps(filled, context, findings)


def _check_limit(
    part: Part, entry: Entry, columns: tuple[str, str], code: str, findings: Findings
) -> None:
    amount, limit = (entry.get(column, Decimal) for column in columns)
    if amount is not None and limit is not None and amount > limit:
        findings.add(code, part.name, entry.places[columns[0]], amount, limit=euros(limit))


def _check_jumps(filled: Filled, context: Context, findings: Findings) -> None:
    found = filled.record("form")
    part = filled.parts.get("allocations")
    if not found or not part or not part.sure("code", "executed"):
        return
    form, head = found
    municipality, year = head.get("municipality", str), head.get("year", int)
    if not municipality or not year:
        return
    sums: dict[str, Decimal] = {}
    largest: dict[str, Entry] = {}
    for entry in part.entries:
        code, amount = str(entry.values["code"]), entry.get("executed", Decimal) or Decimal()
        sums[code] = sums.get(code, Decimal()) + amount
        if code not in largest or amount > (largest[code].get("executed", Decimal) or 0):
            largest[code] = entry
    for code, now in sums.items():
        if words := jump(context.received.get((municipality, year - 1, code)), now):
            place = largest[code].places["executed"]
            findings.add("jump_entity", part.name, place, now, **words)
    total, before = sum(sums.values(), Decimal()), context.totals.get((municipality, year - 1))
    if words := jump(before, total):
        findings.add("jump_total", form.name, head.places.get("declared_total"), total, **words)


def jump(before: Decimal | None, now: Decimal) -> dict[str, Both] | None:
    """Return the words for a jump from the year before, None if there is none."""
    if not before or not now or max(before, now) < SMALL:
        return None
    times = max(before, now) / min(before, now)
    if times <= JUMP:
        return None
    english = f"{times:.1f}"
    return {"times": Both(english.replace(".", ","), english), "before": euros(before)}
