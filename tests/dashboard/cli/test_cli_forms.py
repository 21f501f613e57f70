"""The steward's round: forms come in, builds show them, a former build comes back."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from dashboard.cli import building
from dashboard.cli import main as cli
from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.build import build
from data.forms.definition.read import FIRST_DATA_ROW, HEADER_ROW
from tests.bench.historical import write_map, write_table
from tests.built import plain_sources
from tests.data.forms.drafts import at, true_to_life
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("no_files", "no_published")


@pytest.fixture
def no_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of the test take no tables that others published, which takes seconds."""
    monkeypatch.setattr(building, "build", partial(build, sources=plain_sources()))


ANOTHER = "124110246"


def run(*arguments: object, data: Path, expect: int = 0) -> Result:
    done = CliRunner().invoke(
        cli.main, [*map(str, arguments)], env={"DATA_DIR": str(data)}, prog_name="savivalda"
    )
    assert "Traceback" not in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == expect, done.output
    return done


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A form of Vilnius for 2025."""
    draft = true_to_life()
    draft.put(at("form", "year"), 2025)
    return write_xlsx(draft, tmp_path / "vilnius.xlsx")


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


def total(var: Path, municipality: str = "13", year: int = 2025) -> tuple[float, str, bool]:
    """Euros in all, the figure's state, and whether it is invented."""
    with Store(var / "savivalda.duckdb") as store:
        frame = indicator_view(store, "total", "eur").set_index(["municipality", "year"])
    figure = frame.loc[(municipality, year)]
    return figure["value"], figure["state"], figure["demo"]


def fill(path: Path, executed: float) -> None:
    """Fill in a form as a clerk would."""
    book = load_workbook(path)
    for sheet, values in {
        "Forma": [None, None, date(2026, 2, 15), "Finansų skyrius", None, "Taip", executed, 0],
        "Atvirumas": ["Ne", None, None, "Ne", None, "Ne", None],
    }.items():
        for number, value in enumerate(values, start=FIRST_DATA_ROW):
            if value is not None:
                book[sheet].cell(number, 2).value = value
    row = [ANOTHER, "Pirmoji įstaiga", "Biudžetinė įstaiga", "Kultūra", "Asignavimas", "P1",
           "Savivaldybės lėšos", executed, executed, executed]  # fmt: skip
    assert book["Asignavimai"].cell(HEADER_ROW, 1).value
    for number, value in enumerate(row, start=1):
        book["Asignavimai"].cell(FIRST_DATA_ROW, number).value = value
    book.save(path)


def test_from_an_empty_form_to_a_published_figure_and_back(tmp_path: Path, var: Path) -> None:
    path = tmp_path / "forma.xlsx"
    run("form", "Vilniaus m.", 2025, "-o", path, data=var)
    fill(path, 100_000_000)
    run("check", path, data=var)
    assert (
        "forma.xlsx: priimta (Vilniaus miesto savivaldybė, 2025 m.)."
        in run("accept", path, data=var).stdout
    )
    said = run("build", data=var).output
    assert "figures of 1 municipality-years from accepted forms, none in the others" in said
    assert total(var) == (100_000_000, "ok", False)
    fill(path, 200_000_000)
    assert "Pakeitė ankstesnę formą" in run("accept", path, data=var).stdout
    run("build", data=var)
    assert total(var) == (200_000_000, "ok", False)
    said = run("rollback", data=var).output
    assert re.search(r"built \d{4}-\d\d-\d\d \d\d:\d\d UTC; former builds kept: 0$", said.strip())
    assert total(var) == (100_000_000, "ok", False)
    assert "cannot go 1 back" in run("rollback", data=var, expect=1).output


def test_only_told_a_build_invents_and_never_beside_what_is_real(clean: Path, var: Path) -> None:
    run("build", data=var)
    assert total(var)[1:] == ("not_asked", False)
    run("accept", clean, data=var)
    run("submissions", "--set", "no_answer", "Kauno m.", 2025, data=var)
    assert "invented in the others" in run("build", "--demo", data=var).output
    assert total(var) == (200_002_950.85, "ok", False)
    assert total(var, "19")[1:] == ("no_answer", False)
    assert total(var, "21")[1:] == ("ok", True)


