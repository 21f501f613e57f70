"""A database in which two municipalities are real among invented ones, and the same without these.

Vilnius (code 13) is real in some years and invented in the others; Klaipėda (21) is real in one.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.durable import locked
from data.forms.archive.acceptance import accept
from tests.built import quick_build
from tests.data.forms.given import ENTITIES, call, checked, line, sheets

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
REAL = {"13": (2015, 2016, 2019, 2020, 2021, 2022), "21": (2021,)}
"""The years in which a municipality has real figures."""


def mixed(folders: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The database with invented figures everywhere else, and the one without them."""
    run = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # of all workers
    var, lock = run / "mixed" / "data", run / "mixed"
    var.mkdir(parents=True, exist_ok=True)
    both = var / "with.duckdb", var / "without.duckdb"
    with locked(lock):
        if not both[1].exists():
            for place, years in REAL.items():
                for year in years:
                    _give(var, place, year)
            for target, demo in zip(both, (True, False), strict=True):
                quick_build(target, demo=demo, data_dir=var)
    return both


def _give(var: Path, place: str, year: int) -> None:
    """Accepts a form of money, a competition, and an answer on openness."""
    won = {"kind": "ngo", "mode": "competition", "code": ENTITIES[1], "name": "NVO"}
    winners = line(f"{year}000.50", programme="K01", **won)
    rows = sheets(
        line(f"{place}{year}000.00"), winners, competitions=[call(f"{year}000.50")],
    )  # fmt: skip
    form = var / f"{place}-{year}.csv"
    form.write_text(form.name)
    accept([form], var, check=checked(place, year, rows), now=NOON)
