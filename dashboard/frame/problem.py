"""What went wrong, as programs read it: problem details of RFC 9457."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from fastapi import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEM = "application/problem+json"


def problem(
    status: int, title: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """An answer that says what went wrong.

    Args:
        status: Of HTTP, 4xx or 5xx.
        title: What kind of problem it is, in words that are the same each time.
        detail: What it is this time, and what can be done.
        headers: Of the answer, such as `Allow` or `Retry-After`; nobody keeps it unless they say.
        **more: `type` and `instance`, addresses; `parameter`, `value`, `expected`, `known`, `near`
            and whatever else helps; what is empty is left out.
    """
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    said |= {name: value for name, value in more.items() if value not in (None, "", (), [])}
    kept = {"Cache-Control": "no-store"} | dict(headers or {})
    return Response(orjson.dumps(said), status, kept, PROBLEM)
