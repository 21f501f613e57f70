"""What a command and its processes say as errors is what the command has to say, and no more.

A module of native code may tell at its very end, past every handler, which of its objects were not
taken away ("leaked … instances"). It does where the collector was told to leave them alone, so the
processes that check forms are tried here with such a module loaded in each. What other commands say
is told in `test_ending.py`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.data.forms.drafts import at, true_to_life
from tests.data.forms.writers import write_ods, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[3]
LOADED = f"""import sys
sys.path.insert(0, {str(ROOT)!r})
import duckdb  # each process that is started imports what stands here
from dashboard.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""
COUNTED = r"Patikrinta formų: 4\. .*\n"
NOT_COMPARED = r"Priimtų ankstesnių metų duomenų nėra, .*\n"
SAID: Mapping[str, str] = {
    "check forms": NOT_COMPARED + COUNTED,
    "check --format marked forms -o marked": NOT_COMPARED + COUNTED,
    "accept forms/a.xlsx forms/b.xlsx": r"Priimta: 1, .*\n",
}


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four forms of every kind, one of them faulty and one no form at all."""
    folder = tmp_path_factory.mktemp("noise")
    (folder / "forms").mkdir()
    draft = true_to_life()
    draft.put(at("form", "year"), 2025)
    write_xlsx(draft, folder / "forms" / "a.xlsx")
    write_ods(draft, folder / "forms" / "c.ods")
    (folder / "forms" / "d.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000))
    draft.put(at("form", "year"), "soon")
    write_xlsx(draft, folder / "forms" / "b.xlsx")
    (folder / "script.py").write_text(LOADED, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_commands_and_their_processes_say_no_more_than_they_have_to(forms: Path) -> None:
    for arguments, said in SAID.items():
        command = [sys.executable, "script.py", *arguments.split()]
        done = subprocess.run(command, cwd=forms, capture_output=True, text=True, check=False)
        assert re.fullmatch(said, done.stderr), (arguments, done.stderr)
