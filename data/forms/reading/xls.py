"""Workbooks of older Excel (XLS): records looked through first, then read by the fast reader.

Layout of the records after Microsoft's [MS-XLS]; only what tells the extent of a sheet, failed
formulas, hidden rows and merged areas is looked at.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from data.forms.reading.book import Merged, RawBook
from data.forms.reading.calamine import read_rows
from data.forms.reading.compound import Compound
from data.forms.reading.refusal import Unreadable
from data.forms.reading.styles import LITERAL
from data.forms.reading.tally import Tally
from data.forms.reading.worksheet import Look
from data.forms.reading.xlstexts import text_lengths

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMAT, _STYLE = 0x41E, 0xE0
_PER_CENT = (9, 10)
"""Formats that every program knows: 0% and 0.00%."""

_SHEET, _FILEPASS, _SST, _CONTINUE, _END = 0x85, 0x2F, 0xFC, 0x3C, 0x0A
_ROW, _MERGED, _BOOL_ERROR, _FORMULA, _EXTENT = 0x208, 0xE5, 0x205, 0x06, 0x200
_SHARED, _MANY_NUMBERS = 0xFD, 0xBD
_ONE_VALUE = frozenset({0x203, 0x204, 0xD6, 0x27E, _BOOL_ERROR, _FORMULA, _SHARED})
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_HIDDEN = 0x20
_WORKSHEET = 0
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def read_xls(content: bytes) -> RawBook:
    """Read a workbook of older Excel.

    Raises:
        Unreadable: it is damaged, encrypted or more than a form can be.
    """
    compound = Compound(content)
    if {"EncryptedPackage", "EncryptionInfo"} & set(compound.names()):
        raise Unreadable("encrypted")
    stream = compound.stream("Workbook")
    if not stream:
        raise Unreadable("not_a_workbook", found="OLE")
    try:
        looks = _look_over(stream)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unreadable("damaged") from error
    rows = read_rows(io.BytesIO(content))
    found = (look.sheet(name, rows[name]) for name, look in looks.items() if name in rows)
    return RawBook("xls", tuple(found))


def _look_over(stream: bytes) -> dict[str, Look]:
    starts, texts, percents = _globals(stream)
    lengths, tally = text_lengths(texts), Tally()
    looks: dict[str, Look] = {}
    for name, start in starts.items():
        look = looks[name] = Look()
        for kind, body in _records(stream, start):
            tally.mark()
            if kind == _END:
                break
            if kind == _SHARED:
                (text,) = struct.unpack_from("<I", body, 6)
                tally.characters(lengths[text])
            _look_at(kind, body, look, tally, percents)
    return looks


def _globals(stream: bytes) -> tuple[dict[str, int], list[bytes], frozenset[int]]:
    """Return where each worksheet begins, by name; shared texts in pieces; styles of per cent."""
    starts: dict[str, int] = {}
    texts: list[bytes] = []
    formats, styles = set(_PER_CENT), []
    before = 0
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise Unreadable("encrypted")
        if kind == _SHEET:
            (start,) = struct.unpack_from("<I", body, 0)
            _judge_extents(stream, start)
        if kind == _SHEET and body[5] == _WORKSHEET:
            name = body[8:].decode("utf-16-le" if body[7] & 1 else "latin-1")[: body[6]]
            starts[name] = start
        if kind == _FORMAT and _shows_percent(body):
            formats.add(int.from_bytes(body[:2], "little"))
        if kind == _STYLE:
            styles.append(int.from_bytes(body[2:4], "little"))
        if kind == _SST or (kind == _CONTINUE and before == _SST):
            texts.append(body)
        before = _SST if kind == _CONTINUE and before == _SST else kind
        if kind == _END:
            break
    percents = frozenset(number for number, style in enumerate(styles) if style in formats)
    return starts, texts, percents


def _shows_percent(body: bytes) -> bool:
    """Whether a number format has a per cent sign that is not only text."""
    text = body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1")
    return "%" in LITERAL.sub("", text)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield kinds and bodies of records from a place on."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            raise Unreadable("damaged")
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
    raise Unreadable("damaged")  # no end was met


def _judge_extents(stream: bytes, start: int) -> None:
    """Refuse an extent that no sheet has: the fast reader asks for room for all of it at once."""
    for kind, body in _records(stream, start):
        if kind == _END:
            break
        if kind == _EXTENT:
            layout = "<IIHH" if len(body) == struct.calcsize("<IIHHH") else "<HHHH"
            top, bottom, left, right = struct.unpack_from(layout, body)
            if bottom > _MOST_ROWS or right > _MOST_COLUMNS or top > bottom or left > right:
                raise Unreadable("damaged")


def _look_at(kind: int, body: bytes, look: Look, tally: Tally, percents: frozenset[int]) -> None:
    if kind in _ONE_VALUE:
        row, column, style = struct.unpack_from("<HHH", body, 0)
        row, column = row + 1, column + 1
        tally.value(row, column)
        if style in percents:
            look.percents.add((row, column))
        if error := _error(kind, body):
            look.errors[row, column] = error
    elif kind == _MANY_NUMBERS:
        _look_at_many(body, look, tally, percents)
    elif kind == _ROW:
        row, flags = struct.unpack_from("<H10xB", body, 0)
        if flags & _HIDDEN:
            look.hidden.add(row + 1)
    elif kind == _MERGED:
        (count,) = struct.unpack_from("<H", body, 0)
        for place in range(count):
            tally.merge()
            top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * place)
            look.merged.append(Merged(top + 1, left + 1, bottom + 1, right + 1))


def _look_at_many(body: bytes, look: Look, tally: Tally, percents: frozenset[int]) -> None:
    """Look at numbers beside each other: the first column, then style and number of each."""
    row, first = struct.unpack("<HH", body[:4])
    (last,) = struct.unpack("<H", body[-2:])
    tally.value(row + 1, last + 1, len(body) // 6)
    for column, at in enumerate(range(4, len(body) - 2, 6), start=first + 1):
        if int.from_bytes(body[at : at + 2], "little") in percents:
            look.percents.add((row + 1, column))


def _error(kind: int, body: bytes) -> str | None:
    """Return what a cell shows when its formula failed."""
    if kind == _BOOL_ERROR and body[7]:
        return _ERRORS.get(body[6], "#N/A")
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#N/A")
    return None
