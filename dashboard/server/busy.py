"""What is said where there is no place: when to come again, in the way of whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse

from dashboard.frame.problem import told
from dashboard.language.i18n import CODES, code_of, language
from dashboard.server.headers import PROGRAMS, plain_page

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope


def busy(scope: Scope, seconds: int) -> Response:
    """What says so to people, to programs, and to what only takes a file or a picture."""
    request, path = Request(scope), scope["path"]
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    if path.startswith(PROGRAMS):
        words = language(request.query_params.get("lang", CODES[0]))
        return told("busy", request, words, headers=headers, said={"seconds": seconds})
    code = _code(path)
    if "text/html" in request.headers.get("accept", ""):
        return busy_page(code, seconds, headers, scope.get("base", ""))
    text = language(code).t("error.busy.text", seconds=seconds)
    return PlainTextResponse(f"{text}\n", 503, headers)


def busy_page(code: str, seconds: int, headers: dict[str, str], base: str) -> Response:
    """The page that says when to come again; needs no script, no style file and no data."""
    words = language(code)
    title, text = words.t("error.busy.title"), words.t("error.busy.text", seconds=seconds)
    return plain_page(words, title, text, 503, base=base, headers=headers)


def _code(path: str) -> str:
    """The language of an address of a page, or of a file, which has it in its second part."""
    second = path.split("/")[2:3]
    return second[0] if second and second[0] in CODES else code_of(path)
