"""The commands of those who keep the commitments: the empty form of statuses, filled-in ones."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS
from data.commitments.form import write_statuses_form
from data.commitments.statuses import add_statuses
from data.forms.checking.texts import to_text

if TYPE_CHECKING:
    from data.catalog import Lang

_FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=DEFAULT_FOLDER / PLANS,
    help="The files of action plans; without it, those of this atlas.",
)


@click.command("statuses-form")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="savivalda-bukles.xlsx",
    help="File to write.",
)
@_FOLDER
def statuses_form_command(output: Path, folder: Path) -> None:
    """Write the empty form in which statuses of commitments are reported."""
    or_say(lambda: write_statuses_form(output, folder, datetime.now(UTC).year))
    click.echo(str(output))


@click.command("statuses")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["lt", "en"]), default="lt", help="Of the report.")
@_FOLDER
def statuses_command(file: Path, lang: Lang, folder: Path) -> None:
    """Check a filled-in form of statuses (XLSX, ODS, CSV) and add its rows.

    A form with an error changes nothing; exit code 1, or 2 if it cannot be read. Run `savivalda
    build` afterwards.
    """
    report = or_say(lambda: add_statuses(file, folder, datetime.now(UTC).date()))
    click.echo(to_text(report, lang), err=not report.clean)
    if report.rows is None:
        raise SystemExit(report.exit_code)
    said = {"lt": "Pridėta būklių", "en": "Statuses added"}[lang]
    click.echo(f"{said}: {len(report.rows['form'])} ({folder / 'commitment_status.csv'})")
