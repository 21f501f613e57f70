"""Spoils good forms in ways that nobody would think of, each told by its number alone."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.evil import DECLARATIONS, NAMES, REFERENCES, VALUES
from tests.fuzz.seeds import WRITERS, seeds, spoilt_cells

if TYPE_CHECKING:
    from collections.abc import Callable

    Parts = list[tuple[str, bytes]]

KINDS = ("xlsx", "form", "ods", "xls", "csv", "zip")
"""By turns: a workbook of Excel, the form that is given out, LibreOffice's, old Excel's, text,
and an archive of texts."""

TAG = re.compile(rb"<[^<>]*>")
ATTRIBUTE = re.compile(rb'(\s[\w:.-]+=")([^"]*)(")')
NUMBER = re.compile(rb"(?<=>)[0-9][0-9.,eE+-]*(?=<)")


@dataclass(frozen=True)
class Spoilt:
    """A file as it is sent.

    Attributes:
        kind: of what it was made.
        name: what it is called.
        content: of it.
        how: what was done to it.
    """

    kind: str
    name: str
    content: bytes
    how: tuple[str, ...]


def spoilt(number: int) -> Spoilt:
    """The file of a number: always the same."""
    random = Random(f"savivalda {number}")
    kind = KINDS[number % len(KINDS)]
    suffix = "xlsx" if kind == "form" else kind
    content, how = seeds()[kind], []
    if kind in WRITERS and random.random() < 0.35:
        content = spoilt_cells(kind, random)
        how.append("cells")
    if suffix in {"xlsx", "ods", "zip"} and (not how or random.random() < 0.5):
        content, done = _spoilt_zip(content, random)
        how += done
    if not how or random.random() < 0.15:
        for _ in range(random.choice((1, 1, 2, 5))):
            change = random.choice(BYTES)
            content = change(content, random)
            how.append(change.__name__)
    return Spoilt(kind, f"Asignavimai.{suffix}", content, tuple(how))


def flip(content: bytes, random: Random) -> bytes:
    """Changes some bits."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 3, 20)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    begin, end = _slice(content, random)
    return content[:begin] + content[end:]


