"""`savivalda mcp`: the atlas for an assistant on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say

if TYPE_CHECKING:
    from dashboard.config import Settings


@click.command("mcp")
@click.pass_obj
def mcp_command(settings: Settings) -> None:
    """Answer an assistant by the Model Context Protocol, over standard input and output."""
    try:
        from dashboard.assistants.over_stdio import answer_assistants  # noqa: PLC0415
    except ModuleNotFoundError as error:
        said = "this needs the extra `assistants`: pip install 'savivalda[assistants]'"
        raise click.ClickException(said) from error
    or_say(lambda: answer_assistants(settings.database))
