"""Marked copies of forms: how they are called, and whether somebody has mended one since.

A copy bears a seal over its parts. Whoever opens it and saves it breaks the seal, and then it is a
form like any other; one that nobody has touched only repeats what is wrong with another file.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from data.catalog import Lang

_MARKS = {"lt": "pastabos", "en": "remarks"}
_ABOUT = "docProps/core.xml"
_LONGEST = 100_000
"""Bytes of a workbook's properties."""

UNSEALED = b"-" * 32
"""Identifier of a workbook that is to be sealed."""


def copy_path(source: Path, lang: Lang = "lt", folder: Path | None = None) -> Path:
    """Return where the marked copy of a file goes: ``forma-pastabos.xlsx``, or a name still free.

    Args:
        source: the file that was checked.
        lang: language of the copy's remarks.
        folder: where to put it; beside the file if None.
    """
    stem = f"{source.name if source.is_dir() else source.stem}-{_MARKS[lang]}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = ((folder or source.parent) / f"{name}.xlsx" for name in names)
    return next(path for path in paths if not path.exists())


def is_untouched_copy(path: Path) -> bool:
    """Whether a file is called as marked copies are, and is just as it was written."""
    if not re.search(rf"-({'|'.join(_MARKS.values())})(-[0-9]+)?$", path.stem):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            about = archive.getinfo(_ABOUT)
            if about.file_size > _LONGEST:
                return False
            return _seal(archive) in archive.read(about)
    except (OSError, KeyError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return False


def sealed(workbook: bytes) -> bytes:
    """Return a workbook whose properties say UNSEALED with its seal in that place."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        seal = _seal(source)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.infolist():
                content = source.read(entry)
                if entry.filename == _ABOUT:
                    content = content.replace(UNSEALED, seal)
                target.writestr(entry, content)
    return stream.getvalue()


def _seal(archive: zipfile.ZipFile) -> bytes:
    """Return what the parts of a workbook are, beside its properties."""
    parts = sorted(f"{each.filename} {each.CRC}" for each in archive.infolist())
    kept = "\n".join(each for each in parts if not each.startswith(_ABOUT))
    return hashlib.sha256(kept.encode()).hexdigest()[: len(UNSEALED)].encode()
