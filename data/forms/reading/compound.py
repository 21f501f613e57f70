"""The file within a file of older Excel, and of encrypted workbooks: a small reader of streams.

Layout after Microsoft's [MS-CFB]: sectors chained by a table, a directory of named streams, small
streams in a stream of their own.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property

from data.forms.reading.refusal import Unreadable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
"""Numbers from here on are no sectors but marks: end of a chain, free, table."""

_HEADER_DIFAT = 109
_ENTRY = 128
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class Compound:
    """Streams by name.

    Raises:
        Unreadable: the file is damaged, also at any later step.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) < 512 or not content.startswith(MAGIC):
            raise Unreadable("damaged")
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise Unreadable("damaged")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (self._directory,) = struct.unpack_from("<I", content, 48)
        (self._cutoff, self._mini_fat) = struct.unpack_from("<II", content, 56)
        self._fat = self._read_fat()
        self._mini_table = self._numbers(self._chain(self._mini_fat))

    def names(self) -> tuple[str, ...]:
        """Return the names of all streams."""
        return tuple(entry.name for entry in self._entries if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """Return a stream's content, empty if there is none of that name."""
        for entry in self._entries:
            if entry.kind == _STREAM and entry.name.casefold() == name.casefold():
                return self._read(entry)
        return b""

    def _read(self, entry: _Entry) -> bytes:
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        root = next((each for each in self._entries if each.kind == _ROOT), None)
        if root is None:
            raise Unreadable("damaged")
        small = self._chain(root.start)
        places = _follow(self._mini_table, entry.start)
        width = self._mini_size
        return b"".join(small[at * width : (at + 1) * width] for at in places)[: entry.size]

    @cached_property
    def _entries(self) -> list[_Entry]:
        content = self._chain(self._directory)
        found = []
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", content, at + 64)
            name = content[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", content, at + 116)
            found.append(_Entry(name, kind, start, size))
        return found

    def _read_fat(self) -> tuple[int, ...]:
        numbers = list(struct.unpack_from(f"<{_HEADER_DIFAT}I", self._content, 76))
        (following,) = struct.unpack_from("<I", self._content, 68)
        seen = set()
        while following < _LAST and following not in seen:
            seen.add(following)
            more = self._numbers(self._sector(following))
            numbers += more[:-1]
            following = more[-1] if more else _LAST
        sectors = (self._sector(number) for number in numbers if number < _LAST)
        return self._numbers(b"".join(sectors))

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(self._fat, start))

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        if begin >= len(self._content):
            raise Unreadable("damaged")
        return self._content[begin : begin + self._size]

    @staticmethod
    def _numbers(content: bytes) -> tuple[int, ...]:
        if len(content) % 4:  # the fast reader would stop at it with a trace
            raise Unreadable("damaged")
        return struct.unpack(f"<{len(content) // 4}I", content)


def _follow(table: tuple[int, ...], start: int) -> list[int]:
    """List the places of a chain; each may be there once."""
    places, seen, at = [], set(), start
    while at < _LAST:
        if at in seen or at >= len(table):
            raise Unreadable("damaged")
        seen.add(at)
        places.append(at)
        at = table[at]
    return places
