"""Amounts against the year before and against the number of residents."""

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
    found: tuple[Part, Entry],
    money: Part,
    key: tuple[str, int],
    context: Context,
    findings: Findings,
) -> None:
    """Compare the total with how many live there, in the year or the last one that is known."""
    municipality, year = key
    known = [each for place, each in context.residents if place == municipality and each <= year]
    total = sum((entry.get("executed", Decimal) or Decimal() for entry in money.entries), Decimal())
    if not known or not total:
        return
    residents = context.residents[municipality, max(known)]
    low, high = EACH
    if not low <= total / residents <= high:
        form, head = found
        findings.add(
            "size_unlikely", form.name, head.places.get("declared_total"), total,
            each=euros(total / residents), residents=f"{residents:,}".replace(",", "\u00a0"),
            low=euros(low), high=euros(high),
        )  # fmt: skip


def _check_jumps(
    found: tuple[Part, Entry],
    part: Part,
    key: tuple[str, int],
    context: Context,
    findings: Findings,
) -> None:
    (form, head), (municipality, year) = found, key
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
