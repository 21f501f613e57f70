"""Competitions against the rows of those who won them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.problems import euros
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Entry, Filled, Part
    from data.forms.checking.findings import Findings

_COMPARED = 200
"""Competitions among which a similar one is looked for."""

_LIMITS = {
    "funded_over_applications": ("funded", "applications"),
    "awarded_over_requested": ("awarded", "requested"),
    "awarded_over_budget": ("awarded", "budget"),
}


def check_competitions(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note winners of unknown competitions, sums that differ, and counts that cannot be."""
    part = filled.parts.get("competitions")
    if not part:
        return
    for entry in part.entries:
        for code, columns in _LIMITS.items():
            _check_limit(part, entry, code, columns, findings)
    if not part.sure("competition"):
        return
    winners = _winners(filled)
    known: dict[str, Entry] = {}
    for entry in part.entries:
        known.setdefault(fold(str(entry.values["competition"])), entry)
    for name in winners.keys() - known.keys():
        for money, entry in winners[name]:
            said = str(entry.values["programme"])
            near = get_close_matches(name, known, n=1) if len(known) <= _COMPARED else []
            hint = {"near": str(known[near[0]].values["competition"])} if near else {}
            place = entry.places["programme"]
            findings.add("unknown_competition", money.name, place, said, **hint)
    recipients = filled.parts.get("allocations")
    if recipients and recipients.sure("mode", "programme", "executed"):
        for name, entry in known.items():
            _check_sum(part, entry, [winner for _, winner in winners.get(name, ())], findings)


def _winners(filled: Filled) -> dict[str, list[tuple[Part, Entry]]]:
    """Return rows of money given by competition, by the competition's folded code."""
    found = defaultdict(list)
    for part, entry in filled.rows("allocations"):
        if entry.values.get("mode") == "competition" and entry.has("programme"):
            found[fold(str(entry.values["programme"]))].append((part, entry))
    return found


def _check_sum(part: Part, entry: Entry, winners: list[Entry], findings: Findings) -> None:
    awarded = entry.get("awarded", Decimal)
    total = sum((winner.get("executed", Decimal) or Decimal() for winner in winners), Decimal())
    if awarded is not None and awarded != total:
        findings.add(
            "competition_sum", part.name, entry.places["awarded"], awarded,
            sum=euros(total), lines=str(len(winners)), difference=euros(awarded - total),
        )  # fmt: skip


def _check_limit(
    part: Part, entry: Entry, code: str, columns: tuple[str, str], findings: Findings
) -> None:
    number, limit = (entry.values.get(column) for column in columns)
    if isinstance(number, (int, Decimal)) and isinstance(limit, (int, Decimal)) and number > limit:
        words = euros(limit) if isinstance(limit, Decimal) else str(limit)
        findings.add(code, part.name, entry.places[columns[0]], number, limit=words)
