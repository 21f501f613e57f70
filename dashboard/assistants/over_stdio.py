"""The same server by standard input and output: nothing but the protocol is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from dashboard.answers import Atlas
from dashboard.assistants.server import make_server
from data.asking.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def answer_assistants(database: Path) -> None:
    """Answers until standard input ends.

    Raises:
        StoreError: There is no database, or it cannot be opened.
    """
    with Store(database) as store:
        anyio.run(make_server(Atlas(store)).run_stdio_async)
