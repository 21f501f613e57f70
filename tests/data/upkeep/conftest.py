"""Data folders with something of everything, to be spoilt; what they are copied of is made once."""

from __future__ import annotations

import os
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.durable import locked
from data.forms.archive.submissions import set_state
from data.forms.history import import_table
from data.remarks.changing import add_remark
from tests.bench.historical import write_map, write_table
from tests.sent import sent

if TYPE_CHECKING:
    from pathlib import Path

REMARK = {
    "municipality": "53", "office": "Merija", "text_lt": "Patikslinta.", "text_en": "Corrected.",
}  # fmt: skip


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two data folders: ``whole`` with a database and its files, ``kept`` without."""
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # of all workers
    made = run / "upkeep"
    made.mkdir(exist_ok=True)
    with locked(made):
        if not (made / "ready").exists():
            kept = made / "kept"
            shutil.copytree(
                sent(tmp_path_factory), kept, ignore=shutil.ignore_patterns("savivalda.duckdb*")
            )
            import_table(write_table(made / "t.csv", 3), write_map(made / "m.csv"), kept)
            set_state(kept, "13", 2025, "no_answer")
            add_remark(kept, REMARK, date(2026, 11, 21))
            (made / "ready").touch()
    return made


@pytest.fixture
def kept(folders: Path, tmp_path: Path) -> Path:
    """Forms of three kinds of files, an imported table, a state, a remark; no database."""
    return shutil.copytree(folders / "kept", tmp_path / "var")


@pytest.fixture
def whole(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """Forms, the database built of them, and its files to take away."""
    return shutil.copytree(sent(tmp_path_factory), tmp_path / "var")


@pytest.fixture
def unruled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules, which take most of the time, are looked at by one test."""
    monkeypatch.setattr("data.upkeep.built.checking.failures", lambda _: [])


def tree(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
