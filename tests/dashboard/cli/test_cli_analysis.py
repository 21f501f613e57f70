"""`savivalda analysis` makes a whole folder, in either language, and touches nothing of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.analysis.outline import AnalysisPiece
from tests.dashboard.analysis.made import made_by_command, outlined, run_analysis, small_pngs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.asking.store import Store

LITTLE = {"openness": (AnalysisPiece("openness", "indicator=openness", is_map=True),)}


@pytest.fixture(scope="module")
def data(store: Store) -> Path:
    """A data folder with a database."""
    return store.path.parent


@pytest.fixture(autouse=True)
def _little() -> Iterator[None]:
    with small_pngs(), outlined(LITTLE):
        yield


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("lt", {"analize.html", "analize.docx", "paveikslai", "lenteles", "programos"}),
        ("en", {"analysis.html", "analysis.docx", "pictures", "tables", "programs"}),
    ],
)
def test_a_folder_in_either_language(
    data: Path, tmp_path: Path, code: str, expected: set[str]
) -> None:
    out = tmp_path / "new" / "out"
    said = made_by_command("2025", "-o", out, "--lang", code, data=data)
    files = [each for each in out.rglob("*") if each.is_file()]
    assert said == f"{out}: {len(files)} files\n"
    assert {each.name for each in out.iterdir()} == expected
    page = next(out.glob("*.html")).read_text()
    assert f'<html lang="{code}">' in page
    assert [each.name for each in out.parent.iterdir()] == ["out"]


def test_a_folder_that_holds_something_is_left_untouched_unless_asked(
    data: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    done = run_analysis("2025", "-o", tmp_path, data=data)
    assert done.exit_code == 1
    assert done.stderr == f"Error: {tmp_path}: it holds files already; --again replaces them all\n"
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
    made_by_command("2025", "-o", tmp_path, "--again", data=data)
    assert not (tmp_path / "mine.txt").exists()
    assert (tmp_path / "analize.docx").exists()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("2025", "--real"), 1, "2025: no figure of that year counts; years that have any: 2015"),
        (("1999",), 2, "1999 is not in the range 2015<=x<=2025"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_left(
    data: Path, tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    done = run_analysis(*words, "-o", tmp_path / "out", data=data)
    assert done.exit_code == code
    assert told in done.stderr
    assert not [*tmp_path.iterdir()]


def test_without_the_program_that_writes_documents_it_says_what_brings_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    done = run_analysis("2025", "-o", tmp_path / "out", data=data)
    assert done.exit_code == 1
    assert "pip install savivalda[documents]" in done.stderr
    assert not [*tmp_path.iterdir()]
