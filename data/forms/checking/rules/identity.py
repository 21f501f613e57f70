"""Whose form it is and for which year, against what was expected; days far from that year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both
from geo.places import municipalities

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled
    from data.forms.checking.findings import Findings


def check_identity(filled: Filled, context: Context, findings: Findings) -> None:
    """Note a form of another municipality or year, and days far from the year."""
    if not (found := filled.record("form")):
        return
    part, entry = found
    code, year = entry.get("municipality", str), entry.get("year", int)
    if code and context.municipality not in {None, code}:
        expected = _name(context.municipality or "")
        place = entry.places["municipality"]
        findings.add(
            "wrong_municipality", part.name, place, _name(code).lt, expected_place=expected
        )
    if year and context.year not in {None, year}:
        place = entry.places["year"]
        findings.add("wrong_year", part.name, place, year, expected_year=str(context.year))
    if context.today and year and year > context.today.year:
        findings.add(
            "year_to_come", part.name, entry.places["year"], year, this=str(context.today.year)
        )
    elif year:
        _check_days(filled, year, context.today, findings)


def _check_days(filled: Filled, year: int, today: date | None, findings: Findings) -> None:
    """A form is filled in during its year or later; a competition is announced about that year.

    Neither happens on a day that has not come.
    """
    spans = {
        ("form", "filled_on"): (date(year, 1, 1), date(year + 20, 12, 31)),
        ("competitions", "announced"): (date(year - 1, 1, 1), date(year, 12, 31)),
    }
    for (sheet, column), (first, last) in spans.items():
        for part, entry in filled.rows(sheet):
            day = entry.get(column, date)
            if day and today and day > today:
                findings.add(
                    "day_to_come", part.name, entry.places[column], day, today=today.isoformat()
                )
            elif day and not first <= day <= last:
                findings.add(
                    "date_unlikely", part.name, entry.places[column], day,
                    year=str(year), first=first.isoformat(), last=last.isoformat(),
                )  # fmt: skip


def _name(code: str) -> Both:
    for place in municipalities():
        if place.code == code:
            return Both(place.name_full_lt, place.name_en)
    return Both(code, code)
