"""Which of several forms somebody who asks would rather have (RFC 9110, 12.4 and 12.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEIGHT = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.IGNORECASE)


def preferred(header: str, offered: Sequence[str]) -> str:
    """The one of those offered that is asked for most; nothing if none of them is wanted.

    Args:
        header: `Accept` or `Accept-Language`; without one, everything is as welcome.
        offered: Names in our own order, which decides between those that are as welcome.
    """
    asked = dict(_asked(header)) or {"*": 1.0}
    best = max(offered, key=lambda name: _welcome(name, asked))
    return best if _welcome(best, asked) > 0 else ""


def _asked(header: str) -> list[tuple[str, float]]:
    found = []
    for part in header.split(","):
        name, *more = part.split(";")
        weights = [match[1] for each in more if (match := _WEIGHT.fullmatch(each))]
        if name.strip():
            found.append((name.strip().lower(), float(weights[0]) if weights else 1.0))
    return found


def _welcome(name: str, asked: dict[str, float]) -> float:
    """How welcome: what is said of it by its name counts before what is said of its kind."""
    kind = re.split("[/-]", name)[0]
    for each in (name, f"{kind}/*", "*/*", "*"):
        if each in asked:
            return asked[each]
    return max((weight for each, weight in asked.items() if each.startswith(f"{name}-")), default=0)
