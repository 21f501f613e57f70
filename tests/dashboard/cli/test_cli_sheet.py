"""`savivalda sheet` prints municipalities, one A4 page each, and says plainly what it cannot."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main as cli
from dashboard.cli import sheet as cli_sheet
from dashboard.sheets.pdf import _typst
from geo.places import municipalities
from geo.slugs import slug
from tests.dashboard.sheets.reading import code, text

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

COUNTY = {place.code: place.county for place in municipalities()}
KAUNAS = [place for place in municipalities() if place.county == COUNTY["19"]]


def run(*words: object, data: Path, **environment: str) -> Result:
    done = CliRunner().invoke(
        cli.main, ["sheet", *map(str, words)], env={"DATA_DIR": str(data), **environment},
        prog_name="savivalda",
    )  # fmt: skip
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def data(store: Store) -> Path:
    """A data folder with a database."""
    return store.path.parent


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A country of three municipalities, for what is done for all; their slugs."""
    chosen = municipalities()[:3]
    monkeypatch.setattr(cli_sheet, "municipalities", lambda: chosen)
    return [slug(place, "lt") for place in chosen]


@pytest.mark.parametrize("name", ["53", "Kėdainių r. sav.", "kedainiai district"])
def test_one_by_any_spelling_of_its_name_with_a_code_to_its_page(
    data: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "kedainiai.pdf"
    done = run(name, "-o", out, data=data, HOST="0.0.0.0", PORT="81", BASE_PATH="/atlas")
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{out}: 1 page\n", "")
    with pypdfium2.PdfDocument(out) as document:
        assert document.get_metadata_value("Title") == "Kėdainių rajono savivaldybė"
        assert "Kėdainių rajono savivaldybė" in text(document[0])
        assert code(document[0]) == "http://0.0.0.0:81/atlas/savivaldybe/kedainiu-r?year=2025"


def test_language_year_and_site_are_those_asked_for(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "kedainiai.pdf"
    asked = ("--lang", "en", "--year", 2021, "--site", "https://atlas.example/a/")
    assert run("53", "-o", out, *asked, data=data).exit_code == 0
    address = "https://atlas.example/a/en/municipality/kedainiai-district?year=2021"
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 1
        assert "Kėdainiai District 2021 ·" in text(document[0])
        assert code(document[0]) == address


def test_several_and_a_county_are_a_page_each_in_one_file(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "keli.pdf"
    done = run("53", "13", "Kėdainių r.", "-o", out, data=data)
    assert done.stdout == f"{out}: 2 pages\n"
    with pypdfium2.PdfDocument(out) as document:
        assert document.get_metadata_value("Title") == "Savivaldybės tarp panašių"
        assert [text(page).partition(" savivaldybė")[0] for page in document] == [
            "Kėdainių rajono", "Vilniaus miesto"
        ]  # fmt: skip
    done = run("--county", "kauno", "-o", out, data=data)
    assert done.stdout == f"{out}: {len(KAUNAS)} pages\n"
    with pypdfium2.PdfDocument(out) as document:
        codes = [urlsplit(code(page)).path for page in document]
    assert codes == [f"/savivaldybe/{slug(place, 'lt')}" for place in KAUNAS]


def test_all_are_a_file_each_in_a_folder_or_one_file(
    data: Path, tmp_path: Path, few: list[str]
) -> None:
    folder = tmp_path / "lapai" / "2025"
    done = run("--all", "-o", folder, data=data)
    assert done.stdout == f"{folder}: 3 files\n"
    assert {each.name for each in folder.iterdir()} == {f"{name}.pdf" for name in few}
    for name in few:
        with pypdfium2.PdfDocument(folder / f"{name}.pdf") as document:
            assert len(document) == 1
            assert urlsplit(code(document[0])).path == f"/savivaldybe/{name}"
    out = tmp_path / "visos.PDF"
    assert run("--all", "-o", out, data=data).stdout == f"{out}: 3 pages\n"
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 3


@pytest.mark.usefixtures("few")
def test_how_far_it_is_is_shown_to_a_terminal_alone(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    bar = cli_sheet.click.progressbar
    monkeypatch.setattr(
        cli_sheet.click, "progressbar", lambda *a, **how: shown.append(how) or bar(*a, **how)
    )
    done = run("--all", "-o", tmp_path / "visos.pdf", data=data)
    assert done.stderr == ""
    [how] = shown
    assert how["hidden"]
    assert how["file"] is not sys.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "expected one of: municipalities, --county NAME, --all"),
        (["53", "--all"], "expected one of: municipalities, --county NAME, --all"),
        (["--county", "kauno", "--all"], "expected one of"),
        (["--county", "kauna"], "unknown county 'kauna': expected one of Alytaus apskr.,"),
        (["53", "--year", "1990"], "1990 is not in the range 2015<=x<=2025"),
        (["53", "--lang", "de"], "'de' is not one of 'lt', 'en'"),
        (["53", "--site", "atlas.example"], "--site 'atlas.example': expected an address that"),
    ],
)
def test_what_cannot_be_asked_for_is_said_with_what_can(
    data: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    out = tmp_path / "x.pdf"
    done = run(*words, "-o", out, data=data)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "near"),
    [("kedainiu-rajn", "Kėdainių r. sav."), ("kaunas", "Kauno m. sav."), ("99", "99")],
)
def test_a_name_that_means_none_or_several_is_named(
    data: Path, tmp_path: Path, name: str, near: str
) -> None:
    done = run("53", name, "-o", tmp_path / "x.pdf", data=data)
    assert done.exit_code == 1
    assert name in done.stderr
    assert near in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_where_it_cannot_write_it_leaves_what_was_there(data: Path, tmp_path: Path) -> None:
    missing = tmp_path / "nera" / "x.pdf"
    done = run("53", "-o", missing, data=data)
    assert done.exit_code == 1
    assert str(tmp_path / "nera") in done.stderr
    taken = tmp_path / "file"
    taken.write_text("kept")
    done = run("53", "-o", taken, data=data)
    assert done.exit_code == 1
    assert str(taken) in done.stderr
    assert taken.read_text() == "kept"
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    assert run("53", "-o", folder, data=data).exit_code == 1
    assert {each.name for each in tmp_path.iterdir()} == {"file", "folder.pdf"}
    assert [*folder.iterdir()] == []


def test_without_a_database_or_the_setter_it_says_how_to_get_them(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.pdf"
    done = run("53", "-o", out, data=tmp_path)
    assert done.exit_code == 1
    assert "savivalda build" in done.stderr
    monkeypatch.setitem(sys.modules, "typst", None)
    _typst.cache_clear()
    done = run("53", "-o", out, data=data)
    _typst.cache_clear()
    assert done.exit_code == 1
    assert "pip install savivalda[sheets]" in done.stderr
    assert not out.exists()
