"""How a server process that is told to stop takes leave of its visitors: nobody is hung up on.

A connection may have been opened, or kept open, by somebody whose request is on its way just now.
Uvicorn closes at once those on which it has heard nothing yet; here they are given a moment, and
what is asked meanwhile is answered with `Connection: close`. Another process goes on listening.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from threading import Thread
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

GRACE_S = 1.0
"""Seconds after which nothing is on its way any more."""


def leave_with_parent() -> None:
    """Stop when the process ends that started this one, if one did: also when it was killed.

    Nobody would be left to stop it, and it would go on listening.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, name="parent", daemon=True).start()


class PatientProtocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """One connection; `dashboard.cli.serving` names it to Uvicorn."""

    def shutdown(self) -> None:
        """What Uvicorn calls when the server stops; it ends when all connections have closed."""
        self.server_state.leaving = True
        if self.cycle is not None and not self.cycle.response_complete:
            super().shutdown()
        else:
            self.loop.call_later(GRACE_S, self._close)

    def _close(self) -> None:
        if not self.transport.is_closing():
            super().shutdown()

    def _start_asgi_task(self, cycle: Any, app: Any) -> None:
        if getattr(self.server_state, "leaving", False):
            cycle.keep_alive = False
        super()._start_asgi_task(cycle, app)
