"""Answers of the interface: waited for when it is busy, and understood or refused."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from savivalda.errors import CannotAsk, NoAnswer, NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Callable

    from savivalda.fetching import FetchAddress, Fetched

TRIES = 4
LONGEST_WAIT = 60
"""Seconds to wait for at most when the atlas says that it has been asked too much."""

BUSY = {429, 503}
SVG = "image/svg+xml"


class Answers:
    """Asks addresses of the interface.

    Args:
        fetch: Asks an address.
        timeout: Seconds without a byte after which it counts as not answering.
        wait: Waits so many seconds.
    """

    def __init__(
        self, fetch: FetchAddress, timeout: float, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._fetch, self._timeout, self._wait = fetch, timeout, wait

    def get(self, address: str, *names: str) -> dict[str, Any]:
        """What an address answers.

        Args:
            address: Complete.
            *names: What the answer must have.

        Raises:
            CannotAsk: The interface says that this cannot be asked for.
            NotUnderstood: It is not the interface that answers.
            NoAnswer: Nobody answers, or only that it cannot.
        """
        return _understood(address, self._waited_for(address), names)

    def picture(self, address: str) -> str:
        """The SVG of an address.

        Args:
            address: Complete.

        Raises:
            NotUnderstood: It is no picture that comes.
            NoAnswer: Nobody answers, or only that it cannot.
        """
        answer = self._waited_for(address)
        if answer.status == 200 and answer.headers.get("content-type", "").startswith(SVG):
            return answer.body.decode()
        _understood(address, answer, ())
        raise NotUnderstood(f"{address} answers without a picture")

    def _waited_for(self, address: str) -> Fetched:
        """What an address answers, once it is no longer busy, or after some tries."""
        answer = self._fetch(address, self._timeout)
        for _ in range(TRIES - 1):
            seconds = answer.headers.get("retry-after", "")
            if answer.status not in BUSY or not seconds.isdecimal() or int(seconds) > LONGEST_WAIT:
                break
            self._wait(int(seconds))
            answer = self._fetch(address, self._timeout)
        return answer


def _understood(address: str, answer: Fetched, names: tuple[str, ...]) -> dict[str, Any]:
    try:
        said = json.loads(answer.body)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise NotUnderstood(f"{address} answers {answer.status}, without JSON")
    if answer.status == 200 and said.keys() >= set(names):
        return said
    if answer.status < 500 and "parameter" in said:
        raise _refused(address, said)
    told = said.get("detail") or said.get("title") or f"without {', '.join(names)}"
    kind = NotUnderstood if answer.status in {200, 400, 404, 405, 410} else NoAnswer
    raise kind(f"{address} answers {answer.status}: {told}")


def _refused(address: str, said: dict[str, Any]) -> CannotAsk:
    """What the problem says, as far as it says it."""
    name = str(said["parameter"])
    asked = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True)).get(name, "")
    return CannotAsk(
        name,
        str(said.get("value", asked)),
        str(said.get("expected") or "what is known"),
        said.get("known", ()),
        said.get("near", ()),
    )
