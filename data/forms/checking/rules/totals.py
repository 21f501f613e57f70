"""What the form declares against what its rows add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.problems import euros
from data.forms.reading.book import address

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.checking.problems import Word

_NEEDED = ("kind", "mode", "executed")


def check_totals(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note declared totals that the rows contradict, and a declared zero beside amounts."""
    found, money = filled.record("form"), filled.parts.get("allocations")
    if not found or not money or not money.entries:
        return
    part, head = found
    if money.sure("executed"):
        _compare(part, head, "declared_total", "total_differs", _sum(money.entries), findings)
    if money.sure(*_NEEDED):
        rows = [entry for entry in money.entries if _is_ngo_competition(entry)]
        name, code = "declared_total_ngo_competition", "ngo_total_differs"
        _compare(part, head, name, code, _sum(rows), findings)
        _check_zero(part, head, money, rows, findings)


def _check_zero(
    part: FilledSheet,
    head: FilledRow,
    money: FilledSheet,
    rows: list[FilledRow],
    findings: Findings,
) -> None:
    declared, total = head.get("declared_zero_competition", bool), _sum(rows)
    place = head.places.get("declared_zero_competition")
    if declared is True and total:
        first = next(entry for entry in rows if entry.values["executed"])
        where = f"{money.name}!{address(*first.places['executed'])}"
        words: dict[str, Word] = {"sum": euros(total), "first": where}
        findings.add("zero_beside_amounts", part.name, place, "Taip", **words)
    elif declared is False and not total:
        findings.add("zero_not_declared", part.name, place, "Ne")


def _compare(
    part: FilledSheet, head: FilledRow, column: str, code: str, total: Decimal, findings: Findings
) -> None:
    declared = head.get(column, Decimal)
    if declared is not None and declared != total:
        findings.add(
            code, part.name, head.places[column], declared,
            sum=euros(total), difference=euros(declared - total),
        )  # fmt: skip


def _sum(entries: list[FilledRow] | tuple[FilledRow, ...]) -> Decimal:
    return sum((entry.get("executed", Decimal) or Decimal() for entry in entries), Decimal())


def _is_ngo_competition(entry: FilledRow) -> bool:
    return (entry.values["kind"], entry.values["mode"]) == ("ngo", "competition")
