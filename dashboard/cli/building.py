"""`savivalda build` and `savivalda rollback`: the database from its inputs, and the former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from data.building.build import build
from data.building.publish import rollback

if TYPE_CHECKING:
    from dashboard.config import Settings


@click.command("build")
@click.option(
    "--demo/--no-demo",
    default=False,
    help="Whether to show invented figures, marked as such, of the municipalities and years of "
    "which nothing real is known. Without: none.",
)
@click.option(
    "--on",
    metavar="SCHEDULER",
    help="Whose workers reckon what is of one municipality and year: the address of a Dask "
    "scheduler, such as tcp://scheduler:8786, or `local` for one worker a core. The content of "
    "the database is the same. Without: this process alone.",
)
@click.option(
    "--between",
    metavar="ADDRESS",
    help="A folder that the build and all workers can read and write, as a path or a URL such as "
    "s3://bucket/folder; what is put there is removed at the end. Without: one beside the "
    "database.",
)
@click.pass_obj
def build_command(settings: Settings, *, demo: bool, on: str | None, between: str | None) -> None:
    """Make the database from forms and sources, check it, publish it.

    Nothing is published unless every check passes; the database that is there serves on. Running
    servers show the new one within seconds; `savivalda rollback` puts the former one back.
    """
    report = or_say(lambda: build(settings.database, demo=demo, on=on, between=between))
    for table, rows in report.tables.items():
        click.echo(f"{table:24}{rows:>9}")
    rest = "invented in the others" if demo else "none in the others"
    click.echo(f"figures of {report.forms} municipality-years from accepted forms, {rest}")
    if report.waiting:
        years = ", ".join(sorted({str(year) for _, year in report.waiting}))
        click.echo(f"{len(report.waiting)} accepted forms wait for the atlas to show {years}")
    if report.corrections:
        click.echo(f"corrected by hand: {', '.join(report.corrections)}")
    click.echo(
        f"{len(report.checks)} checks passed; published {settings.database}, "
        f"data version {report.data_version}, {report.seconds:.1f} s"
    )


@click.command("rollback")
@click.option("--steps", type=click.IntRange(min=1), default=1, show_default=True, help="How far.")
@click.pass_obj
def rollback_command(settings: Settings, *, steps: int) -> None:
    """Publish a former build again, in one step.

    Running servers show it within seconds. The last five builds are kept; what was published after
    the one that is put back is given up.
    """
    done = or_say(lambda: rollback(settings.database, steps))
    click.echo(
        f"published {settings.database} again: data version {done.version}, built "
        f"{done.built_at:%Y-%m-%d %H:%M} UTC; former builds kept: {done.left}"
    )
