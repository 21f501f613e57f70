"""Where the atlas stands, for addresses that are passed on whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from fastapi import Request

SITE = "https://site.invalid"
"""Stands for it in what is remembered for all who ask: a name that nobody can have. It becomes
where the atlas stands once an answer is sent to a visitor."""


def site_of(request: Request) -> str:
    """Scheme, host and base, without a slash at the end; what a host may not hold is escaped."""
    host = quote(request.url.netloc, safe=":[]")
    return f"{request.url.scheme}://{host}{request.scope.get('base', '')}"
