"""Brings the bytes of an answer, from a file or by HTTP, and nothing that is plainly no answer.

Everything is bounded: size, the wait for each packet and for the whole, and the schemes that a
redirect may lead to.
"""

from __future__ import annotations

import hashlib
import re
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from data.refresh.errors import NoNetwork, RefreshError
from data.refresh.said import READ, own_words, plain

if TYPE_CHECKING:
    from http.client import HTTPMessage

LIMIT = 32 * 2**20
"""Bytes that an answer may have; the statistics agency's are below one megabyte."""

PACKET_SECONDS = 30.0
WHOLE_SECONDS = 180.0
WORDS_SECONDS = 10.0

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least: C: is a disk
_PAGE = re.compile(  # comments by their exact end, or hostile ones would be tried in every grouping
    rb"\s*(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<(!doctype\s+)?html",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Payload:
    """What was brought.

    Attributes:
        content: the bytes as they came.
        name: the address, or the file's name without its folder.
        url: the address that may be shown as the source: https only, else None.
        fetched: whether it came by HTTP just now.
    """

    content: bytes
    name: str
    url: str | None
    fetched: bool

    @property
    def checksum(self) -> str:
        """SHA-256 of the content, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def fetch(origin: str, *, limit: int = LIMIT, seconds: float = WHOLE_SECONDS) -> Payload:
    """Read a file, or get an address.

    Args:
        origin: a path, or an address that begins with http:// or https://.
        limit: bytes that it may have at most.
        seconds: how long the whole may take.

    Raises:
        NoNetwork: nobody answers there.
        RefreshError: no such file; another scheme; an error, a web page, nothing, too much or
            only a part came back.
    """
    if _SCHEME.match(origin):
        _check_address(origin)
        content = _get(origin, limit, seconds)
        url = origin if origin.startswith("https://") else None
        payload = Payload(content, origin, url, fetched=True)
    else:
        payload = Payload(_read(Path(origin), limit), Path(origin).name, None, fetched=False)
    if not payload.content.strip():
        raise RefreshError(f"{payload.name}: it is empty")
    if _PAGE.match(payload.content[:4096]):
        words = own_words(payload.content)
        said = f" ({words})" if words else ""
        raise RefreshError(f"{payload.name}: a web page, not data{said}; is the address right?")
    return payload


def _read(path: Path, limit: int) -> bytes:
    """Read a plain file; a device or a pipe might never end."""
    if not path.is_file():
        raise RefreshError(f"{path}: no such file")
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise RefreshError(f"{path}: cannot be read ({error})") from error
    _refuse_more(len(content), limit, path.name)
    return content


def _get(url: str, limit: int, seconds: float) -> bytes:
    """Get an address by HTTP."""
    host = urlsplit(url).hostname
    request = urllib.request.Request(url, headers={"User-Agent": _agent(), "Accept": "*/*"})  # noqa: S310 the scheme was checked
    try:
        with _opener().open(request, timeout=min(PACKET_SECONDS, seconds)) as response:
            return _receive(response, url, limit, seconds)
    except HTTPError as error:
        with error:
            raise RefreshError(f"{url}: {_failed(error)}") from error
    except URLError as error:
        raise NoNetwork(str(host), error.reason) from error
    except (HTTPException, ValueError) as error:
        raise RefreshError(f"{url}: the answer broke off or is malformed ({error!r})") from error
    except OSError as error:
        raise NoNetwork(str(host), error) from error


def _failed(error: HTTPError) -> str:
    """What an error of the service says: its number, and the first words of its body."""
    status = f"answered {error.code} {plain(error.reason or '', 60)}".rstrip()
    body: Any = error.fp  # an HTTPResponse, or nothing
    until, content = time.monotonic() + WORDS_SECONDS, b""
    with suppress(OSError, HTTPException, ValueError):
        while len(content) < READ and time.monotonic() < until and (packet := body.read1(READ)):
            content += packet
    words = own_words(content)
    return f"{status} and says: {words}" if words else status


def _receive(response: HTTPResponse, url: str, limit: int, seconds: float) -> bytes:
    """Take the body packet by packet, so that neither size nor time runs away."""
    promised = response.length  # None where the body is chunked
    _refuse_more(promised or 0, limit, url)
    until, content = time.monotonic() + seconds, bytearray()
    while packet := response.read1(65536):
        content += packet
        _refuse_more(len(content), limit, url)
        if time.monotonic() > until:
            raise RefreshError(f"{url}: not all came within {seconds:.0f} s")
    if promised is not None and len(content) < promised:
        raise RefreshError(f"{url}: only {len(content)} of {promised} bytes came")
    return bytes(content)


def _refuse_more(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise RefreshError(f"{name}: more than {limit:,} bytes; this is not the source's answer")


def _check_address(url: str) -> None:
    """Let only plain web addresses through, and none that carries a password."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise RefreshError(f"{url!r} is no address ({error})") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise RefreshError(
            f"{parts.scheme}: is not fetched; give a file's path, http:// or https://"
        )
    if not parts.hostname or parts.username or parts.password:
        raise RefreshError("an address needs a host and may not carry a user or password")
    if not url.isascii() or not url.isprintable() or " " in url:
        raise RefreshError(f"{url!r}: write special characters in an address as %XX")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to web addresses only, and never from https back to http."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check_address(newurl)
        if req.full_url.startswith("https:") and not newurl.startswith("https:"):
            raise RefreshError(f"{req.full_url}: it redirects to {newurl}, which is not encrypted")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """An opener that knows HTTP alone: the usual one opens files and FTP as well."""
    opener = urllib.request.OpenerDirector()
    handlers: tuple[Any, ...] = (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _agent() -> str:
    try:
        return f"Savivalda/{version('savivalda')} (open atlas of Lithuanian municipalities)"
    except PackageNotFoundError:
        return "Savivalda (open atlas of Lithuanian municipalities)"
