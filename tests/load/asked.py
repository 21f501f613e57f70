"""What visitors ask for: kinds of requests, how often each is asked, and what answers it rightly.

Addresses are taken from the server itself, by its site map, so that any copy of the atlas can be
visited, wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    import random

    from tests.load.connection import Connection

HTML, JSON, PDF, PNG = b"text/html", b"application/json", b"application/pdf", b"image/png"
XLSX = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WEIGHTS = {
    "page": 32,
    "view": 14,
    "static": 14,
    "api": 10,
    "search": 10,
    "csv": 6,
    "xlsx": 3,
    "picture": 4,
    "sheet": 3,
    "form": 4,
}
"""Kinds, and how many of a hundred requests are of each."""

INDICATORS = (
    ("total", "eur"),
    ("total", "per_resident"),
    ("ngo_competition", "eur"),
    ("ngo_recipients", "per_10000"),
    ("competitions", "count"),
    ("openness", "percent"),
)
AREAS = ("all", "culture", "sport", "health")
WORDS = ("vilnius", "kauno", "sportas", "kultūra", "nevyriausybin", "2024", "taryba", "xyz")
PICTURED = ("home", "map", "municipality", "compare", "recipients", "competitions", "flows")
ITEMS_EACH = 40
"""Addresses of a kind of items that are visited, by the way of the numbers."""


class Ask(NamedTuple):
    """A request of a kind and what its answer begins with."""

    kind: str
    path: str
    type: bytes
    body: bytes = b""


@dataclass(frozen=True)
class Places:
    """What a server has: addresses of its pages and their files, and a form to be checked."""

    pages: tuple[str, ...]
    static: tuple[tuple[str, bytes], ...]
    form: bytes


def request(ask: Ask, host: str) -> bytes:
    """The bytes to send."""
    head = f"Host: {host}\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nUser-Agent: visitor\r\n"
    if not ask.body:
        return f"GET {ask.path} HTTP/1.1\r\n{head}\r\n".encode()
    head += f"X-File-Name: forma.xlsx\r\nContent-Length: {len(ask.body)}\r\n"
    head += "Content-Type: application/octet-stream\r\nSec-Fetch-Site: same-origin\r\n"
    return f"POST {ask.path} HTTP/1.1\r\n{head}\r\n".encode() + ask.body


async def places(connection: Connection, host: str) -> Places:
    """Looks around on a server."""

    async def text(path: str) -> str:
        answered = await connection.ask(request(Ask("", path, b""), host))
        return answered.content().decode()

    pages: list[str] = []
    for name in _paths(await text("/sitemap.xml"), host):
        found = _paths(await text(name), host)
        pages += found[:: max(1, len(found) // ITEMS_EACH)]
    linked: set[str] = set()
    for page in pages[:8]:
        linked |= set(re.findall(r'(?:href|src)="(/(?:bundles|static)/[^"]+)"', await text(page)))
    static = tuple((path, _static_type(path)) for path in sorted(linked))
    form = await connection.ask(
        request(Ask("", "/download/lt/form.xlsx?municipality=13&year=2025", XLSX), host)
    )
    return Places(tuple(pages), static, form.body)


def _paths(sitemap: str, host: str) -> list[str]:
    return [each.partition(host)[2] for each in re.findall(r"<loc>([^<]+)</loc>", sitemap)]


def _static_type(path: str) -> bytes:
    file = path.partition("?")[0]
    ends = {".js": b"text/javascript", ".css": b"text/css", ".woff2": b"font/woff2"}
    return next((kind for end, kind in ends.items() if file.endswith(end)), b"")


def step(chance: random.Random, known: Places) -> Ask:
    """What a visitor asks for next."""
    kind = chance.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
    code = chance.choice(("lt", "en"))
    indicator, unit = chance.choice(INDICATORS)
    if kind == "page":
        return Ask(kind, chance.choice(known.pages), HTML)
    if kind == "static":
        return Ask(kind, *chance.choice(known.static))
    if kind == "view":
        area = chance.choice(AREAS) if indicator == "total" else "all"
        query = f"lang={code}&unit={unit}&area={area}"
        return Ask(kind, f"/api/v1/views/{indicator}?{query}", JSON)
    if kind == "form":
        return Ask(kind, f"/check/{code}/report", HTML, known.form)
    return _file(kind, code, f"indicator={indicator}&unit={unit}", chance)


def _file(kind: str, code: str, query: str, chance: random.Random) -> Ask:
    place = chance.choice(("13", "19", "29", "52", "53"))
    return {
        "api": Ask(kind, chance.choice(("/api/v1/units", "/api/v1/municipalities")), JSON),
        "search": Ask(kind, f"/search/{code}?q={quote(chance.choice(WORDS))}", JSON),
        "csv": Ask(kind, f"/download/{code}/view.csv?{query}", b"text/csv"),
        "xlsx": Ask(kind, f"/download/{code}/view.xlsx?{query}", XLSX),
        "picture": Ask(kind, f"/share/{code}/{chance.choice(PICTURED)}.png?{query}", PNG),
        "sheet": Ask(kind, f"/download/{code}/municipality/{place}.pdf", PDF),
    }[kind]
