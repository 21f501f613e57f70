"""Asks an address, with the standard library alone."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from savivalda.errors import NoAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    FetchAddress = Callable[[str, float], "Fetched"]

HEADERS = {
    "Accept": "application/json, application/problem+json",
    "Accept-Encoding": "gzip",
    "User-Agent": "savivalda (Python)",
}


@dataclass(frozen=True)
class Fetched:
    """What an address answered.

    Attributes:
        status: of HTTP.
        body: as it came, unpacked.
        headers: names in lower case.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]


def fetched(address: str, timeout: float) -> Fetched:
    """What an address answers, whatever its status; redirects are followed.

    Args:
        address: http or https, complete.
        timeout: Seconds without a byte after which it counts as not answering.

    Raises:
        NoAnswer: Nobody answers, or not in HTTP.
    """
    request = Request(address, headers=HEADERS)  # noqa: S310 - whoever opens an atlas checks it
    try:
        with urlopen(request, timeout=timeout) as answer:  # noqa: S310
            return _read(answer.status, answer.read(), answer.headers.items())
    except HTTPError as error:
        with error:
            return _read(error.code, error.read(), error.headers.items())
    except URLError as error:
        raise NoAnswer(f"{address} does not answer: {error.reason}") from error
    except (OSError, HTTPException, EOFError) as error:
        raise NoAnswer(f"{address} does not answer: {error or type(error).__name__}") from error


def _read(status: int, body: bytes, headers: Iterable[tuple[str, str]]) -> Fetched:
    named = {name.lower(): value for name, value in headers}
    packed = named.get("content-encoding") == "gzip"
    return Fetched(status, gzip.decompress(body) if packed else body, named)
