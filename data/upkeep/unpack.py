"""A backup is unpacked aside and proved: every name, every checksum, nothing missing or added."""

from __future__ import annotations

import hashlib
import json
import tarfile
from typing import TYPE_CHECKING, NamedTuple

from data.errors import ArchiveError, plainly
from data.upkeep.listing import ABOUT, FORMAT, MANIFEST, read_manifest, refuse_stranger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

_BLOCK = 1 << 20


class Told(NamedTuple):
    """What a backup says of itself: when it was made, ISO 8601, and which build was published."""

    made_at: str
    published: str | None


def unpack(file: Path, work: Path) -> tuple[Told, int]:
    """Unpack a backup into an empty folder.

    Args:
        file: the backup.
        work: the folder; what is in it is good only if nothing is raised.

    Returns:
        What the backup says of itself, and how many files it holds.

    Raises:
        ArchiveError: it is no backup, or not as it was made.
        OSError: it cannot be written.
    """
    try:
        with file.open("rb") as content, tarfile.open(fileobj=content, mode="r:") as tar:
            sums = dict(_members(tar, work))
    except FileNotFoundError as error:
        raise ArchiveError(f"there is no backup {plainly(error)}") from error
    except ArchiveError as error:
        raise ArchiveError(f"{file} cannot be restored: {error}") from error
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as error:
        raise ArchiveError(f"{file} is no backup of Savivalda, or is damaged: {error}") from error
    _prove(file, work, sums)
    return _read_about(file, work / ABOUT), len(sums)


def _members(tar: tarfile.TarFile, work: Path) -> Iterator[tuple[str, str]]:
    """Write each member aside; yield its name and the checksum of what was written."""
    seen = set[str]()
    for member in tar:
        refuse_stranger(member.name)
        if not member.isreg() or member.issparse():
            raise ArchiveError(f"it has a member that is no plain file: {member.name!r}")
        if not seen and member.name != ABOUT:
            raise ArchiveError("it is no backup of Savivalda")
        if member.name in seen:
            raise ArchiveError(f"it has the member {member.name!r} twice")
        seen.add(member.name)
        content = tar.extractfile(member)
        assert content is not None  # noqa: S101 (a plain file has content)
        path = work / member.name
        path.parent.mkdir(parents=True, exist_ok=True)
        yield member.name, _copy(content, path, member)


def _copy(content: IO[bytes], path: Path, member: tarfile.TarInfo) -> str:
    total, size = hashlib.sha256(), 0
    with path.open("xb") as written:
        while block := content.read(_BLOCK):
            written.write(block)
            total.update(block)
            size += len(block)
    if size != member.size:
        raise ArchiveError(f"it is cut short: {member.name!r} is not whole")
    return total.hexdigest()


def _prove(file: Path, work: Path, sums: dict[str, str]) -> None:
    """Compare with the list of checksums.

    Raises:
        ArchiveError: something differs.
    """
    if sums.pop(MANIFEST, None) is None:
        raise ArchiveError(f"{file} is cut short or damaged: its list of checksums is not there")
    try:
        listed = read_manifest((work / MANIFEST).read_bytes())
    except ArchiveError as error:
        raise ArchiveError(f"{file} is damaged: {error}") from error
    for name in listed.keys() | sums.keys():
        if name not in sums:
            raise ArchiveError(f"{file} is damaged: {name!r} is listed and is not in it")
        if listed.get(name) != sums[name]:
            raise ArchiveError(f"{file} is damaged: {name!r} is not as it was when it was made")


def _read_about(file: Path, path: Path) -> Told:
    try:
        said = json.loads(path.read_bytes())
        told = Told(said["made_at"], said["published"])
        known = said["format"] == FORMAT
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ArchiveError(f"{file} is no backup of Savivalda: {path.name} says nothing") from error
    if not known or not isinstance(told.made_at, str) or not isinstance(told.published, str | None):
        raise ArchiveError(f"{file} is a backup of another version of the program")
    return told
