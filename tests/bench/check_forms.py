"""Checks the forms in a folder and prints how long that took, in a process that does nothing else.

The processes that check begin by importing the program that they work for, so a benchmark with a
browser and data frames in it would measure their imports. `savivalda check` is as light as this.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from data.forms.checking.batch import check_many, without_rows
from data.forms.checking.context import Context


def main() -> None:
    """Prints seconds, and how many problems were found, as JSON."""
    folder, processes = Path(sys.argv[1]), int(sys.argv[2])
    paths = sorted(folder.glob("*.xlsx"))
    start = time.perf_counter()
    reports = list(
        check_many(paths, context=Context(demo=True), processes=processes, check=without_rows)
    )
    seconds = time.perf_counter() - start
    click.echo(json.dumps([seconds, sum(len(report.problems) for report in reports)]))


if __name__ == "__main__":
    main()
