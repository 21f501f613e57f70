"""Amounts against the year before and against the number of residents."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both, Word, euros

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings

JUMP = 5
"""A change of more than so many times on the year before is remarked on."""

SMALL = Decimal(10_000)
"""€: amounts that stay below this may jump as they like."""

EACH = (Decimal(50), Decimal(20_000))
"""€ a resident and year that a form's total is expected to lie between.

Budgets of municipalities spend from several hundred to several thousand euros a resident. The range
is wide on purpose: what lies outside was hardly written in euros. A form in thousands comes to a
few euros a resident, one in cents to more than twenty thousand.
"""


def check_size(filled: Filled, context: Context, findings: Findings) -> None:
    """Note what is not of a size that money has, and what jumped on the year before."""
    found, part = filled.record("form"), filled.parts.get("allocations")
    if not found or not part or not part.entries or not part.sure("code", "executed"):
        return
    head = found[1]
    municipality, year = head.get("municipality", str), head.get("year", int)
    if municipality and year:
        _check_jumps(found, part, (municipality, year), context, findings)
        _check_residents(found, part, (municipality, year), context, findings)


def _check_residents(
    found: tuple[FilledSheet, FilledRow],
    money: FilledSheet,
    key: tuple[str, int],
    context: Context,
    findings: Findings,
) -> None:
    """Compare the total with how many live there."""
    total = sum((entry.get("executed", Decimal) or Decimal() for entry in money.entries), Decimal())
    if words := unlikely_size(total, residents_of(context, key)):
        form, head = found
        place = head.places.get("declared_total")
        findings.add("size_unlikely", form.name, place, total, **words)


def residents_of(context: Context, key: tuple[str, int]) -> int:
    """Return how many live there in a year or the last known before it; 0 if not known."""
    known = [year for place, year in context.residents if place == key[0] and year <= key[1]]
    return context.residents[key[0], max(known)] if known else 0


def unlikely_size(total: Decimal, residents: int) -> dict[str, Word] | None:
    """Return the words for a total that is too small or too large for so many, None if it fits."""
    low, high = EACH
    if not total or not residents or low <= total / residents <= high:
        return None
    people = f"{residents:,}"
    return {
        "each": euros(total / residents),
        "residents": Both(people.replace(",", "\u00a0"), people),
        "low": euros(low),
        "high": euros(high),
    }


def _check_jumps(
    found: tuple[FilledSheet, FilledRow],
    part: FilledSheet,
    key: tuple[str, int],
    context: Context,
    findings: Findings,
) -> None:
    (form, head), (municipality, year) = found, key
    sums: dict[str, Decimal] = {}
    largest: dict[str, FilledRow] = {}
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
