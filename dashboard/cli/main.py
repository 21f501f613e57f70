"""The `savivalda` command: thin, each part a call of what the packages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import uvicorn

from dashboard.cli.check import check_command
from dashboard.cli.failing import or_say
from dashboard.cli.form import form_command
from dashboard.cli.importing import import_command
from dashboard.cli.incoming import accept_command
from dashboard.cli.refresh import refresh_command
from dashboard.cli.statuses import statuses_command, statuses_form_command
from dashboard.cli.submissions import submissions_command
from dashboard.config import SettingError, settings_from
from dashboard.language.checking import require_fit
from data.asking.store import Store
from data.building.build import build
from data.building.publish import rollback

if TYPE_CHECKING:
    from dashboard.config import Settings


@click.group()
@click.version_option(package_name="savivalda", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Savivalda: the open atlas of Lithuania's 60 municipalities.

    Settings come from the environment: DATA_DIR (var), HOST (127.0.0.1), PORT (8050), WORKERS (1),
    FRAME_ANCESTORS ('self'), BASE_PATH (none), SEND_TO (none).
    """
    try:
        context.obj = settings_from()
    except SettingError as error:
        raise click.UsageError(str(error)) from error


@main.command("build")
@click.option(
    "--demo/--no-demo",
    default=False,
    help="Whether to show invented figures, marked as such, of the municipalities and years of "
    "which nothing real is known. Without: none.",
)
@click.pass_obj
def build_command(settings: Settings, *, demo: bool) -> None:
    """Make the database from forms and sources, check it, publish it.

    Nothing is published unless every check passes; the database that is there serves on. Running
    servers show the new one within seconds; `savivalda rollback` puts the former one back.
    """
    report = or_say(lambda: build(settings.database, demo=demo))
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


@main.command("rollback")
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


@main.command("serve")
@click.pass_obj
def serve_command(settings: Settings) -> None:
    """Serve the atlas; HOST, PORT and WORKERS say where and how."""
    # Each server process looks too; it would tell of it in a trace, and be started again for ever.
    or_say(lambda: require_fit("frame", "server"))
    or_say(lambda: Store(settings.database).close())
    click.echo(f"http://{settings.host}:{settings.port}")
    uvicorn.run(
        "dashboard.asgi:make",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_level="warning",
        server_header=False,
    )


for command in (
    accept_command,
    check_command,
    form_command,
    import_command,
    refresh_command,
    statuses_command,
    statuses_form_command,
    submissions_command,
):
    main.add_command(command)
