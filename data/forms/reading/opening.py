"""The one way in: a path becomes a RawBook, or one clear refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.book import RawBook
from data.forms.reading.delimited import read_csv
from data.forms.reading.ods import read_ods
from data.forms.reading.refusal import Unreadable
from data.forms.reading.sniff import sniff
from data.forms.reading.xls import read_xls
from data.forms.reading.xlsx import read_xlsx

if TYPE_CHECKING:
    from pathlib import Path, PurePath


def read_book(path: Path) -> RawBook:
    """Read a file, or a folder of CSV files that are named like the sheets.

    Raises:
        Unreadable: it is missing, damaged, dangerous, locked, too big or of another kind.
    """
    try:
        return _read_folder(path) if path.is_dir() else _read(_content(path), path)
    except (RecursionError, MemoryError) as error:
        raise Unreadable("damaged") from error


def read_content(content: bytes, name: PurePath) -> RawBook:
    """Read what stands in a file.

    Args:
        content: all of it.
        name: what it is called; nothing is looked for there.

    Raises:
        Unreadable: see `read_book`.
    """
    try:
        return _read(content, name)
    except (RecursionError, MemoryError) as error:
        raise Unreadable("damaged") from error


def _read(content: bytes, name: PurePath) -> RawBook:
    kind = sniff(content, name.suffix.casefold())
    if kind == "csv":
        return read_csv(content, name.stem)
    return {"xlsx": read_xlsx, "ods": read_ods, "xls": read_xls}[kind](content)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable("no_file")
        size = path.stat().st_size
        if size > limits.FILE_BYTES:
            found, limit = (f"{number / 1e6:.0f} MB" for number in (size, limits.FILE_BYTES))
            raise Unreadable("too_big", found=found, limit=limit)
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise Unreadable("no_file") from error


def _read_folder(folder: Path) -> RawBook:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise Unreadable("no_file") from error
    paths = [path for path in inside if path.suffix.casefold() in {".csv", ".tsv"}]
    if not paths or len(paths) > limits.SHEETS:
        raise Unreadable("no_tables")
    sheets = (read_csv(_content(path), path.stem).sheets for path in paths)
    return RawBook("csv", tuple(sheet for each in sheets for sheet in each))
