"""Places for work: so many at once, and a line of those who wait, as long as waiting makes sense.

Dear work has fewer places than all, so that what is cheap goes on being done while it waits; one
of them is always its own in its turn. For one event loop, so nothing is locked.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

AT_ONCE = 4
"""Pages, views and files made at the same time by one server process."""

DEAR_AT_ONCE = 2
"""Of those, sheets, decks, workbooks and pictures."""

MOST_WAITING, MOST_DEAR_WAITING = 400, 64
"""Who wait: a room full of people who open a page at once all find a place in the line."""

SOON_S = {False: 6.0, True: 12.0}
"""Seconds that who stands first in the line, of cheap or of dear work, may have waited; if it is
more, nobody joins it."""

LONGEST_S = {False: 12.0, True: 24.0}
"""Seconds after which whoever waits is told to come again."""


class Full(Exception):
    """There is no place, nor will there be one soon."""


class Waiting(NamedTuple):
    """Somebody in the line.

    Attributes:
        place: Done as soon as the place is theirs.
        since: When they came, s.
    """

    place: asyncio.Future[None]
    since: float


class Places:
    """Who works and who waits.

    Args:
        clock: Seconds, for tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.cheap = self.dear = 0
        self.lines: dict[bool, deque[Waiting]] = {False: deque(), True: deque()}

    def enter(self, *, dear: bool) -> asyncio.Future[None]:
        """A place, or one in the line for it; it is given back by `leave`, or by `give_up`.

        Raises:
            Full: Come again.
        """
        line, most = self.lines[dear], MOST_DEAR_WAITING if dear else MOST_WAITING
        waiting = Waiting(asyncio.get_running_loop().create_future(), self.clock())
        free = self._is_free(dear=dear) and not line
        too_long = bool(line) and waiting.since - line[0].since > SOON_S[dear]
        if not free and (too_long or len(line) >= most):
            raise Full
        line.append(waiting)
        self._call()
        return waiting.place

    def leave(self, *, dear: bool) -> None:
        """The work is done; the next one's turn."""
        if dear:
            self.dear -= 1
        else:
            self.cheap -= 1
        self._call()

    def give_up(self, place: asyncio.Future[None], *, dear: bool) -> None:
        """Whoever waited waits no longer, even if the place came in the same moment."""
        if place.done():
            self.leave(dear=dear)
        else:
            line = self.lines[dear]
            self.lines[dear] = deque(each for each in line if each.place is not place)

    def _is_free(self, *, dear: bool) -> bool:
        return self.cheap + self.dear < AT_ONCE and (not dear or self.dear < DEAR_AT_ONCE)

    def _call(self) -> None:
        """Gives what is free to those whose turn it is."""
        while (dear := self._whose_turn()) is not None:
            if dear:
                self.dear += 1
            else:
                self.cheap += 1
            self.lines[dear].popleft().place.set_result(None)

    def _whose_turn(self) -> bool | None:
        """Whether dear work is next, or cheap; nobody where none waits or no place is free."""
        cheap, dear = self.lines[False], self.lines[True]
        if dear and not self.dear and self._is_free(dear=True):
            return True
        if cheap and self._is_free(dear=False):
            return False
        return True if dear and self._is_free(dear=True) else None
