"""The walls stand: geo ← data ← dashboard ← savivalda, each with its libraries, and no circle."""

from __future__ import annotations

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Which module imports which, also where only the type checker needs it: readers do too."""
    packages = ("geo", "data", "dashboard", "savivalda")
    return grimp.build_graph(*packages, exclude_type_checking_imports=False, cache_dir=None)


def test_imports_keep_to_the_walls() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
    assert " 0 kept" not in done.stdout


def test_no_module_imports_itself_by_way_of_others(graph: grimp.ImportGraph) -> None:
    imports = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}
    assert circles(imports) == []


def test_no_room_imports_itself_by_way_of_others(graph: grimp.ImportGraph) -> None:
    """Rooms are what stands side by side in a package, each with all that is in it."""
    back = {room: graph.nominate_cycle_breakers(room) for room in sorted(graph.modules)}
    assert {room: sorted(imports) for room, imports in back.items() if imports} == {}


def circles(imports: dict[str, set[str]]) -> list[str]:
    """Every circle that is left when one import of each before it is taken away."""
    found = []
    while True:
        try:
            TopologicalSorter(imports).prepare()
        except CycleError as error:
            circle = error.args[1]
            imports[circle[1]].remove(circle[0])
            found.append(" → ".join(reversed(circle)))
        else:
            return found
