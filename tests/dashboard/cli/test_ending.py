"""Every command ends cleanly, whoever stops listening to it, and its exit code is its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest
from click import ClickException

from dashboard.cli import ending
from dashboard.cli.failing import or_say
from dashboard.cli.main import COMMANDS as KNOWN
from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS
from data.errors import ArchiveError
from data.forms.history import import_table
from tests.bench.historical import write_map, write_table
from tests.dashboard.cli.test_cli_plans import FORM
from tests.data.building.publishing import put
from tests.data.forms.drafts import at, true_to_life
from tests.data.forms.writers import write_xlsx
from tests.data.refresh.answers import inflation

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
# As pip writes it: the processes that check files import it too.
SCRIPT = f"""import sys
sys.path.insert(0, {str(ROOT)!r})
from dashboard.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""
COMMANDS = {
    "--help": 0,
    "--version": 0,
    "form 13 2026 -o new.xlsx": 0,
    "form --all 1900 new": 1,
    "check": 0,
    "check good.xlsx": 0,
    "check good.xlsx faulty.xlsx": 1,
    "check --format marked faulty.xlsx -o marked": 1,
    "check map.csv absent.xlsx": 2,
    "accept good.xlsx": 0,
    "accept faulty.xlsx": 1,
    "import table.csv --map map.csv": 0,
    "submissions": 0,
    "submissions 2020": 0,
    "statuses-form -o statuses.xlsx": 0,
    "statuses statuses.csv --folder plans": 0,
    "refresh prices --from prices.json": 1,  # there is nobody to say yes
    "remark add 53 --by Merija --text-lt Tiek --text-en That": 0,
    "remark list": 0,
    "sheet 53 -o sheet.pdf": 0,
    "forum 53 -o forum.html": 0,
    "analysis 2025 -o analysis": 1,  # there is nothing to tell of
    "mcp": 0,
    "backup atlas.tar": 0,
    "restore atlas.tar": 1,  # there is an archive
    "verify": 0,
    "rollback": 0,
    "build": 0,
}
TOLD = {
    "form --all 1900 new": "Error: .*1900.*",
    "check good.xlsx": "Priimtų ankstesnių metų duomenų nėra, .*",
    "check good.xlsx faulty.xlsx": "Priimtų ankstesnių .*\nPatikrinta formų: 2. .*",
    "check map.csv absent.xlsx": "Patikrinta formų: 2. .*",
    "accept good.xlsx": "Priimta: .*",
    "accept faulty.xlsx": "Priimta: .*",
    "refresh prices --from prices.json": "Aborted!",
    "restore atlas.tar": "Error: .*/var holds an archive of forms; nothing was restored.*",
    "analysis 2025 -o analysis": "Error: 2025: no figure of that year counts; .*: none .*",
}
"""What is said as an error, and so whatever becomes of the output."""


