"""The folder of an analysis holds the document and all that it is made of, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from dashboard.analysis.folder import write_analysis
from dashboard.analysis.making import make_analysis
from dashboard.analysis.outline import AnalysisPiece
from dashboard.answers import Atlas
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from data.asking.store import Store
from geo.places import municipalities
from tests.dashboard.analysis.made import small_pngs

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.analysis.document import AnalysisDocument

LITTLE = {"openness": (AnalysisPiece("openness", "indicator=openness", is_map=True),)}
SAME = (".svg", ".csv", ".xlsx", ".html", ".py")


def names(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def test_every_picture_table_and_program_of_the_document_is_there_and_nothing_else(
    analysis_folder: Path, analysed: AnalysisDocument
) -> None:
    figures = [each.id for section in analysed.sections for each in section.figures]
    standing = [each.file.id for section in analysed.sections for each in section.tables]
    tables = [*standing, *(each.id for each in analysed.files)]
    programs = [name for name, _ in analysed.programs]
    assert len(figures) >= 15
    assert len(set(tables)) == len(tables)
    assert names(analysis_folder) == {
        "analize.html",
        "analize.docx",
        *(f"paveikslai/{name}.{kind}" for name in figures for kind in ("svg", "png")),
        *(f"lenteles/{name}.{kind}" for name in tables for kind in ("csv", "xlsx")),
        *(f"programos/{name}.py" for name in programs),
    }
    assert {name.rsplit("-", 1)[0] for name in figures} <= {
        part for name in programs for part in (name, name.rsplit("-", 1)[0])
    }


def test_files_open_in_programs_of_others(analysis_folder: Path) -> None:
    for each in analysis_folder.glob("lenteles/*.csv"):
        plain = pd.read_csv(each)
        book = pd.read_excel(each.with_suffix(".xlsx"), engine="calamine", sheet_name=None)
        assert [len(plain) > 0, len(book)] == [True, 2], each
    for each in analysis_folder.glob("paveikslai/*.png"):
        assert each.read_bytes().startswith(b"\x89PNG\r\n"), each
        assert each.with_suffix(".svg").read_text().startswith("<svg "), each


@pytest.mark.filterwarnings("ignore::savivalda.Demonstration")
def test_the_program_of_a_map_gives_its_figures(
    analysis_folder: Path, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(atlas.store.path.parent))
    left: dict[str, dict[str, float]] = {}
    exec((analysis_folder / "programos" / "openness.py").read_text(), left)
    shown = remembered_view(atlas, ViewRequest("openness", "percent"))
    row = shown.years.index(2025)
    codes = np.array([place.code for place in municipalities()])
    taken = shown.counted[row]
    known = dict(zip(codes[taken], shown.values[row, taken], strict=True))
    assert left["results"] == pytest.approx(known)


def test_two_runs_give_the_same_bytes(
    analysis_folder: Path, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = language("lt")
    monkeypatch.setattr("dashboard.analysis.folder.analysis_docx", lambda *_: b"")
    with Store(store.path) as another, small_pngs():
        atlas = Atlas(another)
        draft = make_analysis(atlas, words, 2025, "all")
        write_analysis(draft, tmp_path / "twice", atlas, words, again=False)
    for name in names(tmp_path / "twice"):
        if name.endswith(SAME):
            first, second = analysis_folder / name, tmp_path / "twice" / name
            assert first.read_bytes() == second.read_bytes(), name


@pytest.mark.parametrize("held", [False, True])
def test_a_failure_half_way_leaves_everything_as_it_was(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, held: bool
) -> None:
    folder = tmp_path / "analize"
    if held:
        folder.mkdir()
        (folder / "mine.txt").write_text("kept")

    def full(*_: object) -> bytes:
        raise OSError("No space left on device")

    monkeypatch.setattr("dashboard.analysis.folder.png", full)
    monkeypatch.setattr("dashboard.analysis.folder.analysis_docx", lambda *_: b"")
    draft = make_analysis(atlas, language("lt"), 2025, "all", LITTLE)
    with pytest.raises(OSError, match="No space"):
        write_analysis(draft, folder, atlas, language("lt"), again=True)
    assert names(tmp_path) == ({"analize/mine.txt"} if held else set())
