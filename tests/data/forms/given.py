"""Small forms for tests: a file, and the report that a check would give of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from data.forms.checking.problems import make
from data.forms.checking.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ENTITIES = ("124110246", "188659752", "111109233")
"""Codes with a right check digit."""


def line(executed: str = "1000.00", /, **changes: Any) -> dict[str, Any]:
    """A row of sheet allocations."""
    return {
        "code": ENTITIES[0],
        "name": "Pirmoji",
        "kind": "budgetary_institution",
        "area": "culture",
        "mode": "appropriation",
        "programme": "Kultūra",
        "financing": "municipal",
        "planned": Decimal(executed),
        "revised": Decimal(executed),
        "executed": Decimal(executed),
        "users": None,
    } | changes


def call(awarded: str, /, **changes: Any) -> dict[str, Any]:
    """A row of sheet competitions."""
    money = Decimal(awarded)
    return {
        "competition": "K01",
        "area": "culture",
        "announced": None,
        "budget": money,
        "applications": 3,
        "funded": 2,
        "requested": money,
        "awarded": money,
        "link": None,
    } | changes


def sheets(*lines: dict[str, Any], **more: Any) -> dict[str, list[dict[str, Any]]]:
    """Rows of all sheets; sheet form is changed by what is no list."""
    said = {name: value for name, value in more.items() if not isinstance(value, list)}
    rows = {name: value for name, value in more.items() if isinstance(value, list)}
    openness = {"ngo_council": False, "open_budget": False, "published_results": False}
    return {
        "form": [{"declared_zero_competition": False} | said],
        "allocations": list(lines) or [line()],
        "competitions": [],
        "services": [],
        "openness": [openness],
    } | rows


def checked(
    municipality: str | None = "13", year: int | None = 2020, rows: Any = None, *problems: str
) -> Callable[[Sequence[Path]], list[Report]]:
    """A check that finds this of every file."""
    found = tuple(make(each) for each in problems)
    blocked = any(problem.severity == "error" for problem in found)
    given = None if blocked else rows or sheets()
    return lambda paths: [
        Report(path, municipality, year, found, given, False, "1.0") for path in paths
    ]
