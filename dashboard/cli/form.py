"""`savivalda form`: the empty standard form, for one municipality or for all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from data.asking.store import Store
from data.forms.writing.recipients import Recipient, recipients
from data.forms.writing.template import all_forms, file_name, template_bytes, write_forms
from geo.finding import find_municipality

if TYPE_CHECKING:
    from geo.places import Municipality


@click.command("form")
@click.argument("what", nargs=-1, required=True, metavar="[MUNICIPALITY] YEAR [FOLDER]")
@click.option("--all", "everyone", is_flag=True, help="One form for each of the 60.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; with --all the folder.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there, filled in or not.")
@click.pass_obj
def form_command(
    settings: Settings,
    what: tuple[str, ...],
    *,
    everyone: bool,
    output: Path | None,
    overwrite: bool,
) -> None:
    """Write the empty standard form, last year's recipients filled in where they are known.

    \b
    savivalda form 13 2026 -o file.xlsx    one: any spelling of the municipality, then the year
    savivalda form --all 2026 folder/      all 60: the year, then the folder (or -o folder/)

    A file that is there and says something else, such as a form that came back filled in, is not
    replaced: then nothing is written.
    """  # noqa: D301 - \b keeps lines as they are
    if everyone:
        year, folder = _year_and_folder(what, output)
        forms = or_say(
            lambda: all_forms(folder, year, lambda one: _recipients(settings, one, year))
        )
        said = f"{len(forms)} forms in {folder}"
    else:
        place, year = _place_and_year(what)
        target = output or Path(file_name(place, year))
        content = or_say(lambda: template_bytes(place, year, _recipients(settings, place, year)))
        forms, said = {target: content}, f"{target}: {place.name_full_lt}, {year}"
    replaced = or_say(lambda: write_forms(forms, overwrite=overwrite))
    click.echo(said)
    if replaced:
        click.echo(f"replaced: {', '.join(map(str, replaced))}")


def _year_and_folder(what: tuple[str, ...], output: Path | None) -> tuple[int, Path]:
    """Of all forms: the year, and the folder in either of its places."""
    folders = [*map(Path, what[1:]), *([output] if output else [])]
    if len(folders) != 1:
        told = ", ".join(map(str, folders)) or "none"
        raise click.UsageError(f"--all needs the year and one folder, got folders: {told}")
    return _year(what[0]), folders[0]


def _place_and_year(what: tuple[str, ...]) -> tuple[Municipality, int]:
    if len(what) != 2:
        raise click.UsageError(f"expected a municipality and a year, got: {' '.join(what)}")
    year = _year(what[1])
    return or_say(lambda: find_municipality(what[0])), year


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
