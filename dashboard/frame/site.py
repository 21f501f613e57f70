"""Where the atlas stands, for addresses that are passed on whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import Request

SITE = "https://site.invalid"
"""In the texts of a page: becomes where the atlas stands once the page is sent to a visitor, as it
may be kept for others, who came by another name."""


def site_of(request: Request) -> str:
    """Scheme, host and base, as the visitor sees them; without a slash at its end."""
    base = request.scope.get("base", "")
    return f"{request.url.scheme}://{request.url.netloc}{base}"
