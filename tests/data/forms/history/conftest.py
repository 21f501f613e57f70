"""A data folder, and rows brought into it as a historical table."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from data.forms.history import import_table
from tests.data.forms.history.tables import COLUMNS, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from data.forms.history import Imported

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def bring(tmp_path: Path, var: Path) -> Callable[..., Imported]:
    """Import rows, with the usual map if no other is given, and files beside it."""

    def brought(
        *rows: Sequence[str],
        headings: Sequence[str] = HEADINGS,
        mapped: Sequence[tuple[str, ...]] | None = None,
        files: Mapping[str, str] | None = None,
        **more: object,
    ) -> Imported:
        path, map_csv = tmp_path / "istorija.csv", tmp_path / "map.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([headings, *rows])
        usual = [
            ("form" if column in {"municipality", "year"} else "allocations", heading, column, "")
            for heading, column in zip(HEADINGS, COLUMNS, strict=True)
        ]
        with map_csv.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [("sheet", "heading", "column", "value", "rules"), *(mapped or usual)]
            )
        for name, text in (files or {}).items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return import_table(path, map_csv, var, now=NOON, **more)

    return brought
