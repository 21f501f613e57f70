"""Many files are checked at once, and what happens to one costs no other its report."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from data.forms.checking.batch import check_many
from data.forms.checking.check import check_file
from data.forms.checking.report import exit_code
from tests.data.forms.checking.checks import DEMO
from tests.data.forms.drafts import good, true_to_life
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from data.forms.checking.report import Report


def dying(path: Path, **_options: object) -> Report:
    """A check that ends its process at some files."""
    if "dies" in path.name:
        os._exit(9)
    return check_file(path, context=DEMO)


def failing(path: Path, **_options: object) -> Report:
    if "fails" in path.name:
        raise ZeroDivisionError
    return check_file(path, context=DEMO)


def test_many_files_are_reported_in_their_order(tmp_path: Path) -> None:
    paths = [write_xlsx(good(), tmp_path / f"{n}.xlsx") for n in range(20)]
    paths[7].write_bytes(b"broken")
    reports = list(check_many(paths, context=DEMO, processes=2))
    assert [report.path for report in reports] == paths
    assert [report.exit_code for report in reports] == [2 if n == 7 else 0 for n in range(20)]
    assert exit_code(reports) == 2
    assert list(check_many([], context=DEMO)) == []


def test_a_file_that_ends_its_process_costs_no_other_report(tmp_path: Path) -> None:
    names = ["a", "b", "dies", "c", "d", "e", "f", "g", "h", "dies too", "i"]
    paths = [write_xlsx(good(), tmp_path / f"{name}.xlsx") for name in names]
    reports = list(check_many(paths, processes=2, check=dying))
    assert [report.path for report in reports] == paths
    codes = [[problem.code for problem in report.problems] for report in reports]
    assert codes == [["reader_died"] if "dies" in name else [] for name in names]


def test_a_fault_of_ours_at_one_file_costs_no_other_report(tmp_path: Path) -> None:
    paths = [write_xlsx(good(), tmp_path / f"{name}.xlsx") for name in ("a", "fails", "b")]
    reports = list(check_many(paths, processes=1, check=failing))
    assert [report.exit_code for report in reports] == [0, 2, 0]


def test_processes_end_without_a_word_whatever_their_program_imports(tmp_path: Path) -> None:
    """A library that counts what is left at the end (DuckDB's) must not find all that there is."""
    program = tmp_path / "program.py"
    program.write_text(
        f"import sys\nsys.path.insert(0, {str(Path(__file__).parents[4])!r})\n"
        "import duckdb\nfrom data.forms.checking.batch import check_many\n"
        "if __name__ == '__main__':\n    (report,) = check_many(sys.argv[1:])\n"
        "    sys.exit(report.exit_code)\n"
    )
    form = write_xlsx(true_to_life(), tmp_path / "form.xlsx")
    done = subprocess.run(
        [sys.executable, program, form], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
