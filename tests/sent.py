"""A database with real forms of several kinds of files, a published table and invented figures.

Forms of Kėdainiai (53) and Neringa (23) come as Excel, OpenDocument and CSV; Vilnius (13) is known
by the tables that the project carries; everything else is invented.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from data.building.build import build
from data.durable import locked
from data.forms.archive.acceptance import accept
from tests.data.forms.drafts import at, true_to_life
from tests.data.forms.writers import write_csvs, write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.data.forms.drafts import Draft

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
WRITERS = {"xlsx": write_xlsx, "ods": write_ods, "csv": write_csvs}
FORMS = {
    (place, year): kind
    for place, year, kind in (
        ("53", 2023, "xlsx"), ("53", 2024, "ods"), ("53", 2025, "csv"), ("23", 2024, "xlsx"),
    )
}  # fmt: skip
"""As what kind of file the form of a municipality and year came."""
NAMES = {"53": "Kėdainių r. sav.", "23": "Neringos sav."}


def sent(folders: pytest.TempPathFactory) -> Path:
    """The data folder, with the forms as they came and the database built of them."""
    run = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # of all workers
    lock = run / "sent"
    lock.mkdir(exist_ok=True)
    var = lock / "data"
    with locked(lock):
        if not (var / "savivalda.duckdb").exists():
            files = [_write(key, kind, lock) for key, kind in FORMS.items()]
            for each in accept(files, var, now=NOON):
                said = [problem.text("en") for problem in each.report.problems]
                assert each.result == "accepted", said
            build(var / "savivalda.duckdb", now=NOON)
    return var


def _write(key: tuple[str, int], kind: str, folder: Path) -> Path:
    place, year = key
    file = folder / (f"{place}-{year}" if kind == "csv" else f"{place}-{year}.{kind}")
    return WRITERS[kind](draft_of(place, year), file)


def draft_of(place: str, year: int, paid: int | None = None) -> Draft:
    """A form of a municipality and year; what it paid most for says how many euros, if given."""
    draft = true_to_life()
    draft.put(at("form", "municipality"), NAMES[place])
    draft.put(at("form", "year"), year)
    draft.put(at("form", "filled_on"), date(year + 1, 2, 1))
    paid = paid or 20_000_000 + 1_000_000 * (year - 2020)
    draft.put(at("allocations", "executed", 5), paid)
    draft.put(at("allocations", "revised", 5), 90_000_000)
    draft.put(at("form", "declared_total"), paid + 2_950.75)
    for row in (5, 6):
        draft.put(at("competitions", "announced", row), date(year, 3, row))
        draft.put(at("services", "transfer_year", row), None)
    draft.put(at("services", "transfer_year", 5), 2016)
    return draft