def test_what_has_errors_is_refused_by_cell_and_the_rest_is_taken(
    clean: Path, tmp_path: Path, var: Path
) -> None:
    draft = true_to_life()
    draft.put("Asignavimai!H5", "daug")
    bad, cut = write_xlsx(draft, tmp_path / "klaidos.xlsx"), tmp_path / "nukirsta.xlsx"
    done = run("accept", clean, bad, data=var, expect=1)
    assert "klaidos.xlsx: nepriimta." in done.stdout
    assert "Asignavimai!H5" in done.stdout
    assert "Priimta: 1, jau buvo: 0, nepriimta: 1." in done.stderr
    cut.write_bytes(clean.read_bytes()[:500])
    done = run("accept", clean, bad, cut, "--lang", "en", data=var, expect=2)
    assert "vilnius.xlsx: this form is there already" in done.stdout
    assert "nukirsta.xlsx: not accepted." in done.stdout


def test_the_older_of_two_forms_does_not_undo_a_correction(
    clean: Path, tmp_path: Path, var: Path
) -> None:
    sent = tmp_path / "gauta"
    sent.mkdir()
    first, second = sent / "z pirma.xlsx", sent / "a pataisyta.xlsx"
    first.write_bytes(clean.read_bytes())
    run("accept", sent, data=var)
    book = load_workbook(clean)
    book["Forma"]["B8"].value = "Biudžeto skyrius"
    book.save(second)
    both = run("accept", sent, data=var, expect=1).stdout
    assert f"kitokios tos pačios savivaldybės tų pačių metų formos: {first}" in both
    assert f'savivalda accept "{second}"' in both
    assert "Pakeitė ankstesnę formą" in run("accept", second, data=var).stdout
    done = run("accept", sent, data=var, expect=1).stdout
    assert f'savivalda accept --again "{first}"' in done
    assert "a pataisyta.xlsx: ši forma jau priimta" in done
    assert "z pirma.xlsx: priimta" in run("accept", "--again", first, data=var).stdout


def test_the_mended_copy_of_a_form_is_taken_and_an_untouched_one_named(
    clean: Path, tmp_path: Path, var: Path
) -> None:
    sent = tmp_path / "gauta"
    sent.mkdir()
    book = load_workbook(clean)
    book["Asignavimai"]["H5"].value = "daug"
    book.save(sent / "forma.xlsx")
    run("check", sent, "--format", "marked", data=var, expect=1)
    copy = sent / "forma-pastabos.xlsx"
    done = run("accept", sent, data=var, expect=1)
    assert "forma-pastabos.xlsx: praleista" in done.stdout
    assert "skipped,,," in (var / "forms" / "log.csv").read_text(encoding="utf-8")
    book = load_workbook(copy)
    book["Asignavimai"]["H5"].value = 1000
    book.save(copy)
    (sent / "forma.xlsx").unlink()
    assert "forma-pastabos.xlsx: priimta" in run("accept", sent, data=var).stdout


def test_a_form_in_thousands_is_taken_only_when_confirmed(tmp_path: Path, var: Path) -> None:
    path = tmp_path / "forma.xlsx"
    run("form", "Vilniaus m.", 2025, "-o", path, data=var)
    fill(path, 1_300_000.25)
    refused = run("accept", path, data=var, expect=1).stdout
    assert "Suma vienam gyventojui neįtikima" in refused
    assert f'savivalda accept --confirm size "{path}"' in refused
    done = run("accept", "--confirm", "size", path, data=var).stdout
    assert "forma.xlsx: priimta" in done
    assert "Forma!B11" in done, "warnings are told, not counted"


def test_a_form_is_compared_with_one_accepted_before_any_build(tmp_path: Path, var: Path) -> None:
    for year, executed in ((2024, 100_000_000), (2025, 600_000_000)):
        path = tmp_path / f"{year}.xlsx"
        run("form", "Vilniaus m.", year, "-o", path, data=var)
        fill(path, executed)
        if year == 2024:
            run("accept", path, data=var)
    said = run("check", path, "--lang", "en", data=var).stdout
    assert "The total changed 6.0-fold on the year before" in said
    assert "The recipient's amount changed 6.0-fold" in said


