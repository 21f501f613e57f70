"""Tests that are asynchronous, each in an event loop of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

LONGEST_S = 60


def in_a_loop(test: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """A test that is asynchronous."""

    def run() -> None:
        asyncio.run(asyncio.wait_for(test(), LONGEST_S))

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run
