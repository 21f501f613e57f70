"""A database with remarks on figures of Kėdainiai: wide and narrow ones, and one withdrawn."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

INDICATOR, YEAR = "ngo_competition_share", 2024
OFFICE, LINK = "Kėdainių rajono savivaldybės administracija", "https://kedainiai.example.org/a"
SAYS = {
    "wide": {"lt": "Be seniūnijų.", "en": "Without elderships."},
    "figure": {"lt": "Du konkursai nebaigti.", "en": "Two calls are not over."},
    "elsewhere": {"lt": "Kiti metai.", "en": "Another year."},
    "gone": {"lt": "Suklydome.", "en": "We erred."},
}
ROWS = {
    "wide": ("R1", "53", None, None, None, None),
    "figure": ("R2", "53", INDICATOR, YEAR, None, None),
    "elsewhere": ("R3", "53", INDICATOR, 2020, None, None),
    "gone": ("R4", "53", INDICATOR, YEAR, "2026-11-28", "Skaičius pataisytas."),
}
INSERT = "INSERT INTO remark VALUES (?, ?, ?, ?, ?, '2026-11-27', ?, ?, ?, ?, ?)"


def with_remarks(database: Path, folder: Path) -> Path:
    """The built database as a build with these remarks makes it."""
    target = folder / "savivalda.duckdb"
    shutil.copy(database, target)
    with duckdb.connect(target) as connection:
        for what, (key, place, indicator, year, gone, why) in ROWS.items():
            link = LINK if what == "wide" else None
            said = (OFFICE, *SAYS[what].values(), link, gone, why)
            connection.execute(INSERT, [key, place, indicator, year, *said])
        connection.execute("UPDATE build SET data_version = '2026-11-27.remarked'")
    return target
