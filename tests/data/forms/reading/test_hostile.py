"""Hostile files get one clear refusal, and little memory: each is read in a process of its own.

The process may take a generous while before the test gives up: how fast it is depends on what else
the machine does. Its memory is the most that it ever held, as Linux counts it since the process
began (`ru_maxrss` would start from what its parent held).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.forms.checking.check import check_file
from tests.data.forms.reading.hostile import HOSTILE, path_trick

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is measured as Linux counts it"
)
ROOT = Path(__file__).parents[4]
MOST_MEMORY = 300_000_000
PATIENCE = 60
CHECK = """
import json, sys
from data.forms.checking.check import check_file
report = check_file(sys.argv[1])
memory = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) * 1024
codes = [problem.code for problem in report.problems]
print(json.dumps([codes, report.exit_code, report.rows is None, memory]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_refusal(name: str, tmp_path: Path) -> None:
    make, expected = HOSTILE[name]
    path = make(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(path)],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    codes, exit_code, nothing_kept, memory = json.loads(done.stdout)
    assert codes == [expected]
    assert exit_code == 2
    assert nothing_kept
    assert memory <= MOST_MEMORY


def test_nothing_is_written_beside_a_hostile_file(tmp_path: Path) -> None:
    path = path_trick("../escaped.txt")(tmp_path)
    before = sorted(tmp_path.parent.rglob("*"))
    check_file(path)
    assert sorted(tmp_path.parent.rglob("*")) == before
