"""How import, build and pages grow with the number of allocation rows.

`python -m tests.bench.growth [--rows N]` prints it for 10 000 rows, ten times as many, and so on up
to ten million or so many. Ten million need about 8 GB of disk and some minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from data.asking.store import Store
from data.asking.views import indicator_view, national_view
from data.catalog import INDICATORS
from tests.bench.historical import write_map, write_table
from tests.bench.report import Row, median, p95, table

LEAST, MOST = 10_000, 10_000_000
GOAL = 1_000_000
"""The size that has goals."""

_STEPS = {
    "import": (
        "from data.forms.history import import_table;"
        "done = import_table(Path({table!r}), Path({map!r}), Path({var!r}));"
        "assert not done.errors, done.problems[:3]"
    ),
    "build": (
        "from data.building.build import build\n"
        "build(Path({var!r}) / 'savivalda.duckdb', demo=False)"
    ),
}
_PROGRAM = """
import resource, time
from pathlib import Path
import data.building.build, data.forms.history
start = time.perf_counter()
{step}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def run(most: int = MOST) -> list[Row]:
    """Measure every size up to a number of rows, each step in a process of its own."""
    rows: list[Row] = []
    size = LEAST
    while size <= most:
        with TemporaryDirectory(prefix="savivalda-growth-") as folder:
            rows += _measure(Path(folder), size)
        size *= 10
    return rows


def _measure(folder: Path, size: int) -> list[Row]:
    names = {
        "table": str(write_table(folder / "table.csv", size)),
        "map": str(write_map(folder / "map.csv")),
        "var": str(folder / "var"),
    }
    goal = size == GOAL
    said = f"{size:,} rows".replace(",", " ")
    imported, memory = _in_process("import", names)
    built, _ = _in_process("build", names)
    asked = ask(folder / "var" / "savivalda.duckdb")
    return [
        Row(f"import of {said}", "s", imported, most=15 if goal else None, digits=1),
        Row(f"import of {said}, memory", "MB", memory, most=1000 if goal else None),
        Row(f"build from {said}", "s", built, most=20 if goal else None, digits=1),
        Row(f"view of {said}, median", "ms", median(asked), digits=1),
        Row(f"view of {said}, p95", "ms", p95(asked), digits=1),
    ]


def _in_process(step: str, names: dict[str, str]) -> tuple[float, float]:
    """Return seconds and the greatest memory in MB of a step."""
    program = _PROGRAM.format(step=_STEPS[step].format(**names))
    done = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True
    )
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def ask(database: Path) -> list[float]:
    """Return milliseconds of each view's two queries, asked three times in turn."""
    views = [
        (each.id, unit, area)
        for each in INDICATORS.values()
        for unit in each.units
        for area in (("all", "culture") if each.by_area else ("all",))
    ]
    with Store(database) as store:
        store.query("sources")
        return [_timed(store, view) for view in views * 3]


def _timed(store: Store, view: tuple[str, str, str]) -> float:
    start = time.perf_counter()
    indicator_view(store, *view)
    national_view(store, *view)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("--rows", type=int, default=MOST, help=f"at most ({MOST})")
    click.echo(table(run(parser.parse_args().rows)))


if __name__ == "__main__":
    main()
