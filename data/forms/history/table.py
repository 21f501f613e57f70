"""A historical file becomes CSV that the database can read, with its headings found."""

from __future__ import annotations

import codecs
import csv
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from data.forms.checking.headings import heading_row
from data.forms.reading import RawSheet, Unreadable, limits
from data.forms.reading.delimited import decode, delimiter
from data.forms.reading.webtable import PAGES, is_page, read_table
from data.forms.values.identifiers import private_kind
from data.forms.values.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from data.forms.values.texts import Raw

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_SEARCHED = 30
_HEAD = 1 << 16
_CHUNK = 1 << 20


class NoHeadings(Unreadable):
    """No row has the headings that were looked for.

    Attributes:
        rows: the first ones of the file.
    """

    def __init__(self, rows: Sequence[Sequence[Raw]]) -> None:
        super().__init__("no_header")
        self.rows = rows


@dataclass(frozen=True)
class HistoryTable:
    """A file that can be read by the database.

    Attributes:
        path: CSV in UTF-8; each of its records is a row of the file as it came.
        delimiter: between its cells.
        header: the headings.
        top: number of the row of headings, from 1.
        quoted: whether a cell may be in quotes.
        personal: cells above the headings that hold personal data: row and column, from 1, and
            the problem's kind.
        sheet: what the file calls the sheet that is read.
    """

    path: Path
    delimiter: str
    header: tuple[str, ...]
    top: int
    quoted: bool
    personal: tuple[tuple[int, int, str], ...] = ()
    sheet: str = ""


def open_table(path: Path, work: Path, keys: Mapping[str, str]) -> HistoryTable:
    """Make a file readable for the database.

    Args:
        path: CSV (UTF-8 with or without a byte order mark, UTF-16, Windows-1257; comma, semicolon
            or tab), a workbook, of which the first sheet is read, or a web page, of which the
            largest table is.
        work: a folder for a copy, where one is needed.
        keys: folded headings to look for.

    Raises:
        Unreadable: it is neither, or no row has those headings.
    """
    quoted, name = None, path.stem
    if path.suffix.lower() in PAGES or is_page(_begin(path)):
        plain = _rewrite(([*row] for row in read_table(_page(path))), work)
    elif path.suffix.lower() in WORKBOOKS:
        sheet = _first_sheet(path)
        name, plain = sheet.name, _rewrite(_rows(sheet), work)
    elif (quoted := _is_plain(path)) is not None:
        plain = path
    else:
        with _records(path) as records:
            plain = _rewrite(records, work)
    sample = decode(_head(plain))
    sign = delimiter(sample)
    lines = csv.reader(sample.splitlines(keepends=True), delimiter=sign)
    rows: list[list[Raw]] = [[*row] for row in islice(lines, _SEARCHED)]
    top = heading_row(RawSheet(path.stem, rows), keys)
    if top is None:
        if sample.strip('\ufeff \r\n;,\t"'):
            raise NoHeadings(rows)
        raise Unreadable("empty_file")
    header = tuple(text_of(cell) for cell in rows[top - 1])
    personal = tuple(
        (number, place, kind)
        for number, row in enumerate(rows[:top], start=1)
        for place, cell in enumerate(row, start=1)
        if (kind := private_kind(text_of(cell)))
    )
    return HistoryTable(plain, sign, header, top, quoted is not False, personal, name)


def rewritten(table: HistoryTable, work: Path) -> HistoryTable:
    """Return the table as a patient reader understands it, where the database cannot read it."""
    with _records(table.path) as records:
        path = _rewrite(records, work, len(table.header))
    return replace(table, path=path, delimiter=";", quoted=True)


def _rewrite(records: Iterable[list[Raw]], work: Path, width: int | None = None) -> Path:
    """Write records as plain CSV: blank ones keep their place, cells beyond the width are one."""
    path = work / ("plain.csv" if width is None else "narrow.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        for record in records:
            cells = [_text(cell) for cell in record]
            if width is not None and len(cells) > width:
                cells = [*cells[:width], " ".join(cells[width:]).strip()]
            writer.writerow(cells if any(cells) else ["", ""])
    return path


def _is_plain(path: Path) -> bool | None:
    """Return whether a file has quotes, if the database can read it where it is.

    None if it is not in UTF-8, or has blank lines, which the database would not count as rows.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    tail, quoted = b"\n", False
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
                text = tail + chunk
                if any(sign in text for sign in (b"\n\n", b"\n\r\n", b"\r\r", b"\0")):
                    return None
                tail, quoted = text[-2:], quoted or b'"' in text
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    except OSError as error:
        raise Unreadable("no_file") from error
    return quoted


@contextmanager
def _records(path: Path) -> Iterator[Iterator[list[Raw]]]:
    """Read a file record by record, in the encoding that it has."""
    try:
        with path.open(encoding=_encoding(path), newline="") as file:
            sign = delimiter(file.read(_HEAD))
            file.seek(0)
            yield ([*row] for row in csv.reader(file, delimiter=sign))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("unknown_letters") from error


def _encoding(path: Path) -> str:
    if _head(path).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError:
        return "cp1257"
    return "utf-8-sig"


def _first_sheet(path: Path) -> CalamineSheet:
    """Read the first sheet of a workbook."""
    try:
        with CalamineWorkbook.from_path(path) as book:
            return book.get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        raise Unreadable("damaged") from error


def _rows(sheet: CalamineSheet) -> Iterator[list[Raw]]:
    """Yield its rows from the first one on, blank ones too, each from the first column on."""
    _, right = sheet.start or (0, 0)
    for row in sheet.iter_rows():
        yield [None] * right + [*row]


def _begin(path: Path) -> bytes:
    """Return the beginning of a file."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise Unreadable("no_file") from error


def _page(path: Path) -> bytes:
    """Return a web page, or the part of it that is too much."""
    with path.open("rb") as file:
        return file.read(limits.FILE_BYTES + 1)


def _text(cell: Raw) -> str:
    """Return a cell as text; a fraction of three digits must not look like thousands."""
    text = text_of(cell)
    is_three = isinstance(cell, float) and len(text.partition(".")[2]) == 3
    return f"{text}0" if is_three else text


def _head(path: Path) -> bytes:
    """Return the beginning of a file, in whole lines."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        return head if len(head) < _HEAD else head + file.readline()
