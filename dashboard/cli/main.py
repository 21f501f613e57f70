"""The `savivalda` command: thin, each part a call of what the packages do."""

from __future__ import annotations

from importlib import import_module

import click

from dashboard.config import SettingError, settings_from

COMMANDS = {
    "accept": "incoming",
    "analysis": "analysis",
    "backup": "backup",
    "build": "building",
    "check": "check",
    "form": "form",
    "forum": "forum",
    "import": "importing",
    "mcp": "assistants",
    "refresh": "refresh",
    "remark": "remark",
    "restore": "backup",
    "rollback": "building",
    "serve": "serving",
    "sheet": "sheet",
    "statuses": "statuses",
    "statuses-form": "statuses",
    "submissions": "submissions",
    "verify": "verify",
}
"""The module of this folder that holds each command, as `<name>_command`."""


class _OnDemand(click.Group):
    """Imports the command that is asked for and no other: `check` need not wait for the server."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"dashboard.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command


@click.group(cls=_OnDemand)
@click.version_option(package_name="savivalda", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Savivalda: the open atlas of Lithuania's 60 municipalities.

    Settings come from the environment: DATA_DIR (var), HOST (127.0.0.1), PORT (8050), WORKERS (1),
    FRAME_ANCESTORS ('self'), BASE_PATH (none), SEND_TO (none), MCP (off), MCP_HOSTS (none).
    """
    try:
        context.obj = settings_from()
    except SettingError as error:
        raise click.UsageError(str(error)) from error
