"""`savivalda check PATH…` names every problem with its cell, and changes none of the forms."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from dashboard.cli import main as cli
from tests.data.forms.drafts import true_to_life
from tests.data.forms.writers import write_csvs, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

PERSON = "38901010003"


def run(*arguments: object, data: Path) -> Result:
    done = CliRunner().invoke(
        cli.main, ["check", *map(str, arguments)], env={"DATA_DIR": str(data)}, prog_name="x"
    )
    assert "Traceback" not in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return write_xlsx(true_to_life(), tmp_path / "gera.xlsx")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A word for an amount, more executed than planned, a personal code."""
    draft = true_to_life()
    draft.put("Asignavimai!H5", "daug")
    draft.put("Asignavimai!J6", 5000)
    draft.put("Asignavimai!L7", f"a. k. {PERSON}")
    return write_xlsx(draft, tmp_path / "klaidos.xlsx")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "sugadinta.xlsx"
    path.write_bytes(b"PK\x03\x04 cut")
    return path


def test_a_clean_form_is_called_so(clean: Path, tmp_path: Path) -> None:
    done = run(clean, data=tmp_path / "none")
    assert done.exit_code == 0, done.output
    assert "Klaidų nėra." in done.stdout


def test_without_earlier_years_it_says_that_it_could_not_compare(
    clean: Path, tmp_path: Path, store: Store
) -> None:
    """Neither without a database, nor where it holds demonstration figures alone."""
    shutil.copy(store.path, tmp_path / "savivalda.duckdb")
    for data in (tmp_path / "none", tmp_path):
        done = run(clean, data=data)
        assert done.exit_code == 0
        assert "su jais nepalyginta" in done.stderr
        assert "su jais nepalyginta" not in done.stdout


def test_every_problem_is_named_with_its_cell(faulty: Path, tmp_path: Path) -> None:
    done = run(faulty, data=tmp_path)
    assert done.exit_code == 1
    for part in ("Asignavimai!H5", "daug", "Asignavimai!J6", "Asignavimai!L7", "Turi būti"):
        assert part in done.stdout
    assert PERSON not in done.output
    assert "Asignavimai!H5" in run(faulty, "--lang", "en", data=tmp_path).stdout
    assert "What is wrong" in run(faulty, "--lang", "en", "--format", "html", data=tmp_path).stdout


def test_warnings_do_not_block(tmp_path: Path) -> None:
    draft = true_to_life()
    draft.put("Asignavimai!I6", 900)
    done = run(write_xlsx(draft, tmp_path / "a.xlsx"), data=tmp_path)
    assert done.exit_code == 0
    assert "Įspėjimas" in done.stdout


def test_what_cannot_be_read_is_the_worst(
    clean: Path, faulty: Path, broken: Path, tmp_path: Path
) -> None:
    assert run(broken, data=tmp_path).exit_code == 2
    assert run(clean, faulty, broken, data=tmp_path).exit_code == 2
    assert run(clean, faulty, data=tmp_path).exit_code == 1
    done = run(tmp_path / "nowhere.xlsx", data=tmp_path)
    assert done.exit_code == 2
    assert "nowhere.xlsx" in done.stdout


def test_a_folder_is_checked_whole_and_counted(
    clean: Path, faulty: Path, broken: Path, tmp_path: Path
) -> None:
    (tmp_path / "laiškas.docx").write_bytes(b"")
    write_csvs(true_to_life(), tmp_path / "lapai")
    done = run(tmp_path, data=tmp_path)
    assert done.exit_code == 2
    for path in (clean, faulty, broken, tmp_path / "lapai"):
        assert f"Failas: {path}" in done.stdout
    counted = "Patikrinta formų: 4. Be klaidų: 2, su klaidomis: 1, neperskaityta: 1."
    assert counted in done.stderr
    assert "laiškas.docx" in done.stderr


def test_json_is_a_list_for_other_programs(clean: Path, faulty: Path, tmp_path: Path) -> None:
    done = run(clean, faulty, "--format", "json", "--lang", "en", data=tmp_path)
    said = json.loads(done.stdout)
    assert [(each["file"], each["clean"]) for each in said] == [
        (str(clean), True),
        (str(faulty), False),
    ]
    assert "Asignavimai!H5" in {problem["place"] for problem in said[1]["problems"]}


def test_html_is_one_page_for_all(clean: Path, faulty: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    done = run(clean, faulty, "--format", "html", "-o", target, data=tmp_path)
    assert done.stdout == ""
    page = target.read_text(encoding="utf-8")
    assert page.count("<html") == 1
    assert "gera.xlsx" in page
    assert "Asignavimai!H5" in page


def test_marked_copies_stand_beside_the_forms_and_leave_them_alone(
    clean: Path, faulty: Path, broken: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in (clean, faulty, broken)}
    done = run(tmp_path, "--format", "marked", data=tmp_path)
    assert done.exit_code == 2
    assert {path: path.read_bytes() for path in before} == before
    marked = tmp_path / "klaidos-pastabos.xlsx"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [*(path.name for path in before), marked.name]
    )
    assert str(marked) in done.stdout
    assert load_workbook(marked)["Asignavimai"]["H5"].comment
    again = run(tmp_path, "--format", "marked", "--lang", "en", "-o", tmp_path / "out",
                data=tmp_path)  # fmt: skip
    assert again.exit_code == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["klaidos-remarks.xlsx"]


def test_a_map_says_what_columns_are_called(tmp_path: Path) -> None:
    draft = true_to_life()
    draft.put("Asignavimai!H4", "Biudžete numatyta suma")
    path = write_xlsx(draft, tmp_path / "a.xlsx")
    renamed = tmp_path / "map.csv"
    renamed.write_text("sheet,heading,column\nAsignavimai,Biudžete numatyta suma,planned\n")
    assert run(path, data=tmp_path).exit_code == 1
    assert run(path, "--map", renamed, data=tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{folder}/empty"], "no forms in"),
        (["{folder}/gera.xlsx", "-o", "{folder}/./gera.xlsx"], "one of the forms"),
        (["{folder}/gera.xlsx", "-o", "{folder}/none/a.txt"], "none/a.txt"),
        (["{folder}/gera.xlsx", "--map", "{folder}/none.csv"], "none.csv"),
        (["{folder}/gera.xlsx", "--lang", "de"], "'de'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_message(
    clean: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty").mkdir()
    before = clean.read_bytes()
    done = run(*(each.format(folder=tmp_path) for each in arguments), data=tmp_path)
    assert done.exit_code not in {0, None}
    assert said in done.output
    assert clean.read_bytes() == before


def test_a_file_that_cannot_be_used_is_told_in_words(clean: Path, tmp_path: Path) -> None:
    folder = tmp_path / "aplankas"
    folder.mkdir()
    for arguments, said in {
        ("-o", folder): f"{folder}: this is a folder, not a file",
        ("--map", folder): f"{folder}: this is a folder, not a file",
        ("--map", tmp_path / "nera.csv"): f"{tmp_path / 'nera.csv'}: there is no such file",
    }.items():
        done = run(clean, *arguments, data=tmp_path)
        assert done.exit_code == 1
        assert said in done.stderr
        assert "Errno" not in done.output
