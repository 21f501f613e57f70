"""What became of the requests of a kind, and whether an answer is right."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.load.asked import Ask
    from tests.load.connection import Answered


@dataclass
class Kind:
    """What became of the requests of a kind.

    Attributes:
        errors: each as a line.
        refused: how many were told to come again later.
        reopened: how many were asked again on a new connection.
        milliseconds: of the answers that were right.
        bytes: of all answers.
    """

    errors: list[str] = field(default_factory=list)
    refused: int = 0
    reopened: int = 0
    milliseconds: list[float] = field(default_factory=list)
    bytes: int = 0

    @property
    def number(self) -> int:
        """All requests."""
        return len(self.errors) + self.refused + len(self.milliseconds)

    @property
    def p50(self) -> float:
        """Milliseconds in which half of the answers came."""
        return self._within(0.5)

    @property
    def p95(self) -> float:
        """Milliseconds in which nineteen of twenty answers came."""
        return self._within(0.95)

    def _within(self, share: float) -> float:
        times = sorted(self.milliseconds)
        return times[min(len(times) - 1, int(len(times) * share))] if times else float("nan")


def wrong(answered: Answered, ask: Ask) -> str:
    """What is wrong with an answer; nothing if it is right."""
    if answered.status != 200:
        return f"status {answered.status}"
    if not answered.headers.get(b"content-type", b"").startswith(ask.type):
        return f"is {answered.headers.get(b'content-type', b'')!r}, not {ask.type!r}"
    try:
        content = answered.content()
    except zlib.error as error:
        return str(error)
    if not content:
        return "empty"
    page = ask.kind == "page"
    return "cut off" if page and not content.rstrip().endswith(b"</html>") else ""