@pytest.fixture(scope="module")
def prepared(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with something for every command, and a database with a former one."""
    folder = tmp_path_factory.mktemp("ending")
    draft = true_to_life()
    draft.put(at("form", "year"), 2025)
    write_xlsx(draft, folder / "good.xlsx")
    draft.put(at("form", "year"), "soon")
    write_xlsx(draft, folder / "faulty.xlsx")
    table, columns = write_table(folder / "table.csv", 10), write_map(folder / "map.csv")
    import_table(table, columns, folder / "var")
    (folder / "statuses.csv").write_text(FORM.format("law"), encoding="utf-8")
    (folder / "prices.json").write_bytes(inflation().json())
    shutil.copytree(DEFAULT_FOLDER / PLANS, folder / "plans")
    for _ in range(2):
        put(folder / "var" / "savivalda.duckdb", empty)
    (folder / "script.py").write_text(SCRIPT, encoding="utf-8")
    return folder


def start(folder: Path, arguments: str, *, shell: str = "", **how: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "script.py", *arguments.split()]
    before = ["sh", "-c", f'exec "$@" {shell}', "sh"] if shell else []
    environment = {key: value for key, value in os.environ.items() if key != "DATA_DIR"}
    return subprocess.Popen(
        [*before, *command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def reader_left(folder: Path, arguments: str) -> subprocess.Popen[str]:
    """A command whose first word already finds nobody, as `| head -0` might be gone."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return start(folder, arguments, stdout=writing)
    finally:
        os.close(writing)


def closed(folder: Path, arguments: str) -> subprocess.Popen[str]:
    return start(folder, arguments, shell=">&-")


def nobodies(arguments: str) -> list[Callable[[Path, str], subprocess.Popen[str]]]:
    """Ways in which nobody listens: by turns, and both for commands that say much or little."""
    ways = [reader_left, closed]
    if arguments in {"--help", "check good.xlsx"}:
        return ways
    return [ways[list(COMMANDS).index(arguments) % 2]]


def full(folder: Path, arguments: str) -> subprocess.Popen[str]:
    return start(folder, arguments, shell="> /dev/full")


@pytest.mark.parametrize(
    ("output", "arguments"),
    [(each, arguments) for arguments in COMMANDS for each in nobodies(arguments)],
)
def test_a_command_that_nobody_listens_to_does_its_work_and_says_no_more(
    prepared: Path,
    tmp_path: Path,
    output: Callable[[Path, str], subprocess.Popen[str]],
    arguments: str,
) -> None:
    folder = shutil.copytree(prepared, tmp_path / "work")
    with output(folder, arguments) as process:
        _, told = process.communicate()
    assert re.fullmatch(f"({TOLD[arguments]}\n)?" if arguments in TOLD else "", told), told
    assert process.returncode == COMMANDS[arguments]


def test_the_list_of_commands_is_whole() -> None:
    assert {each.split()[0] for each in COMMANDS} >= KNOWN.keys() - {"serve"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("arguments", ["check", "accept good.xlsx", "--help"])
def test_a_command_whose_words_find_no_room_says_so_and_fails(
    prepared: Path, tmp_path: Path, arguments: str
) -> None:
    folder = shutil.copytree(prepared, tmp_path / "work")
    with full(folder, arguments) as process:
        _, told = process.communicate()
    last = told.splitlines()[-1]
    assert last == "Error: cannot write what there is to say: No space left on device"
    assert process.returncode == 1


def test_what_a_command_says_is_said_where_somebody_listens(prepared: Path) -> None:
    with start(prepared, "check good.xlsx", stdout=subprocess.PIPE) as process:
        said, told = process.communicate()
    assert said.startswith("Failas: good.xlsx, Vilniaus miesto savivaldybė, 2025\n")
    assert re.fullmatch(f"{TOLD['check good.xlsx']}\n", told)
    assert process.returncode == 0


@pytest.mark.parametrize("arguments", ["check good.xlsx faulty.xlsx", "build"])
@pytest.mark.parametrize("after", [0.7, 1.5])
def test_ctrl_c_ends_a_command_and_its_processes_without_a_trace(
    prepared: Path, tmp_path: Path, arguments: str, after: float
) -> None:
    folder = shutil.copytree(prepared, tmp_path / "work")
    with start(folder, arguments, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    done = f"{TOLD['check good.xlsx faulty.xlsx']}\n"
    assert re.fullmatch(rf"\n*(Aborted!\n)?|{done}", told), told


def test_ctrl_c_that_became_another_error_is_still_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> None:
        raise ArchiveError("table.csv cannot be imported: KeyboardInterrupt")

    with pytest.raises(ClickException, match=r"table\.csv"):
        or_say(work)
    monkeypatch.setattr(ending, "_interrupts", [signal.SIGINT])
    with pytest.raises(KeyboardInterrupt):
        or_say(work)


@pytest.mark.parametrize("output", [reader_left, closed])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_nobody_listens_to_serves_until_it_is_told_to_end(
    prepared: Path,
    output: Callable[[Path, str], subprocess.Popen[str]],
    end: signal.Signals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))
    with output(prepared, "serve") as process:
        until = time.monotonic() + 60
        while not _answers(port) and time.monotonic() < until:
            time.sleep(0.1)
        assert _answers(port)
        process.send_signal(end)
        _, told = process.communicate(timeout=30)
    assert told == ""
    assert process.returncode == (0 if end == signal.SIGINT else -signal.SIGTERM)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health") as answer:
            return answer.status == 200
    except OSError:
        return False
