"""The commands of those who keep the data: the empty standard form, official sources anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from data.asking.store import Store
from data.forms.writing.recipients import Recipient, recipients
from data.forms.writing.template import file_name, write_all, write_template
from geo.finding import find_municipality

if TYPE_CHECKING:
    from geo.places import Municipality


@click.command("form")
@click.argument("what", nargs=2)
@click.option("--all", "everyone", is_flag=True, help="One form for each of the 60.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write.")
@click.pass_obj
def form_command(
    settings: Settings, what: tuple[str, str], *, everyone: bool, output: Path | None
) -> None:
    """Write the empty standard form, last year's recipients filled in where they are known.

    \b
    savivalda form 13 2026 -o file.xlsx    one: any spelling of the municipality, then the year
    savivalda form --all 2026 folder/      all 60: the year, then the folder
    """  # noqa: D301 - \b keeps lines as they are
    if everyone:
        year = _year(what[0])
        written = or_say(
            lambda: write_all(Path(what[1]), year, lambda one: _recipients(settings, one, year))
        )
        click.echo(f"{len(written)} forms in {what[1]}")
        return
    year = _year(what[1])
    place = or_say(lambda: find_municipality(what[0]))
    target = output or Path(file_name(place, year))
    or_say(lambda: write_template(target, place, year, _recipients(settings, place, year)))
    click.echo(f"{target}: {place.name_full_lt}, {year}")


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise click.UsageError(f"{text!r} is no year: expected a number such as 2026")
    return int(text)


def _recipients(settings: Settings, place: Municipality, year: int) -> list[Recipient]:
    """Last year's recipients, where there is a database to tell them."""
    if not settings.database.exists():
        return []
    with Store(settings.database) as store:
        return recipients(store, place.code, year)
