"""The command does what it says, in plain sentences, and fails in them too."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import building, serving
from dashboard.cli import check as cli_check
from dashboard.cli import main as cli
from data.asking.store import Store
from data.errors import BuildError, CheckFailed

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "accept", "backup", "build", "check", "form", "import", "refresh", "remark", "restore",
    "rollback", "serve", "submissions", "verify",
)  # fmt: skip


def run(*arguments: str, data: Path, **environment: str) -> Result:
    done = CliRunner().invoke(
        cli.main, arguments, env={"DATA_DIR": str(data), **environment}, prog_name="savivalda"
    )
    assert "Traceback" not in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def published(store: Store, tmp_path: Path) -> Path:
    """A data folder with a database."""
    shutil.copy(store.path, tmp_path / "savivalda.duckdb")
    return tmp_path


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the server was started with, instead of starting it."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(
        serving.uvicorn, "run", lambda app, **how: calls.append({"app": app, **how})
    )
    return calls


@pytest.mark.parametrize("arguments", [("--help",), ()])
def test_help_lists_every_command_with_a_sentence(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    text = run(*arguments, data=tmp_path).output
    assert "60 municipalities" in text
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[A-Z].{{20,}}\.$", text, re.MULTILINE), command
    for setting in ("DATA_DIR", "HOST", "PORT", "WORKERS", "FRAME_ANCESTORS"):
        assert setting in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    done = run(command, "--help", data=tmp_path)
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: savivalda {command}")


def test_it_says_its_version(tmp_path: Path) -> None:
    assert re.fullmatch(r"savivalda \d+\.\d+\.\d+\n", run("--version", data=tmp_path).output)


def test_an_unknown_command_is_an_error(tmp_path: Path) -> None:
    done = run("biuld", data=tmp_path)
    assert done.exit_code == 2
    assert "biuld" in done.output


def test_build_publishes_and_reports(tmp_path: Path) -> None:
    done = run("build", data=tmp_path / "new")
    assert done.exit_code == 0, done.output
    target = tmp_path / "new" / "savivalda.duckdb"
    with Store(target) as store:
        assert f"published {target}, data version {store.version}, " in done.output
    assert re.search(r"^municipality +60$", done.output, re.MULTILINE)
    assert re.search(r"^\d+ checks passed; ", done.output, re.MULTILINE)
    assert {path.name for path in target.parent.iterdir()} == {
        target.name,
        f"{target.name}.dataset",
    }


def test_a_failed_build_says_why_and_leaves_the_database(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path, **__: object) -> None:
        raise BuildError("population.csv has no column 'residents'")

    before = (published / "savivalda.duckdb").read_bytes()
    monkeypatch.setattr(building, "build", fail)
    done = run("build", data=published)
    assert done.exit_code == 1
    assert done.output == "Error: population.csv has no column 'residents'\n"
    assert (published / "savivalda.duckdb").read_bytes() == before


def test_check_passes_on_what_was_built(published: Path) -> None:
    done = run("check", data=published)
    assert done.exit_code == 0
    assert done.output == f"{published / 'savivalda.duckdb'}: every check passed\n"


def test_check_names_every_failed_check_and_its_rows(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = [
        CheckFailed("places_known", [{"municipality": "99"}], 1, "An unknown place."),
        CheckFailed("rows_unique", [{"municipality": "13"}], 4, "Twice there."),
    ]
    monkeypatch.setattr(cli_check, "check_file", lambda _: failed)
    done = run("check", data=published)
    assert done.exit_code == 1
    for part in ("places_known", "municipality=99", "An unknown place.", "rows_unique", "rows: 4"):
        assert part in done.output
    assert "every check passed" not in done.output


@pytest.mark.parametrize("command", ["check", "serve"])
def test_without_a_database_it_says_what_to_do(
    command: str, tmp_path: Path, served: list[dict[str, Any]]
) -> None:
    done = run(command, data=tmp_path)
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert str(tmp_path / "savivalda.duckdb") in done.output
    assert "run `savivalda build`" in done.output
    assert not served


@pytest.mark.parametrize("command", ["check", "check form.xlsx", "form 13 2026", "serve"])
def test_a_broken_database_is_called_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "form.xlsx").touch()
    (tmp_path / "savivalda.duckdb").write_text("no database " * 2000)
    done = run(*command.split(), data=tmp_path)
    assert done.exit_code == 1
    assert "not a published database" in done.output


def test_serve_says_where_and_starts_the_server_there(
    published: Path, served: list[dict[str, Any]]
) -> None:
    done = run("serve", data=published, HOST="0.0.0.0", PORT="8123", WORKERS="3")
    assert done.exit_code == 0
    assert done.output == "http://0.0.0.0:8123\n"
    (call,) = served
    assert (call["host"], call["port"], call["workers"]) == ("0.0.0.0", 8123, 3)
    assert call["app"] == "dashboard.asgi:make"
    assert call["server_header"] is False


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_setting_stops_every_command_with_one_sentence(
    command: str, published: Path
) -> None:
    done = run(command, data=published, PORT="eighty")
    assert done.exit_code == 2
    assert "PORT is 'eighty': expected a whole number from 1 to 65535" in done.output


def test_help_is_there_even_where_a_setting_is_wrong(tmp_path: Path) -> None:
    assert run("--help", data=tmp_path, PORT="eighty").exit_code == 0


def test_a_form_is_written_for_any_spelling_of_a_municipality(tmp_path: Path) -> None:
    target = tmp_path / "forma.xlsx"
    done = run("form", "kauno r.", "2026", "-o", str(target), data=tmp_path)
    assert done.exit_code == 0, done.output
    assert "Kauno rajono savivaldybė" in done.output
    assert target.read_bytes().startswith(b"PK")


def test_all_forms_go_where_they_are_told_and_replace_none_that_is_filled_in(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "formos"
    assert run("form", "--all", "2026", "-o", str(folder), data=tmp_path).exit_code == 0
    assert len([*folder.iterdir()]) == 60
    filled, lost = folder / "savivalda-forma-13-2026.xlsx", folder / "savivalda-forma-11-2026.xlsx"
    filled.write_bytes(b"filled in")
    lost.unlink()
    done = run("form", "--all", "2026", str(folder), data=tmp_path)
    assert done.exit_code == 1
    assert str(filled) in done.output
    assert "--overwrite" in done.output
    assert (filled.read_bytes(), lost.exists()) == (b"filled in", False)
    assert run("form", "13", "2026", "-o", str(filled), data=tmp_path).exit_code == 1
    done = run("form", "--all", "2026", str(folder), "--overwrite", data=tmp_path)
    assert done.output.splitlines()[-1] == f"replaced: {filled}"
    assert lost.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["form", "Vilnius", "2026"], "Vilniaus m. sav., Vilniaus r. sav."),
        (["form", "13", "soon"], "expected a number such as 2026"),
        (["form", "13"], "expected a municipality and a year"),
        (["form", "--all", "2026"], "got folders: none"),
        (["form", "--all", "2026", "a", "-o", "b"], "got folders: a, b"),
        (["form", "13", "1900"], "1900"),
        (["refresh", "prices", "--from", "nowhere.json"], "nowhere.json"),
        (["refresh", "weather"], "population"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_message(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = run(*arguments, data=tmp_path)
    assert done.exit_code != 0
    assert said in done.output
    assert list(tmp_path.iterdir()) == []
