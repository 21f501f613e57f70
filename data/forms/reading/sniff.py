"""What kind of file it is by its first bytes and its table of contents, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from data.forms.reading.compound import MAGIC
from data.forms.reading.refusal import Unreadable

Container = Literal["xlsx", "ods", "xls", "csv"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = {
    b"%PDF": "PDF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"MZ": "EXE",
    b"\x7fELF": "ELF", b"{\\rtf": "RTF", b"\x1f\x8b": "GZIP", b"7z\xbc\xaf": "7Z", b"Rar!": "RAR",
    b"SQLite": "SQLite", b"PAR1": "Parquet",
}  # fmt: skip
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<table")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def sniff(content: bytes, suffix: str) -> Container:
    """Tell the kind of a file.

    Args:
        content: the file.
        suffix: how its name ends, with the dot, lower case.

    Raises:
        Unreadable: it is none of the kinds that can be read, or text that calls itself a workbook.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise Unreadable("empty_file")
    if content.startswith(MAGIC):
        return "xls"
    if content.startswith(_ZIP):
        return _in_zip(content)
    for magic, name in _OTHERS.items():
        if content.startswith(magic):
            raise Unreadable("not_a_workbook", found=name)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(_MARKUP):
        raise Unreadable("not_a_workbook", found="HTML, XML")
    if suffix in WORKBOOKS:
        raise Unreadable("not_a_workbook", found="TXT")
    return "csv"


def _in_zip(content: bytes) -> Container:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {name.casefold() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("damaged") from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    if "xl/workbook.bin" in names:
        raise Unreadable("not_a_workbook", found="XLSB")
    kind = "DOCX" if "word/document.xml" in names else "ZIP"
    raise Unreadable("not_a_workbook", found=kind)
