"""Where an answer goes on: an opaque text that names the data, the question and the place."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

FARTHEST = 1_000_000_000


@dataclass(frozen=True)
class Cursor:
    """A place in an answer.

    Attributes:
        version: of the data that the answer was of.
        question: what was asked, by `question_mark`.
        after: how many rows stand before it.
    """

    version: str
    question: str
    after: int

    @property
    def text(self) -> str:
        """As it stands in an address."""
        whole = orjson.dumps([self.version, self.question, self.after])
        return urlsafe_b64encode(whole).decode().rstrip("=")


def read_cursor(text: str) -> Cursor | None:
    """The place that a text names; None where it is none of ours."""
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        version, question, after = orjson.loads(urlsafe_b64decode(padded))
    except (ValueError, TypeError):
        return None
    fits = isinstance(version, str) and isinstance(question, str) and type(after) is int
    return Cursor(version, question, after) if fits and 0 < after < FARTHEST else None


def question_mark(resource: str, key: tuple[str, ...], params: Mapping[str, str]) -> str:
    """What tells a question from another; how many rows and how they are written does not."""
    asked = {
        name: value
        for name, value in params.items()
        if name not in {"cursor", "limit", "fields", "format", "version"}
    }
    whole = orjson.dumps([resource, key, asked], option=orjson.OPT_SORT_KEYS)
    return blake2b(whole, digest_size=6).hexdigest()
