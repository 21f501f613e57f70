"""How often one address may ask the interface, or as an assistant, for what has to be computed.

Each address has a bucket of as many questions as the limit says for a minute, which fills again
evenly. What is answered from memory does not come here.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from starlette.requests import Request

from dashboard.frame.problem import told
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

LIMITED = ("/api/", "/mcp")
MOST_ADDRESSES = 10_000
"""Addresses that are remembered; who has not asked for longest is forgotten first."""


class Buckets:
    """Counts what each address asks.

    Args:
        per_minute: Questions that an address may ask.
        clock: Seconds, for tests.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self.clock = clock
        self.kept: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> int:
        """Takes a question from an address's bucket; seconds to wait where there is none left."""
        now = self.clock()
        left, since = self.kept.pop(address, (float(self.per_minute), now))
        left = min(self.per_minute, left + (now - since) * self.per_minute / 60)
        enough = left >= 1
        self.kept[address] = (left - 1 if enough else left, now)
        if len(self.kept) > MOST_ADDRESSES:
            self.kept.popitem(last=False)
        return 0 if enough else math.ceil((1 - left) * 60 / self.per_minute)


class Limits:
    """Turns away who asks too often.

    Args:
        app: The application.
        per_minute: Questions that an address may ask.
    """

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self.app = app
        self.buckets = Buckets(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or says when to come again."""
        if scope["type"] != "http" or not scope["path"].startswith(LIMITED):
            await self.app(scope, receive, send)
            return
        seconds = self.buckets.wait(asking(scope))
        if not seconds:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        words = language(request.query_params.get("lang", CODES[0]))
        said = {"most": self.buckets.per_minute, "seconds": seconds}
        headers = {"Retry-After": str(seconds)}
        answer = told("often", request, words, headers=headers, said=said)
        await answer(scope, receive, send)


def asking(scope: Scope) -> str:
    """Who asks: an address, of IPv6 the network that one subscriber has whole."""
    host = (scope.get("client") or ("",))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(host)
