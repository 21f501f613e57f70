"""A small writer of older Excel's workbooks, for tests: texts, numbers, days, hidden rows, errors.

Written after [MS-XLS] and [MS-CFB]; nothing installed here writes such files.
"""

from __future__ import annotations

import struct
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.data.forms.drafts import Draft, Failed, Grid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}
_DAY_STYLE, _PLAIN_STYLE, _PERCENT_STYLE = 16, 15, 17
_FORMATS = {_DAY_STYLE: 14, _PERCENT_STYLE: 10}
_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def write_xls(draft: Draft, path: Path) -> Path:
    path.write_bytes(compound({"Workbook": _workbook(draft)}))
    return path


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0x41, 6))


def _workbook(draft: Draft) -> bytes:
    bodies = [_sheet(grid) for grid in draft.grids.values()]
    fonts = record(
        0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 186, 0) + b"\x01\x01A\0"
    )
    styles = b"".join(
        record(0xE0, struct.pack("<HHHBBBBIIH", 0, _FORMATS.get(number, 0),
                                 0xFFF5 if number < 15 else 1, 0, 0, 0, 0, 0, 0, 0))
        for number in range(18)
    )  # fmt: skip
    head = _begin(5) + record(0x42, struct.pack("<H", 1200)) + fonts + styles
    names = [title.encode("utf-16-le") for title in draft.grids]
    size = len(head) + sum(4 + 8 + len(name) for name in names) + 4
    entries = b""
    for name, body in zip(names, bodies, strict=True):
        entries += record(0x85, struct.pack("<IBBBB", size, 0, 0, len(name) // 2, 1) + name)
        size += len(body)
    return head + entries + record(0x0A) + b"".join(bodies)


def _sheet(grid: Grid) -> bytes:
    parts = [_begin(0x10)]
    parts.append(record(0x200, struct.pack("<IIHHH", 0, grid.height, 0, grid.width, 0)))
    for row in range(1, grid.height + 1):
        flags = 0x100 | (0x20 if row in grid.hidden else 0)
        parts.append(record(0x208, struct.pack("<HHHHHHHH", row - 1, 0, 256, 255, 0, 0, flags, 0)))
    for (row, column), value in sorted(grid.cells.items()):
        style = _PERCENT_STYLE if (row, column) in grid.percents else _PLAIN_STYLE
        parts.append(_cell(row - 1, column - 1, value, style))
    if grid.merged:
        areas = [struct.pack("<4H", t - 1, b - 1, l - 1, r - 1) for t, l, b, r in grid.merged]  # noqa: E741
        parts.append(record(0xE5, struct.pack("<H", len(areas)) + b"".join(areas)))
    return b"".join([*parts, record(0x0A)])


def _cell(row: int, column: int, value: Any, style: int) -> bytes:
    if value is None:
        return b""
    where = struct.pack("<HHH", row, column, _DAY_STYLE if isinstance(value, date) else style)
    if isinstance(value, Failed):
        return record(0x205, where + bytes([_ERRORS[value.shows], 1]))
    if isinstance(value, date):
        return record(0x203, where + struct.pack("<d", (value - date(1899, 12, 30)).days))
    if isinstance(value, (int, float)):
        return record(0x203, where + struct.pack("<d", value))
    text = str(value).encode("utf-16-le")
    return record(0x204, where + struct.pack("<HB", len(text) // 2, 1) + text)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; each stream is padded so that none is a small one."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), start=1):
        padded = content.ljust(4096, b"\0")
        start = _chain(sectors, table, padded)
        following = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, start, len(padded), right=following))
    directory = _chain(sectors, table, b"".join(entries).ljust(_SECTOR, b"\0"))
    count = 1
    while count * 128 < len(table) + count:
        count += 1
    first = len(sectors)
    table += [_TABLE] * count
    packed = struct.pack(f"<{len(table)}I", *table).ljust(count * _SECTOR, b"\xff")
    sectors += [packed[at : at + _SECTOR] for at in range(0, len(packed), _SECTOR)]
    return _header(directory, range(first, first + count)) + b"".join(sectors)


def _header(directory: int, tables: Sequence[int]) -> bytes:
    places = [*tables, *[_FREE] * (109 - len(tables))]
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
        + bytes(6) + struct.pack("<IIIIIIIII", 0, len(tables), directory, 0, 4096, _END, 0, _END, 0)
        + struct.pack("<109I", *places)
    )  # fmt: skip


def _chain(sectors: list[bytes], table: list[int], content: bytes) -> int:
    start = len(sectors)
    pieces = [
        content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)
    ]
    sectors += pieces
    table += [*range(start + 1, start + len(pieces)), _END]
    return start


def _entry(
    name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE
) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return (
        text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
        + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack("<III", start, size, 0)
    )  # fmt: skip
