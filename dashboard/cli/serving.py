"""`savivalda serve`: the atlas on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import uvicorn

from dashboard.cli.failing import or_say
from dashboard.language.checking import require_fit
from data.asking.store import Store

if TYPE_CHECKING:
    from dashboard.config import Settings


@click.command("serve")
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
