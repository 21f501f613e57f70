"""Lengths of the texts that the cells of an older workbook share ([MS-XLS], record SST)."""

from __future__ import annotations

from data.forms.reading.refusal import Unreadable

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


class _Pieces:
    """Bytes spread over records; a text that is cut goes on after a byte of flags."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = [piece for piece in pieces if piece]
        self._piece = self._at = 0

    def done(self) -> bool:
        return self._piece >= len(self._pieces)

    def left(self) -> int:
        return 0 if self.done() else len(self._pieces[self._piece]) - self._at

    def skip(self, count: int) -> None:
        while count:
            step = min(count, self.left())
            if not step:
                raise Unreadable("damaged")
            count -= step
            self._at += step
            if not self.left():
                self._piece, self._at = self._piece + 1, 0

    def number(self, width: int) -> int:
        taken = b""
        while len(taken) < width:
            if self.done():
                raise Unreadable("damaged")
            taken += self._pieces[self._piece][self._at : self._at + 1]
            self.skip(1)
        return int.from_bytes(taken, "little")

    def skip_text(self, count: int, flags: int) -> None:
        while count:
            width = 2 if flags & _WIDE else 1
            fits = min(count, self.left() // width)
            if not fits:
                raise Unreadable("damaged")
            ends = fits * width == self.left()
            self.skip(fits * width)
            count -= fits
            if count and ends and not self.done():
                flags = self.number(1)


def text_lengths(pieces: list[bytes]) -> list[int]:
    """Return the length of each shared text.

    Args:
        pieces: body of the record and of those that continue it; none if there is no such record.

    Raises:
        Unreadable: they do not fit together.
    """
    if not pieces:
        return []
    stream = _Pieces(pieces)
    stream.skip(4)
    lengths = []
    for _ in range(stream.number(4)):
        length, flags = stream.number(2), stream.number(1)
        runs = stream.number(2) if flags & _RICH else 0
        more = stream.number(4) if flags & _EXTENDED else 0
        stream.skip_text(length, flags)
        stream.skip(4 * runs + more)
        lengths.append(length)
    return lengths
