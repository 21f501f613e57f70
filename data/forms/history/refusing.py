"""Refuses at once what is no table of one file: a folder, an archive, a picture, a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.reading import Unreadable
from data.forms.reading.sniff import WORKBOOKS, sniff
from data.forms.values.identifiers import masked
from data.forms.values.texts import visible

if TYPE_CHECKING:
    from pathlib import Path

_NAMED = 8
_HEAD = 64
_PACKED = b"PK"
_BLANK = b"\xef\xbb\xbf\0 \r\n\t"


def refuse_other(path: Path) -> None:
    """Refuse what cannot be a table.

    Raises:
        Unreadable: says what it is instead, and of a folder what it holds.
    """
    if path.is_dir():
        names = sorted(each.name for each in path.iterdir() if not each.name.startswith("."))
        shown = [visible(masked(name)) for name in names[:_NAMED]]
        more = ["…"] if len(names) > _NAMED else []
        raise Unreadable("folder_given", near=", ".join([*shown, *more]) or "–")
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        content = path.read_bytes() if head.startswith(_PACKED) else head
    except OSError as error:
        raise Unreadable("no_file") from error
    said, suffix = content.strip(_BLANK), path.suffix.lower()
    if said and not said.startswith(b"<"):  # web pages are read, or refused, elsewhere
        kind = sniff(content, suffix)
        if kind != "csv" and suffix not in WORKBOOKS:
            raise Unreadable("misnamed", found=kind.upper(), suffix=suffix or "–")
