"""What a backup is made of: names of its members, and the list of their checksums.

A backup is a plain tar file. `sha256sum -c MANIFEST.sha256` says the same as `savivalda restore`,
should the program be gone one day.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from data.commitments.columns import COLUMNS
from data.commitments.files import PLANS
from data.errors import ArchiveError
from data.forms.archive.accepted import FORMS
from data.remarks.file import NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

DATABASE = "savivalda.duckdb"
FORMAT = "savivalda-backup-1"
ABOUT = "backup.json"
"""The first member: what this is, when it was made, of which build."""
DATA = "data"
"""Before the names of what lies in the data folder."""
MANIFEST = "MANIFEST.sha256"
"""The last member: each other one's checksum."""

_LINE = re.compile(rb"(\\?)([0-9a-f]{64})  ([^\n]+)\n")
_ESCAPED = {b"\\": rb"\\", b"\n": rb"\n", b"\r": rb"\r"}


def manifest(sums: Mapping[str, str]) -> bytes:
    """Write the list of checksums as `sha256sum` does.

    Args:
        sums: SHA-256 by member, hexadecimal.
    """
    return b"".join(_line(name, checksum) for name, checksum in sums.items())


def _line(name: str, checksum: str) -> bytes:
    plain = os.fsencode(name)
    escaped = re.sub(rb"[\\\n\r]", lambda found: _ESCAPED[found[0]], plain)
    sign = b"\\" if escaped != plain else b""
    return sign + checksum.encode() + b"  " + escaped + b"\n"


def read_manifest(content: bytes) -> dict[str, str]:
    """Read what `manifest` writes.

    Raises:
        ArchiveError: it is not like that.
    """
    found: dict[str, str] = {}
    for line in content.splitlines(keepends=True) if b"\r" not in content else [content]:
        told = _LINE.fullmatch(line)
        if not told:
            raise ArchiveError("its list of checksums is damaged")
        found[os.fsdecode(_plain(told[3]) if told[1] else told[3])] = told[2].decode()
    if manifest(found) != content:
        raise ArchiveError("its list of checksums is damaged")
    return found


def _plain(escaped: bytes) -> bytes:
    plain = {escape: sign for sign, escape in _ESCAPED.items()}
    return re.sub(rb"\\[\\nr]", lambda found: plain[found[0]], escaped)


def refuse_stranger(name: str) -> None:
    """Refuse a member that no backup has, such as one that would lie outside the data folder.

    Raises:
        ArchiveError: it is one.
    """
    if not _ours(name):
        raise ArchiveError(f"it has a member that no backup has: {name!r}")


def _ours(name: str) -> bool:
    """Whether a backup may have it; a name is a path in one way only."""
    parts = name.split("/")
    if {"", ".", ".."} & {*parts} or "\0" in name or Path(name).parts != PurePosixPath(name).parts:
        return False
    if parts[0] == PLANS:
        return len(parts) == 2 and parts[1].removesuffix(".csv") in COLUMNS
    if parts[0] != DATA:
        return name in {ABOUT, MANIFEST}
    if len(parts) == 2:
        return parts[1] == NAME or parts[1].startswith(DATABASE)
    within = parts[1] == FORMS or parts[1].startswith(f"{DATABASE}.")
    return within and not parts[2].startswith(".")
