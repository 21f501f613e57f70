"""The row of the database's build."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from data.building.build import build
from tests.bench.report import Row, median

if TYPE_CHECKING:
    from pathlib import Path


def row(database: Path, count: int) -> Row:
    """Makes the database so many times; afterwards it is there."""
    seconds = []
    for _ in range(count):
        start = time.perf_counter()
        build(database)
        seconds.append(time.perf_counter() - start)
    name = f"build of the database, median of {count}"
    return Row(name, "s", median(seconds), most=10, digits=1)
