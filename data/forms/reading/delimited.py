"""Tables as text (CSV): which letters, which delimiter, then rows as they stand.

UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode text"), or else
Windows-1257, in which Lithuanian programs of Windows write. Delimiter: the one of comma, semicolon
and tab that cuts the first lines most evenly.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from data.forms.reading.book import RawBook, RawSheet
from data.forms.reading.refusal import Unreadable
from data.forms.reading.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.forms.values.texts import Raw

DELIMITERS = ";\t,"
_SAMPLE = 60
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(content: bytes, name: str) -> RawBook:
    """Read a table.

    Args:
        content: the file.
        name: what to call its one sheet.

    Raises:
        Unreadable: it is no text, or more than a form can be.
    """
    text = decode(content)
    tally = Tally()
    rows: list[list[Raw]] = []
    try:
        for number, row in enumerate(_rows(text, delimiter(text)), start=1):
            tally.mark()
            filled = [place for place, cell in enumerate(row, start=1) if cell]
            if filled:
                tally.value(number, filled[-1], len(filled))
                rows += [[] for _ in range(number - 1 - len(rows))]
                rows.append([*row[: filled[-1]]])
    except csv.Error as error:
        raise Unreadable("damaged") from error
    return RawBook("csv", (RawSheet(name, rows),))


def decode(content: bytes) -> str:
    """Return a file's text.

    Raises:
        Unreadable: it is in none of the known encodings.
    """
    try:
        if content.startswith(_UTF_16):
            return content.decode("utf-16")
        if b"\0" in content:
            raise Unreadable("not_a_workbook", found="?")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1257")
    except UnicodeDecodeError as error:
        raise Unreadable("unknown_letters") from error


def delimiter(text: str) -> str:
    """Return the delimiter that gives the most lines of the same width."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> int:
    try:
        widths = Counter(len(row) for row in islice(_rows(text[:65536], sign), _SAMPLE) if any(row))
    except csv.Error:
        return 0
    return max((width * count for width, count in widths.items() if width > 1), default=0)


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)
