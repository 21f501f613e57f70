"""An atlas opens by path, folder or setting; what is none says what was expected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

import savivalda

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def test_the_package_brings_neither_server_nor_pictures() -> None:
    script = """
import sys, savivalda
heavy = {"fastapi", "starlette", "uvicorn", "dash", "plotly", "geopandas", "shapely"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
from savivalda import address, file
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_it_opens_by_file_folder_and_setting(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opens(where: str | Path | None = None) -> bool:
        with savivalda.open(where) as atlas:
            return len(atlas.municipalities(fields="municipality")) == 60

    assert opens(database)
    assert opens(str(database.parent))
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    assert opens()
    monkeypatch.delenv("DATA_DIR")
    (tmp_path / "var").symlink_to(database.parent)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert opens()


def nothing(folder: Path) -> tuple[str, str]:
    return str(folder), "no database at"


def something_else(folder: Path) -> tuple[str, str]:
    (folder / "a.csv").write_text("a,b\n1,2\n")
    return str(folder / "a.csv"), "not a published database"


def another_database(folder: Path) -> tuple[str, str]:
    duckdb.connect(folder / "other.duckdb").close()
    return str(folder / "other.duckdb"), "not a published database"


def older_database(folder: Path) -> tuple[str, str]:
    with duckdb.connect(folder / "older.duckdb") as older:
        older.execute(
            "CREATE TABLE build AS SELECT 'v' AS data_version, now()::TIMESTAMP AS built_at"
        )
    return str(folder / "older.duckdb"), "built by another version of the atlas.*savivalda build"


def other_scheme(_: Path) -> tuple[str, str]:
    return "ftp://atlas.example/savivalda.duckdb", "expected an address such as https://"


def page_with_a_choice(_: Path) -> tuple[str, str]:
    return "https://atlas.example/?rodiklis=total", "expected an address such as https://"


@pytest.mark.parametrize(
    "of",
    [
        nothing,
        something_else,
        another_database,
        older_database,
        other_scheme,
        page_with_a_choice,
    ],
)
def test_what_is_no_atlas_says_what_was_expected(
    of: Callable[[Path], tuple[str, str]], tmp_path: Path
) -> None:
    where, said = of(tmp_path)
    with pytest.raises(savivalda.CannotOpen, match=said) as caught:
        savivalda.open(where)
    assert where in str(caught.value)


def test_a_language_that_it_does_not_speak_is_named(database: Path) -> None:
    with pytest.raises(savivalda.CannotAsk, match=r"language is 'de'.*lt, en"):
        savivalda.open(database, "de")


def test_a_closed_atlas_does_not_answer(database: Path) -> None:
    with savivalda.open(database) as atlas:
        pass
    with pytest.raises(savivalda.NoAnswer, match="closed"):
        atlas.municipalities()
