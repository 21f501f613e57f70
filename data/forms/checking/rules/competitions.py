"""Competitions against the rows of those who won them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of
from data.forms.checking.problems import euros
from data.forms.reading.book import address
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.checking.problems import Both

_COMPARED = 200
"""Competitions among which a similar one is looked for."""


def check_competitions(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note winners of unknown competitions, and what they contradict in their competition's row."""
    part = filled.parts.get("competitions")
    if not part:
        return
    if not part.sure("competition"):
        return
    winners = _winners(filled)
    known: dict[str, FilledRow] = {}
    for entry in part.entries:
        known.setdefault(fold(str(entry.values["competition"])), entry)
    for name in winners.keys() - known.keys():
        for money, entry in winners[name]:
            said = str(entry.values["programme"])
            near = get_close_matches(name, known, n=1) if len(known) <= _COMPARED else []
            hint = {"near": str(known[near[0]].values["competition"])} if near else {}
            place = entry.places["programme"]
            findings.add("unknown_competition", money.name, place, said, **hint)
    for name, entry in known.items():
        _compare(part, entry, winners.get(name, ()), findings)
    recipients = filled.parts.get("allocations")
    if recipients and recipients.sure("mode", "programme", "executed"):
        for name, entry in known.items():
            _check_sum(part, entry, [winner for _, winner in winners.get(name, ())], findings)


def _winners(filled: Filled) -> dict[str, list[tuple[FilledSheet, FilledRow]]]:
    """Return rows of money given by competition, by the competition's folded code."""
    found = defaultdict(list)
    for part, entry in filled.rows("allocations"):
        if entry.values.get("mode") == "competition" and entry.has("programme"):
            found[fold(str(entry.values["programme"]))].append((part, entry))
    return found


def _compare(
    part: FilledSheet,
    entry: FilledRow,
    winners: Iterable[tuple[FilledSheet, FilledRow]],
    findings: Findings,
) -> None:
    """Compare a competition with its winners: their areas, their kinds, how many they are."""
    area, paid = entry.values.get("area"), set()
    for money, winner in winners:
        said, kind = winner.values.get("area"), winner.values.get("kind")
        if area and said and said != area:
            findings.add(
                "competition_area", money.name, winner.places["area"], _area(said).lt,
                area=_area(area), first=f"{part.name}!{address(*entry.places['area'])}",
            )  # fmt: skip
        if kind and kind != "ngo":
            label = label_of("recipient_kind", str(kind)).lt
            findings.add("competition_kind", money.name, winner.places["kind"], label)
        if winner.get("executed", Decimal):
            paid.add(winner.values.get("code"))
    funded = entry.get("funded", int)
    if funded and funded < len(paid):
        findings.add(
            "winners_over_funded", part.name, entry.places["funded"], funded, n=str(len(paid))
        )


def _area(code: object) -> Both:
    return label_of("policy_area", str(code))


def _check_sum(
    part: FilledSheet, entry: FilledRow, winners: list[FilledRow], findings: Findings
) -> None:
    awarded = entry.get("awarded", Decimal)
    total = sum((winner.get("executed", Decimal) or Decimal() for winner in winners), Decimal())
    if awarded is not None and awarded != total:
        findings.add(
            "competition_sum", part.name, entry.places["awarded"], awarded,
            sum=euros(total), lines=str(len(winners)), difference=euros(awarded - total),
        )  # fmt: skip