def test_a_map_says_what_columns_are_called(clean: Path, tmp_path: Path, var: Path) -> None:
    book = load_workbook(clean)
    book["Asignavimai"]["H4"].value = "Biudžete numatyta suma"
    book.save(clean)
    renamed = tmp_path / "map.csv"
    renamed.write_text("sheet,heading,column\nAsignavimai,Biudžete numatyta suma,planned\n")
    run("accept", clean, data=var, expect=1)
    run("accept", clean, "--map", renamed, data=var)


def test_submissions_are_counted_by_year_and_listed_for_one(clean: Path, var: Path) -> None:
    run("accept", clean, data=var)
    run("submissions", "--set", "no_answer", "19", 2025, "--set", "no_answer", "21", 2025, data=var)
    counted = run("submissions", data=var).output
    assert "2025  Neprašyta: 57; Prašyta, neatsakyta: 2; Priimta: 1" in counted
    listed = run("submissions", 2025, "--lang", "en", data=var).output.splitlines()
    assert len(listed) == 60
    (line,) = [line for line in listed if line.startswith("13  ")]
    assert re.search(r"Accepted +\d{4}-\d\d-\d\d$", line)
    forgotten = run("submissions", 2025, "--set", "forget", "19", 2025, data=var).output
    assert forgotten.count("Prašyta, neatsakyta") == 1


def test_a_year_that_nothing_came_for_yet_is_listed(var: Path) -> None:
    listed = run("submissions", 2026, data=var).output.splitlines()
    assert len([line for line in listed if line.endswith("Neprašyta")]) == 60


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["submissions", "--set", "no_anwser", "13", "2025"], 2, "no_answer"),
        (["submissions", "--set", "no_answer", "Vilniaus", "2025"], 1, "Vilniaus r. sav."),
        (["submissions", "--set", "no_answer", "13", "2025"], 1, "a form came on"),
        (["submissions", "--set", "no_answer", "13", "1900"], 1, "no forms of 1900"),
        (["submissions", "1900"], 2, "no forms are known of 1900"),
        (["submissions", "12"], 2, "no forms are known of 12"),
        (["accept"], 2, "PATH"),
        (["accept", "{folder}/none.xlsx"], 2, "none.xlsx: nepriimta"),
        (["accept", "{folder}/empty"], 2, "no forms in"),
        (["import", "{folder}/a.csv"], 2, "--map"),
        (["import", "{folder}/a.csv", "--map", "{folder}/none.csv"], 1, "none.csv"),
        (["import", "{folder}/none.csv", "--map", "{folder}/map.csv"], 2, "none.csv"),
        (["rollback"], 1, "former builds kept: 0"),
        (["rollback", "--steps", "0"], 2, "steps"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    clean: Path, tmp_path: Path, var: Path, arguments: list[str], code: int, said: str
) -> None:
    run("accept", clean, data=var)
    (tmp_path / "empty").mkdir()
    write_map(tmp_path / "map.csv")
    before = (var / "forms" / "log.csv").read_bytes()
    done = run(*(each.format(folder=tmp_path) for each in arguments), data=var, expect=code)
    assert said in done.output
    assert (var / "forms" / "log.csv").read_bytes().startswith(before)
    assert not (var / "forms" / "states.csv").exists()


def test_a_historical_table_is_imported_through_its_map(tmp_path: Path, var: Path) -> None:
    table, columns = write_table(tmp_path / "istorija.csv", 1320), write_map(tmp_path / "map.csv")
    done = run("import", table, "--map", columns, data=var)
    assert (
        f"\n{table}: priimta, eilučių: 1\xa0320. Savivaldybių ir metų: naujų 660, jau buvusių 0, "
        "paliktų su sava forma 0.\n" in done.stdout
    )
    run("build", data=var)
    assert total(var)[1:] == ("ok", False)
    worse = tmp_path / "blogesnė.csv"
    text = table.read_text(encoding="utf-8")
    worse.write_text(text.replace("Sportas", "Sporta tas", 1), encoding="utf-8")
    done = run("import", worse, "--map", columns, "--lang", "en", data=var, expect=1)
    assert "blogesnė!F2" in done.stdout
    assert "Municipalities and years" not in done.stdout
