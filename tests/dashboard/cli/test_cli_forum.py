"""`savivalda forum` makes a county's deck without a server, and says plainly what it cannot."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from dashboard.cli import main as cli
from dashboard.forum.deck import PURPOSES
from dashboard.forum.decks import default_deck
from dashboard.forum.file import write_deck_file
from dashboard.sheets.pdf import SheetsMissing
from geo.places import counties
from tests.dashboard.sheets.reading import text

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

SLIDES = len(default_deck(PURPOSES[0]).scenes)
WRONG = 'savivalda = "deck"\nversion = 1\n\n[[scene]]\nkind = "mapp"\n'
NAMES = {"lt": "Utenos apskritis", "en": "Utena County"}


def run(*words: object, data: Path) -> Result:
    done = CliRunner().invoke(
        cli.main, ["forum", *map(str, words)], env={"DATA_DIR": str(data)}, prog_name="savivalda"
    )
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def data(store: Store) -> Path:
    """A data folder with a database."""
    return store.path.parent


@pytest.mark.parametrize(("code", "name"), [("lt", "utenos"), ("en", "Utena County")])
@pytest.mark.parametrize("ending", ["html", "pptx", "pdf"])
def test_a_county_s_deck_in_every_form_and_language(
    data: Path, tmp_path: Path, ending: str, code: str, name: str
) -> None:
    out = tmp_path / f"forumas.{ending}"
    done = run(name, "-o", out, "--lang", code, data=data)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{out}: {SLIDES} slides, ")
    made = out.read_bytes()
    if ending == "html":
        assert NAMES[code] in made.decode()
        assert len(made) <= 700_000
    elif ending == "pptx":
        slides = Presentation(BytesIO(made)).slides
        assert len(slides) == SLIDES
        seen = [shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame]
        assert NAMES[code] in seen
    else:
        with pypdfium2.PdfDocument(made) as pages:
            assert len(pages) == SLIDES
            assert NAMES[code] in text(pages[0])
        assert len(made) <= 1_500_000


def test_a_deck_s_file_says_whose_and_what_it_shows_unless_another_is_asked_for(
    data: Path, tmp_path: Path
) -> None:
    kept, out = tmp_path / "kept.toml", tmp_path / "out.pdf"
    kept.write_text(write_deck_file(default_deck("openness", ("53", "13")), "lt"))
    done = run("--deck", kept, "-o", out, "--aspect", "4:3", "--look", "dark", data=data)
    assert (done.exit_code, done.stderr) == (0, "")
    with pypdfium2.PdfDocument(out) as document:
        assert document[0].get_size() == (pytest.approx(720), pytest.approx(540))
        assert "Kėdainių r." in text(document[0])
    done = run("telšių", "--deck", kept, "-o", out, data=data)
    assert done.exit_code == 0
    assert "give way" in done.stderr
    with pypdfium2.PdfDocument(out) as document:
        assert "Telšių apskritis" in text(document[0])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("utenos", "-o", "deck.odp"), "expected a file that ends in .html, .pptx, .pdf"),
        (("atlantis", "-o", "deck.pdf"), ", ".join(each.name_lt for each in counties())),
        (("-o", "deck.pdf"), "expected a county, or municipalities"),
        (("utenos", "-o", "deck.html", "--aspect", "4:3"), "only a .pdf"),
        (("utenos", "-o", "nowhere/deck.html"), "nowhere"),
        (("utenos", "kauno", "-o", "deck.pdf"), "at most 12"),
        (("utenos", "-o", "deck.pdf", "--site", "atlas.lt"), "begins with https://"),
        (("utenos", "-o", "deck.pdf", "--deck", "deck.toml", "--purpose", "yearly"), "one of"),
        (("--deck", "deck.toml", "-o", "deck.pdf"), "deck.toml"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.toml").write_text(
        'savivalda = "deck"\nversion = 1\n[[scene]]\nkind = "mapp"\n'
    )
    done = run(*words, data=data)
    assert done.exit_code != 0
    assert said in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["deck.toml"]


def test_a_wrong_deck_s_file_is_told_with_its_line_and_what_was_meant(
    data: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "deck.toml"
    wrong.write_text(WRONG)
    done = run("utenos", "--deck", wrong, "-o", tmp_path / "out.pdf", data=data)
    assert done.exit_code == 1
    for part in (str(wrong), "5", "mapp", "map"):
        assert part in done.stderr


def test_without_a_database_or_what_sets_paper_it_says_how_to_get_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    done = run("utenos", "-o", out, data=tmp_path)
    assert done.exit_code == 1
    assert "savivalda build" in done.stderr

    def missing(*_: object) -> bytes:
        raise SheetsMissing("pip install savivalda[sheets]")

    monkeypatch.setattr("dashboard.cli.forum.slides_pdf", missing)
    done = run("utenos", "-o", out, data=data)
    assert done.exit_code == 1
    assert "pip install" in done.stderr
    assert not out.exists()
