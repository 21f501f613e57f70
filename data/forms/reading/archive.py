"""A ZIP file of strangers, unpacked into memory only after its table of contents was judged.

Nothing is ever written to disk by the names inside. Every part is inflated here, to its very end
and not a byte beyond what it declares, so whoever reads the parts later meets no surprise.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LOCAL_HEADER = 30
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, OverflowError)


def contents(packed: bytes) -> dict[str, zipfile.ZipInfo]:
    """Read and judge the table of contents.

    Returns:
        Entries by name, without folders.

    Raises:
        Unreadable: it is damaged, encrypted, too big, or plays tricks with names or places.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = archive.infolist()
    except _BROKEN as error:
        raise Unreadable("damaged") from error
    if len(entries) > limits.PARTS:
        raise Unreadable("too_many_parts", found=str(len(entries)), limit=str(limits.PARTS))
    _judge_names(entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unreadable("encrypted")
    _judge_sizes(entries, len(packed))
    return {entry.filename: entry for entry in entries if not entry.is_dir()}


def unpack(packed: bytes, entries: Iterable[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Inflate some parts.

    Raises:
        Unreadable: a part is damaged or not as big as it declares.
    """
    return {entry.filename: _inflate(packed, entry) for entry in entries}


def repack(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Make a ZIP file of exactly these parts, not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    target.seek(0)
    return target


def _judge_names(entries: list[zipfile.ZipInfo]) -> None:
    seen = set()
    for entry in entries:
        name = entry.orig_filename
        steps = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in steps or ":" in steps[0] or "\0" in name:
            raise Unreadable("unsafe_paths")
        if not entry.filename:  # the library asks for its last letter
            raise Unreadable("damaged")
        if name.casefold() in seen:
            raise Unreadable("unsafe_paths")
        seen.add(name.casefold())


def _judge_sizes(entries: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.UNPACKED_BYTES:
        raise Unreadable("unpacks_too_big", found=_megabytes(unpacked), limit=_limit())
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < reached or entry.compress_type not in _KNOWN:
            raise Unreadable("damaged")  # parts that share bytes are how small bombs are made
        reached = entry.header_offset + _LOCAL_HEADER + entry.compress_size
        if reached > size:
            raise Unreadable("damaged")


def _inflate(packed: bytes, entry: zipfile.ZipInfo) -> bytes:
    header = packed[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if header[:4] != b"PK\x03\x04":
        raise Unreadable("damaged")
    begin = entry.header_offset + _LOCAL_HEADER
    begin += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    squeezed = memoryview(packed)[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        content = bytes(squeezed)
    else:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflater.decompress(squeezed, entry.file_size + 1)
        except zlib.error as error:
            raise Unreadable("damaged") from error
        if len(content) > entry.file_size:
            raise Unreadable(
                "unpacks_too_big", found=f"> {_megabytes(len(content))}", limit=_limit()
            )
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise Unreadable("damaged")
    return content


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


def _limit() -> str:
    return _megabytes(limits.UNPACKED_BYTES)
