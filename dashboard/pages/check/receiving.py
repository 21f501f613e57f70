"""Takes in what a visitor sends: so much, within a time, from so many, from our own pages alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

MOST_BYTES = 5_000_000
"""Of a form; one of a large municipality has about 200 kB."""

RECEIVING_S = 60.0
"""Seconds that the sending of a form may take."""


class Refused(Exception):
    """A form is not taken in.

    Attributes:
        status: of the answer.
        key: of the text that says why.
    """

    def __init__(self, status: int, key: str) -> None:
        self.status = status
        self.key = key
        super().__init__(key)


class Room:
    """Takes in so many at once and refuses the rest; for one event loop, so nothing is locked."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.inside = 0

    def __enter__(self) -> None:
        if self.inside >= self.most:
            raise Refused(503, "check.busy")
        self.inside += 1

    def __exit__(self, *_: object) -> None:
        self.inside -= 1


def is_foreign(headers: Mapping[str, str]) -> bool:
    """Whether another site made the browser ask; who asks without a browser is nobody's victim."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site != "same-origin"
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")


async def receive(request: Request) -> bytes:
    """The body of a request, given up as soon as it is too large or takes too long.

    Raises:
        Refused: It is.
    """
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise Refused(413, "check.too_large")
    body = bytearray()
    try:
        async with asyncio.timeout(RECEIVING_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise Refused(413, "check.too_large")
    except TimeoutError as error:
        raise Refused(408, "check.lost") from error
    except ClientDisconnect as error:
        raise Refused(400, "check.lost") from error
    return bytes(body)
