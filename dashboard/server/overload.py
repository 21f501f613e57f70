"""Where more is asked than can be made, cheap things are served first and nobody waits in vain.

What lies ready is always answered: static files, files of the data set, whether the server is
well. What has to be made waits for one of a few places (`places`); who would wait too long is told
at once when to come again, without a look at the data. Forms, shared pictures and assistants have
bounds of their own.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

from dashboard.address import VIEWS
from dashboard.server.busy import busy
from dashboard.server.places import LONGEST_S, Full, Places
from dashboard.server.remembered import PREFIXES

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger(__name__)

READY = (*(each for each in PREFIXES if not each.startswith(VIEWS)), "/data/", "/health")
"""What lies ready."""

BOUNDED = ("/share/", "/check/", "/forum/", "/mcp")
"""What has bounds of its own, also of the time in which it is sent."""

MADE = "/download/"
"""Below it are files that are made anew."""

QUICK = (".csv",)
"""Those of them that take no longer than a page."""

AGAIN_S = {False: 5, True: 15}
"""Seconds after which to come again: for what is cheap, for what is dear."""

TOLD_EVERY_S = 60.0
"""Seconds between two lines in the log."""


class Overload:
    """Lets in as many as can be served; tells the others when to come again.

    Args:
        app: The application.
        places: Where the work is done.
    """

    def __init__(self, app: ASGIApp, places: Places | None = None) -> None:
        self.app = app
        self.places = places or Places()
        self.turned_away, self.told = 0, -TOLD_EVERY_S

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on as soon as there is a place for it."""
        if scope["type"] != "http" or scope["path"].startswith((*READY, *BOUNDED)):
            await self.app(scope, receive, send)
            return
        dear = is_dear(scope["path"])
        try:
            place = self.places.enter(dear=dear)
        except Full:
            await self._turn_away(scope, receive, send, dear=dear)
            return
        if not place.done():
            line = Line(receive)
            if not await line.wait(place, self.places, dear=dear):
                if not line.gone:
                    await self._turn_away(scope, receive, send, dear=dear)
                return
            receive = line.receive
        await self._serve(scope, receive, send, dear=dear)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, *, dear: bool) -> None:
        """The work; its place is free when the answer is made, however slowly it is taken."""
        holds = True

        def leave() -> None:
            nonlocal holds
            if holds:
                holds = False
                self.places.leave(dear=dear)

        async def send_after(message: Message) -> None:
            leave()
            await send(message)

        try:
            await self.app(scope, receive, send_after)
        finally:
            leave()

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send, *, dear: bool) -> None:
        self.turned_away += 1
        now = time.monotonic()
        if now - self.told >= TOLD_EVERY_S:
            LOG.warning("overload: %s turned away until now", self.turned_away)
            self.told = now
        await busy(scope, AGAIN_S[dear])(scope, receive, send)


class Line:
    """A visitor who waits, and may leave meanwhile.

    Attributes:
        gone: Whether they left.
    """

    def __init__(self, receive: Receive) -> None:
        self.gone = False
        self._receive = receive
        self._heard: list[Message] = []

    async def wait(self, place: asyncio.Future[None], places: Places, *, dear: bool) -> bool:
        """Whether the place came, before the visitor left and before it took too long."""
        listening = asyncio.ensure_future(self._listen())
        came = False
        try:
            either = {place, listening}
            await asyncio.wait(either, timeout=LONGEST_S[dear], return_when=asyncio.FIRST_COMPLETED)
            came = place.done() and not self.gone
        finally:
            listening.cancel()
            if not came:
                places.give_up(place, dear=dear)
        return came

    async def receive(self) -> Message:
        """What the visitor said while waiting, then what comes."""
        return self._heard.pop(0) if self._heard else await self._receive()

    async def _listen(self) -> None:
        """Ends when the visitor leaves; no more of a body is taken in than its first part."""
        while not self._heard or not self._heard[-1].get("more_body"):
            message = await self._receive()
            if message["type"] == "http.disconnect":
                self.gone = True
                return
            self._heard.append(message)
        await asyncio.get_running_loop().create_future()


def is_dear(path: str) -> bool:
    """Whether it takes much longer than a page: a sheet, a deck, a workbook, a picture."""
    return path.startswith(MADE) and not path.endswith(QUICK)
