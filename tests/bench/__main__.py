"""Runs the atlas and a plain baseline side by side and prints how they compare.

`python -m tests.bench [--quick] [--json FILE]`. A benchmark is no test: a missed goal is printed,
the exit code stays 0.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import psutil

from tests.bench import forms, growth, visits
from tests.bench.asking import callbacks, capture_callback, gets
from tests.bench.browsing import chromium
from tests.bench.choices import baseline_choices, read_table, view_addresses
from tests.bench.options import read_options
from tests.bench.peers.serving import NAMES, NOTE, peers
from tests.bench.report import Row, as_json, machine, peer_table, table
from tests.bench.rows import (
    building,
    changes,
    embeds,
    first_visit,
    forum,
    home,
    load,
    pages,
    pictures,
    places,
    recipients,
    research,
    transfers,
)
from tests.bench.servers import Served, atlas, plain

if TYPE_CHECKING:
    import argparse

    from playwright.sync_api import Browser


class Run:
    """One run: what was found so far, and on what machine.

    Attributes:
        rows: of the table.
        notes: to be read below it.
        machine: the machine in a line.
    """

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options = options
        self.database = folder / "savivalda.duckdb"
        self.figures = folder / "table.csv"
        self.rows: list[Row] = []
        self.notes: list[str] = []
        self.machine = ""

    def measure(self) -> None:
        """Builds the data, starts all servers, measures one thing after the other."""
        options, busy = self.options, psutil.getloadavg()[0]
        say("build")
        built = building.row(self.database, options.builds)
        read_table(self.database).to_csv(self.figures, index=False)
        with ExitStack() as servers:
            ours = servers.enter_context(atlas(self.database))
            with chromium() as browser:
                self.machine = machine(browser.version, busy)
                both, requests = self._look(browser, ours, servers)
            if "pictures" in options.only:
                say("pictures")
                self.take(*pictures.rows(ours))
            if "load" in options.only:
                say("load")
                self.take(*load.under_load(both, requests, options.seconds))
        if "load" in options.only:
            self.take(load.two_workers(self.database, requests[0], options.seconds))
            self.take(load.first_times(self.database, requests[0]))
        if "forms" in options.only:
            say("forms")
            self.take(forms.run())
        if "growth" in options.only:
            say("growth")
            self.take(growth.run(options.rows))
        if "recipients" in options.only:
            say("recipients")
            self.take(*recipients.rows(self.database, options.recipients))
        if "transfers" in options.only:
            say("transfers")
            self.take(*transfers.rows(options.transfers))
        self.take([built])

    def _look(
        self, browser: Browser, ours: Served, servers: ExitStack
    ) -> tuple[tuple[Served, Served], tuple[list[bytes], list[bytes]]]:
        """What is seen in the browser; then both servers, and the requests of a load."""
        options = self.options
        spots = [visits.spot(browser, ours)]
        size = spots[0].width, spots[0].height
        theirs = servers.enter_context(plain(self.figures, size))
        both = ours, theirs
        with ExitStack() as stack:
            others = stack.enter_context(peers(self.figures, size)) if options.peers else []
            all_ = [*both, *others]
            spots += [visits.spot(browser, served) for served in all_[1:]]
            self.notes.append(f"Both maps are {size[0]:.0f} × {size[1]:.0f} px.")
            if "first" in options.only:
                say("first visits")
                self.take(*first_visit.rows(browser, all_, spots, options.visits))
            if "year" in options.only:
                say("changes of year")
                self.take(*changes.year_rows(browser, all_, options.changes))
        if "home" in options.only:
            say("first page")
            self.take(*home.rows(browser, ours, theirs, options.visits))
        if "pages" in options.only:
            say("pages")
            self.take(*pages.rows(browser, ours, theirs, options.visits))
        if "embeds" in options.only:
            say("embeds")
            self.take(*embeds.rows(browser, ours, theirs, options.visits))
        if "places" in options.only:
            say("municipalities")
            self.take(*places.rows(browser, ours, options.changes))
            self.take([places.all_sheets(self.database)])
        if "forum" in options.only:
            say("forum")
            self.take(*forum.rows(browser, ours, theirs, options.visits, options.changes))
        if "research" in options.only:
            say("research")
            self.take(*research.rows(browser, ours))
        choices = baseline_choices()
        if "view" in options.only:
            say("changes of indicator")
            indicators = list(dict.fromkeys(choice["indicator"] for choice in choices))
            self.take(*changes.view_rows(browser, both, indicators, options.changes))
        year = capture_callback(browser, theirs, "year.value", choices[0]["year"])
        return both, (gets(view_addresses(self.database)), callbacks(year, choices))

    def take(self, rows: list[Row], notes: list[str] | None = None) -> None:
        """Adds what was found."""
        self.rows += rows
        self.notes += notes or []

    def text(self) -> str:
        """All of it as Markdown."""
        parts = [table(self.rows), f"{self.machine}.", *self.notes]
        if self.options.peers:
            parts[1:1] = [peer_table(self.rows, NAMES), NOTE]
        return "\n\n".join(parts)


def main() -> None:
    """Measures everything, prints the table."""
    options = read_options(__doc__)
    with TemporaryDirectory(prefix="savivalda-bench-") as folder:
        run = Run(options, Path(folder))
        run.measure()
    click.echo(run.text())
    if options.json:
        found = as_json(run.rows, run.notes, machine=run.machine)
        options.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


def say(what: str) -> None:
    """Progress, apart from the result."""
    click.echo(f"measuring: {what}", err=True)


if __name__ == "__main__":
    main()
