"""What went wrong, as programs read it: problem details of RFC 9457."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from fastapi import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

    from dashboard.language.i18n import Language

PROBLEM = "application/problem+json"

PROBLEMS = {
    "address": 404,
    "resource": 404,
    "row": 404,
    "choice": 404,
    "cursor": 404,
    "version": 404,
    "former": 410,
    "parameter": 400,
    "value": 400,
    "missing": 400,
    "twice": 400,
    "method": 405,
    "length": 414,
    "often": 429,
    "slow": 503,
    "busy": 503,
    "data": 503,
}
"""Kinds of problems that the documentation explains, and their status."""

API_SLUG = "api"
"""Of the page that explains them, in both languages."""

LONGEST_INSTANCE = 500


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


def told(
    kind: str,
    request: Request,
    words: Language,
    *,
    headers: Mapping[str, str] | None = None,
    said: Mapping[str, Any] | None = None,
    **more: Any,
) -> Response:
    """A problem of a known kind, in words.

    Args:
        kind: One of `PROBLEMS`.
        request: What was asked.
        words: Language to say it in.
        headers: Of the answer.
        said: What fills the places of `api.problem.<kind>.text`.
        **more: As `problem`.
    """
    base = request.scope.get("base", "")
    query = f"?{request.url.query}" if request.url.query else ""
    return problem(
        PROBLEMS[kind],
        words.t(f"api.problem.{kind}.title"),
        words.t(f"api.problem.{kind}.text", **(said or {})),
        headers=headers,
        type=f"{base}{words.path(f'/{API_SLUG}')}#problem-{kind}",
        instance=f"{base}{request.url.path}{query}"[:LONGEST_INSTANCE],
        **more,
    )
