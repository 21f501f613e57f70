"""Security headers on every answer, and one plain page where the application itself fails."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from dashboard.frame.problem import problem
from dashboard.language.i18n import code_of, language
from data.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from dashboard.language.i18n import Language

LOOK = "font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1.5rem"
"""Of pages that need no file; in attributes, which all policies here allow."""

AGAIN = "5"
"""Seconds after which to come again where the database cannot answer."""

LOG = logging.getLogger(__name__)

# style-src is looser than the rest: plotly.js writes its rules into a <style> element and Dash's
# components set style attributes, neither of which carries a nonce. Styles cannot run code; the
# scripts stay strict: own files only, nothing inline, no eval.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
EMBED_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""Of what stands in frames of others: no script, nothing to send. Names on maps have styles."""

EMBEDS = "/embed"


PROGRAMS = "/api/"
"""Addresses that programs ask for."""


class Headers:
    """Adds the headers; turns an unforeseen error into a page that says what to do.

    A header that an answer brings itself is left as it is. What is made for frames of others has a
    policy of its own, also where it fails.
    """

    def __init__(
        self, app: ASGIApp, frame_ancestors: str, embed_ancestors: str, base: str = ""
    ) -> None:
        self.app = app
        self.base = base
        self.headers = _headers(POLICY | {"frame-ancestors": frame_ancestors})
        self.embed_headers = _headers(EMBED_POLICY | {"frame-ancestors": embed_ancestors})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and marks the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, path = False, scope["path"]
        embed = path == EMBEDS or path.startswith(f"{EMBEDS}/")
        headers = self.embed_headers if embed else self.headers

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                given = list(message.get("headers", ()))
                named = {name.lower() for name, _ in given}
                own = [header for header in headers if header[0] not in named]
                message = {**message, "headers": [*given, *own]}
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception as error:  # whatever failed: a page for the visitor, the trace for the log
            LOG.exception("%s %r failed", scope["method"], scope["path"])
            if started:
                raise
            named = path.removeprefix(EMBEDS) if embed else path  # the language begins it
            answer = _failed(named, self.base, without_data=isinstance(error, StoreError))
            await answer(scope, receive, send_with_headers)


def _failed(path: str, base: str, *, without_data: bool) -> Response:
    """What says so to people, or to programs where these ask.

    A database that cannot answer, as one that is damaged under the running server, is mended by the
    next build: one may come again.
    """
    words, status = language(code_of(path)), 503 if without_data else 500
    if path.startswith(PROGRAMS):
        text = words.t("error.data" if without_data else "error.text")
        answer: Response = problem(status, words.t("error.title"), text)
    else:
        answer = error_page(path, base)
        answer.status_code = status
    if without_data:
        answer.headers["Retry-After"] = AGAIN
    return answer


def _headers(policy: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """All headers around a policy."""
    headers = {
        "content-security-policy": "; ".join(f"{key} {value}" for key, value in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def error_page(path: str, base: str = "") -> HTMLResponse:
    """What to do when something broke: needs no script, no style file and no data."""
    words = language(code_of(path))
    return plain_page(words, words.t("error.title"), words.t("error.text"), 500, base=base)


def plain_page(
    words: Language,
    title: str,
    text: str,
    status: int,
    *,
    base: str = "",
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """A page that says what happened and leads to the first page."""
    home = f"{base}{words.path('/')}"
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="{words.code}"><head>'
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark">'
        f'<title>{title}</title></head><body style="{LOOK}"><main><h1>{title}</h1><p>{text}'
        f'</p><p><a href="{home}">{words.t("error.home")}</a></p></main></body></html>',
        status,
        headers,
    )
