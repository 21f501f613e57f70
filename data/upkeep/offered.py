"""The files of the whole data set: those of the published build, as their list says."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from data.dataset.offered import folder_name, folders_of, offered
from data.errors import plainly
from data.upkeep.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.dataset.offered import DataFile
    from data.upkeep.built import KeptBuild

_DESCRIPTOR = "datapackage.json"


def check_dataset(build: KeptBuild) -> Iterator[Finding]:
    """Look at the data set of the published build.

    Yields:
        Files that are not there or are not as the list says; folders of other builds.
    """
    folders = folders_of(build.path)
    ours = folders / folder_name(build.version, build.built_at)
    for folder in sorted(folders.glob("*")):
        if folder != ours:
            yield Finding("leftover_dataset", folder, "it is not of the published build")
    if not ours.is_dir():
        yield Finding("no_dataset", ours, "the published build offers no files to take away")
        return
    try:
        listed = offered(ours)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        yield Finding("dataset_changed", ours, f"its list of files cannot be read: {error}")
        return
    if not listed:
        yield Finding("dataset_changed", ours, "its list of files is not there or empty")
    for file in listed:
        yield from _file(ours / file.name, file)


def _file(path: Path, file: DataFile) -> Iterator[Finding]:
    try:
        size = path.stat().st_size
        with path.open("rb") as content:
            checksum = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        yield Finding("dataset_changed", path, plainly(error))
        return
    if (size, checksum) != (file.bytes, file.sha256):
        said = f"it has {size} bytes, SHA-256 {checksum}"
        yield Finding("dataset_changed", path, said, f"{file.bytes} bytes, {file.sha256}")
    elif file.kind == "csv":
        yield from _described(path)


def _described(path: Path) -> Iterator[Finding]:
    """Compare the archive of CSV files with its own description."""
    try:
        with ZipFile(path) as archive:
            names = {*archive.namelist()}
            described = json.loads(archive.read(_DESCRIPTOR))
            wanted = {each["path"] for each in described["resources"]}
    except (BadZipFile, KeyError, ValueError, TypeError) as error:
        yield Finding("dataset_changed", path, f"its description cannot be read: {error}")
        return
    for name in sorted(wanted - names):
        yield Finding("dataset_changed", path, f"{name} is not in it", f"as {_DESCRIPTOR} names it")
