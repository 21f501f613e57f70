"""An atlas whose list of changes is known."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from data.asking.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW, OLD = ("v2", "v1", "2026-11-27 08:00:00"), ("v1", "v0", "2026-11-20 09:30:00")

CHANGES = (
    (NEW, "form", {"municipality": "13", "year": 2025, "before": "not_asked", "after": "accepted",
                   "before_demo": False, "after_demo": False}),
    (NEW, "form", {"municipality": "13", "year": 2024, "before": "accepted", "after": "accepted",
                   "before_demo": False, "after_demo": False}),
    (NEW, "correction", {"municipality": "13", "year": 2022, "subject": "twice",
                         "detail": "allocation.executed", "before": "1000.00", "after": "500.50",
                         "after_demo": False}),
    (NEW, "correction", {"municipality": "13", "year": 2021, "subject": "gone",
                         "detail": "entity.name", "before_demo": False}),
    (NEW, "remark", {"municipality": "13", "indicator": "total", "year": 2025, "subject": "R1",
                     "detail": "Finansų skyrius", "after_demo": False}),
    (NEW, "figure", {"municipality": "13", "year": 2025, "indicator": "ngo_competition_share",
                     "area": "all", "before": "ok", "after": "ok", "before_numerator": 321,
                     "before_denominator": 10000, "after_numerator": 325,
                     "after_denominator": 10000, "before_demo": False, "after_demo": False,
                     "figures": 7}),
    (NEW, "figure", {"municipality": "13", "year": 2025, "indicator": "total", "area": "culture",
                     "before": "no_data", "after": "not_comparable", "after_numerator": 1234,
                     "after_denominator": 1, "before_demo": False, "after_demo": False,
                     "figures": 7}),
    (NEW, "figure", {"municipality": "13", "year": 2024, "indicator": "total", "area": "all",
                     "before": "ok", "after": "ok", "before_numerator": 10.2,
                     "before_denominator": 1, "after_numerator": 10.4, "after_denominator": 1,
                     "before_demo": True, "after_demo": False, "figures": 7}),
    (NEW, "figure", {"municipality": "53", "year": 2024, "indicator": "total", "area": "all",
                     "before": "ok", "after": "ok", "before_numerator": 10,
                     "before_denominator": 1, "after_numerator": 20, "after_denominator": 1,
                     "before_demo": True, "after_demo": True, "figures": 1}),
    (NEW, "figure", {"municipality": "53", "year": 2024, "indicator": "wealth", "area": "all",
                     "before": "ok", "after": "ok", "figures": 1}),
    (NEW, "status", {"subject": "3-I-1", "title_lt": "Pirmas <įsipareigojimas>",
                     "title_en": "First & foremost", "detail": "government", "before": "started",
                     "after": "done", "before_demo": False, "after_demo": False}),
    (NEW, "source", {"subject": "prices", "title_lt": "Kainos", "title_en": "Prices",
                     "before": "2026-10-01", "after": "2026-11-25", "before_demo": False,
                     "after_demo": False}),
    (OLD, "form", {"municipality": "13", "year": 2023, "before": "no_answer",
                   "after": "published", "before_demo": False, "after_demo": False}),
)  # fmt: skip


@pytest.fixture(scope="module")
def changed(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database that has had these changes."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("changed") / "savivalda.duckdb")
    with duckdb.connect(path) as tables:
        for number, (build, kind, row) in enumerate(CHANGES, start=1):
            stamp = dict(zip(("data_version", "former_version", "built_at"), build, strict=True))
            values = {"number": number, "kind": kind, **stamp, **row}
            names, places = ", ".join(values), ", ".join(f"${name}" for name in values)
            tables.execute(f"INSERT INTO change ({names}) VALUES ({places})", values)
    with Store(path) as store:
        yield store


@pytest.fixture(scope="module")
def client(changed: Store) -> Iterator[Client]:
    with Client(create_app(Settings(), changed).server) as opened:
        yield opened
