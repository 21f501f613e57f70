"""The command that takes official sources anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from data.refresh.refresh import SOURCES, official, refresh

if TYPE_CHECKING:
    from data.catalog import Lang


@click.command("refresh")
@click.argument("source", type=click.Choice(SOURCES))
@click.option("--from", "origin", help="File or address; without it, the publisher's own address.")
@click.option("--lang", type=click.Choice(["lt", "en"]), default="lt", help="Of the summary.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def refresh_command(source: str, origin: str | None, lang: Lang, *, yes: bool) -> None:
    """Fetch an official source anew, show what would change, write it when confirmed.

    Run `savivalda build` afterwards. Without a network nothing changes.
    """

    def confirm(summary: str) -> bool:
        click.echo(summary)
        return yes or click.confirm("Įrašyti?" if lang == "lt" else "Write?")

    click.echo(or_say(lambda: refresh(source, origin or official(source), confirm, language=lang)))
