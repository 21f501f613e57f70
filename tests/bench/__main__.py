"""Runs the atlas and a plain baseline side by side and prints how they compare.

`python -m tests.bench [--json FILE]`. A benchmark is no test: a missed goal is printed, the exit
code stays 0.
"""

from __future__ import annotations

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click
import psutil

from dashboard.pages.map.ids import CHOICE
from tests.bench import forms, growth, measures, visits
from tests.bench.choices import atlas_choices, baseline_choices, read_table
from tests.bench.load import requests_of
from tests.bench.report import Row, as_json, machine, table
from tests.bench.servers import atlas, plain


class Outcome(NamedTuple):
    """Rows of the table, notes to be read below it, the machine in a line."""

    rows: list[Row]
    notes: list[str]
    machine: str


def main() -> None:
    """Measures everything, prints the table."""
    options = _options()
    with TemporaryDirectory(prefix="savivalda-bench-") as folder:
        outcome = measure(Path(folder), options)
    click.echo("\n\n".join([table(outcome.rows), f"{outcome.machine}.", *outcome.notes]))
    if options.json:
        found = as_json(outcome.rows, outcome.notes, machine=outcome.machine)
        options.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


def measure(folder: Path, options: argparse.Namespace) -> Outcome:
    """Builds the data, starts both, measures one thing after the other."""
    database, csv = folder / "savivalda.duckdb", folder / "table.csv"
    load = psutil.getloadavg()[0]
    say("build")
    built = measures.builds(database)
    read_table(database).to_csv(csv, index=False)
    with ExitStack() as stack:
        ours = stack.enter_context(atlas(database))
        with visits.chromium() as browser:
            ran_on = machine(browser.version, load)
            size = visits.map_size(browser, ours)
            theirs = stack.enter_context(plain(csv, size))
            visits.map_size(browser, theirs)  # its first visit, as ours: nobody starts cold
            say("first visits")
            rows, notes = measures.first_visit(browser, (ours, theirs), options.visits)
            say("changes of year")
            more, said = measures.year_changes(browser, (ours, theirs), options.changes)
            views, years = atlas_choices(database), baseline_choices()
            view = visits.capture_callback(browser, ours, f"{CHOICE}.data", views[1][CHOICE])
            year = visits.capture_callback(browser, theirs, "year.value", years[0]["year"])
        rows, notes = [*rows, *more], [*notes, *said]
        requests = requests_of(view, views), requests_of(year, years)
        say("callbacks")
        more, said = measures.under_load((ours, theirs), requests, options.requests)
    rows, notes = [*rows, *more], [*notes, *said]
    rows += measures.two_workers(database, requests[0], options.requests)
    rows += measures.first_times(database, requests[0])
    say("forms")
    rows += forms.run()
    say("growth")
    rows += growth.run(options.rows)
    notes.insert(0, f"Both maps are {size[0]:.0f} × {size[1]:.0f} px.")
    return Outcome([*rows, built], notes, ran_on)


def say(what: str) -> None:
    """Progress, apart from the result."""
    click.echo(f"measuring: {what}", err=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the result here")
    parser.add_argument("--visits", type=int, default=9, help="first visits of each page (9)")
    parser.add_argument("--changes", type=int, default=40, help="changes of year (40)")
    parser.add_argument("--requests", type=int, default=1000, help="callbacks of a load (1000)")
    parser.add_argument(
        "--rows", type=int, default=growth.MOST, help=f"allocations at most ({growth.MOST})"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
