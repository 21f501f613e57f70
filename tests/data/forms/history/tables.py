"""Rows of a historical table, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.asking.store import Store
from data.asking.views import indicator_view
from data.forms.archive.accepted import Archive
from data.forms.archive.submissions import submissions
from tests.built import quick_build
from tests.data.forms.given import ENTITIES

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.history import Imported

HEADINGS = (
    "Savivaldybė", "Metai", "Kodas", "Įmonė", "Tipas", "Sritis", "Būdas", "Programa", "Šaltinis",
    "Planas", "Patikslinta", "Suma",
)  # fmt: skip
COLUMNS = (
    "municipality", "year", "code", "name", "kind", "area", "mode", "programme", "financing",
    "planned", "revised", "executed",
)  # fmt: skip
GOOD = (
    "Vilniaus m. sav.", "2019", ENTITIES[0], "Pirmoji", "NVO", "Sportas", "Konkursas", "K01",
    "Savivaldybės lėšos", "100", "100", "99,50",
)  # fmt: skip


def row(**changes: str) -> tuple[str, ...]:
    return tuple(({**dict(zip(COLUMNS, GOOD, strict=True)), **changes}).values())


def problems(done: Imported) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in done.problems]


def known(var: Path) -> dict[tuple[str, int], str]:
    return {
        (each.municipality, each.year): each.state
        for each in submissions(var)
        if each.state != "not_asked"
    }


def figures(var: Path, indicator: str, unit: str | None = None):
    """Figures of what was brought; they are built anew only where something came in since."""
    target, note = var / "a.duckdb", var / "built_of"
    entries = repr(Archive(var).entries())
    if not note.exists() or note.read_text("utf-8") != entries:
        quick_build(target)
        note.write_text(entries, "utf-8")
    with Store(target) as store:
        return indicator_view(store, indicator, unit).set_index(["municipality", "year"])
