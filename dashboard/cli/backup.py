"""`savivalda backup` and `savivalda restore`: what cannot be made again, in one file and back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.cli.failing import or_say
from dashboard.cli.verify import DAMAGE, tell
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from data.forms.values.spelling import visible
from data.upkeep.backup import backup
from data.upkeep.restore import restore

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("file", required=False, type=_PATH)
@click.option(
    "--with-builds", is_flag=True, help="The kept databases and the files to take away, too."
)
@click.pass_obj
def backup_command(settings: Settings, file: Path | None, *, with_builds: bool) -> None:
    """Write one file that holds what cannot be made again.

    That is: accepted forms, their log, states, imported tables, remarks and statuses. Without FILE
    it is called savivalda-<today>.tar. Nothing is written over. It is as confidential as the
    archive: forms may name persons. Only you may read it.

    Exit code 0: it is made, 1: it is not, or the archive has damage that it cannot mend.
    """
    target = file or Path(f"savivalda-{datetime.now(UTC):%Y-%m-%d}.tar")
    done = or_say(lambda: backup(settings.data_dir, target, with_builds=with_builds))
    published = f"published: {done.version}" if done.version else "nothing is published"
    click.echo(
        f"{done.path}: {done.files} files, {done.size / 1e6:.1f} MB; accepted forms: {done.forms}, "
        f"builds: {done.builds}; {published}"
    )
    for folder in done.missing:
        click.echo(f"the log names {folder}, which is not there: run `savivalda verify`", err=True)
    if done.missing:
        raise SystemExit(DAMAGE)


@click.command("restore")
@click.argument("file", type=_PATH)
@click.pass_obj
def restore_command(settings: Settings, file: Path) -> None:
    """Make DATA_DIR of a backup; it must be empty or not there.

    Every checksum is proved before anything is put in place, in one step. Then it is looked over as
    `savivalda verify` does.

    Exit code 0: it is restored without damage, 1: it is not, or it has damage.
    """
    done = or_say(lambda: restore(file, settings.data_dir))
    click.echo(f"{settings.data_dir}: {done.files} files of {visible(done.made_at)} restored")
    code = tell(settings.data_dir)
    if done.built:
        click.echo(f"the database is there too: {visible(done.version or '')}")
    else:
        was = f"; published was {visible(done.version)}" if done.version else ""
        click.echo(f"`savivalda build` makes the database{was}")
    raise SystemExit(code)
