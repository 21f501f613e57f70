"""`savivalda mcp`: the atlas for an assistant on this machine."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from data.asking.store import Store

if TYPE_CHECKING:
    from dashboard.config import Settings


@click.command("mcp")
@click.pass_obj
def mcp_command(settings: Settings) -> None:
    """Answer an assistant by the Model Context Protocol, over standard input and output."""
    or_say(lambda: Store(settings.database).close())
    try:
        from dashboard.assistants.over_stdio import answer_assistants  # noqa: PLC0415
    except ModuleNotFoundError as error:
        said = "this needs the extra `assistants`: pip install 'savivalda[assistants]'"
        raise click.ClickException(said) from error
    # Who waits for standard input can be ended in no other way; there is nothing to put away.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    or_say(lambda: answer_assistants(settings.database))