def end_early(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def insert(content: bytes, random: Random) -> bytes:
    begin, _ = _slice(content, random)
    return content[:begin] + random.randbytes(random.choice((1, 4, 300))) + content[begin:]


def double(content: bytes, random: Random) -> bytes:
    begin, end = _slice(content, random)
    return content[:end] + content[begin:]


def number(content: bytes, random: Random) -> bytes:
    """Writes a number as wide as those of records and tables over what stands there."""
    given = random.choice((0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF))
    width = random.choice(("<I", "<H"))
    packed = struct.pack(width, given & (0xFFFFFFFF if width == "<I" else 0xFFFF))
    begin = random.randrange(max(1, len(content) - 4))
    return content[:begin] + packed + content[begin + len(packed) :]


def _slice(content: bytes, random: Random) -> tuple[int, int]:
    begin = random.randrange(len(content) + 1)
    return begin, min(len(content), begin + random.choice((1, 2, 16, 512, 5000)))


BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (flip, cut, end_early, insert, double, number)


def _spoilt_zip(content: bytes, random: Random) -> tuple[bytes, list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except zipfile.BadZipFile:
        return content, []
    how = []
    for _ in range(random.choice((1, 1, 2, 4))):
        change = random.choice((*PARTS, *[markup] * 8))
        parts = change(parts, random) if parts else parts
        how.append(change.__name__)
    packed = _zipped(parts, random)
    if random.random() < 0.25:
        packed = listed_wrong(packed, random)
        how.append("listed_wrong")
    return packed, how


def _zipped(parts: Parts, random: Random) -> bytes:
    stream = io.BytesIO()
    method = random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.comment = random.choice((b"", b"", b"PK\x05\x06" * 9))
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def remove(parts: Parts, random: Random) -> Parts:
    gone = random.randrange(len(parts))
    return [*parts[:gone], *parts[gone + 1 :]]


def rename(parts: Parts, random: Random) -> Parts:
    at = random.randrange(len(parts))
    name, content = parts[at]
    new = random.choice((*NAMES, name.upper(), f"{name}/", f"./{name}", f"../{name}", f"/{name}"))
    return [*parts[:at], (new, content), *parts[at + 1 :]]


def again(parts: Parts, random: Random) -> Parts:
    name, content = random.choice(parts)
    return [*parts, (random.choice((name, name.upper(), f"{name}2")), content)]


def exchange(parts: Parts, random: Random) -> Parts:
    """One part under the name of another."""
    at = random.randrange(len(parts))
    return [*parts[:at], (parts[at][0], random.choice(parts)[1]), *parts[at + 1 :]]


def nest(parts: Parts, random: Random) -> Parts:
    """A whole archive in the place of a part."""
    at = random.randrange(len(parts))
    return [*parts[:at], (parts[at][0], _zipped(parts, random)), *parts[at + 1 :]]


def garble(parts: Parts, random: Random) -> Parts:
    at = random.randrange(len(parts))
    changed = random.choice(BYTES)(parts[at][1], random)
    return [*parts[:at], (parts[at][0], changed), *parts[at + 1 :]]


def markup(parts: Parts, random: Random) -> Parts:
    """Changes what stands in the XML of a part."""
    at = random.randrange(len(parts))
    name, content = parts[at]
    for _ in range(random.choice((1, 2, 6))):
        content = random.choice(MARKUP)(content, random)
    return [*parts[:at], (name, content), *parts[at + 1 :]]


PARTS = (remove, rename, again, exchange, nest, garble)


def _tag(content: bytes, random: Random) -> tuple[int, int]:
    found = [each.span() for each in TAG.finditer(content)]
    return random.choice(found) if found else (0, 0)


def _value(random: Random) -> bytes:
    return random.choice(VALUES).encode("utf-8", "surrogatepass")


def _drop_tag(content: bytes, random: Random) -> bytes:
    begin, end = _tag(content, random)
    return content[:begin] + content[end:]


def _double_tag(content: bytes, random: Random) -> bytes:
    begin, end = _tag(content, random)
    return content[:end] + content[begin:end] * random.choice((1, 5, 3000)) + content[end:]


def _replaced(pattern: re.Pattern[bytes], content: bytes, random: Random, value: bytes) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    group = 2 if pattern is ATTRIBUTE else 0
    begin, end = random.choice(found).span(group)
    return content[:begin] + value + content[end:]


def _attribute(content: bytes, random: Random) -> bytes:
    return _replaced(ATTRIBUTE, content, random, _value(random).replace(b'"', b"&quot;"))


def _no_attribute(content: bytes, random: Random) -> bytes:
    found = list(ATTRIBUTE.finditer(content))
    if not found:
        return content
    begin, end = random.choice(found).span()
    return content[:begin] + content[end:]


def _figure(content: bytes, random: Random) -> bytes:
    """A number in a cell, or the index of a shared text."""
    return _replaced(NUMBER, content, random, _value(random))


def _reference(content: bytes, random: Random) -> bytes:
    _, end = _tag(content, random)
    return content[:end] + random.choice(REFERENCES) + content[end:]


def _declared(content: bytes, random: Random) -> bytes:
    begin = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
    return content[:begin] + random.choice(DECLARATIONS) + content[begin:]


def _deep(content: bytes, random: Random) -> bytes:
    _, end = _tag(content, random)
    depth = random.choice((50, 5_000, 100_000))
    return content[:end] + b"<x>" * depth + b"</x>" * depth + content[end:]


MARKUP = (
    *(_drop_tag, _double_tag, _no_attribute, _reference, _declared, _deep),
    *[_attribute] * 6,
    *[_figure] * 6,
)


def listed_wrong(packed: bytes, random: Random) -> bytes:
    """An entry of the table of contents that says what is not so."""
    changed = bytearray(packed)
    places = [each.start() for each in re.finditer(b"PK\x01\x02", packed)]
    if not places:
        return packed
    at = random.choice(places)
    offset, width = random.choice(((8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"),
                                   (28, "<H"), (30, "<H"), (42, "<I")))  # fmt: skip
    (was,) = struct.unpack_from(width, changed, at + offset)
    most = 0xFFFF if width == "<H" else 0xFFFFFFFF
    new = random.choice((was ^ 1, was + 1, 0, most, most >> 1, random.randint(0, most)))
    struct.pack_into(width, changed, at + offset, new & most)
    return bytes(changed)
