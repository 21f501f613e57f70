"""`savivalda remark`: the right of reply of municipalities and NGO centres."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from dashboard.cli.failing import or_say
from dashboard.cli.incoming import lang_option
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.indicators.remarks import remark_about, remark_text, withdrawn_text
from dashboard.language.i18n import language
from data.errors import RemarkError
from data.remarks.changing import add_remark, withdraw_remark
from data.remarks.file import read_remarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.catalog import Lang

T = TypeVar("T")

PARAMETERS = {
    "municipality": "MUNICIPALITY",
    "indicator": "--indicator",
    "year": "--year",
    "office": "--by",
    "text_lt": "--text-lt",
    "text_en": "--text-en",
    "link": "--link",
    "remark": "ID",
    "why": "--why",
}
"""How the command calls the parts of a remark."""


@click.group("remark")
def remark_command() -> None:
    """Take in remarks of municipalities and NGO centres on figures.

    A remark stands beside the figures that it is on, wherever they stand, after the next `savivalda
    build`; it changes none of them. Remarks are kept in remarks.csv of DATA_DIR.
    """


@remark_command.command("add")
@click.argument("municipality")
@click.option("--indicator", default="", help="On this indicator alone; its id, e.g. total.")
@click.option("--year", default="", help="On this year alone.")
@click.option("--by", required=True, help="Who says so: an office. No person is named.")
@click.option("--text-lt", required=True, help="In Lithuanian, at most 600 letters.")
@click.option("--text-en", required=True, help="The same in English.")
@click.option("--link", default="", help="Where more is said: https://… or http://…")
@lang_option
@click.pass_obj
def add_command(  # noqa: PLR0913 - the parts of a remark
    settings: Settings,
    *,
    municipality: str,
    indicator: str,
    year: str,
    by: str,
    text_lt: str,
    text_en: str,
    link: str,
    lang: Lang,
) -> None:
    """Take in a remark on figures of a MUNICIPALITY, in any spelling.

    With --indicator and --year it is on a figure, with --year on all of that year, with --indicator
    on a series, with neither on the municipality.

    \b
    savivalda remark add kėdainių --indicator total --year 2020 \\
      --by "Kėdainių rajono savivaldybės administracija" --text-lt "…" --text-en "…"
    """  # noqa: D301 - \b keeps lines as they are
    given = {
        "municipality": municipality,
        "indicator": indicator,
        "year": year,
        "office": by,
        "text_lt": text_lt,
        "text_en": text_en,
        "link": link,
    }
    today = datetime.now(UTC).date()
    remark = _or_name(lambda: add_remark(settings.data_dir, given, today))
    click.echo(f"{remark.remark}  {remark_about(remark, language(lang))}")


@remark_command.command("list")
@lang_option
@click.pass_obj
def list_command(settings: Settings, lang: Lang) -> None:
    """List all remarks, withdrawn ones too."""
    words = language(lang)
    for each in or_say(lambda: read_remarks(settings.data_dir)):
        click.echo(f"{each.remark}  {remark_about(each, words)}\n  {remark_text(each, words)}")
        if each.withdrawn_on:
            click.echo(f"  {withdrawn_text(each, words)}")


@remark_command.command("withdraw")
@click.argument("remark", metavar="ID")
@click.option("--why", required=True, help="The reason, which the history shows.")
@lang_option
@click.pass_obj
def withdraw_command(settings: Settings, remark: str, why: str, lang: Lang) -> None:
    """Withdraw the remark of an ID: it stays in the history, with the day and why."""
    today = datetime.now(UTC).date()
    gone = _or_name(lambda: withdraw_remark(settings.data_dir, remark, why, today))
    click.echo(f"{gone.remark}  {withdrawn_text(gone, language(lang))}")


def _or_name(work: Callable[[], T]) -> T:
    """Does the work; what is wrong with a part is said with the parameter that gave it."""
    try:
        return or_say(work)
    except click.ClickException as failed:
        error = failed.__cause__
        if not isinstance(error, RemarkError):
            raise
        raise click.UsageError(f"{PARAMETERS[error.part]}: {error.said}") from error
