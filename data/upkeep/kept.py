"""Accepted forms and imported tables: there, and with the content that their names say."""

from __future__ import annotations

import csv
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from data.errors import plainly
from data.forms.archive.keeping import content_checksum, sheet_columns
from data.forms.archive.log import HISTORY
from data.forms.archive.origins import ORIGIN, PLACES, read_places
from data.forms.archive.supply import SHEETS
from data.forms.definition.errors import FormError
from data.forms.definition.read import load_form
from data.forms.history.map_file import read_map
from data.forms.history.parting import part_checksum
from data.upkeep.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from data.forms.archive.accepted import Archive
    from data.forms.archive.log import LogLine, MunicipalityYear

_ROWS = re.compile(r"[0-9]+( [0-9]+)*")
_PLACE = re.compile(r"[A-Z]+[0-9]*")
ORIGINAL = "original"
MAP = "map.csv"


class KeptForm(NamedTuple):
    """An accepted form whose folder and original are whole.

    Attributes:
        folder: where it lies; its name is the original's checksum.
        original: the file as it came, or the folder of files.
        key: municipality and year.
        version: of the form that it was checked against.
    """

    folder: Path
    original: Path
    key: MunicipalityYear
    version: str


def accepted_folders(archive: Archive, entries: Iterable[LogLine]) -> dict[Path, LogLine]:
    """Return the folders that the log names, each with the first line that does."""
    found: dict[Path, LogLine] = {}
    for entry in entries:
        if entry.result == "accepted" and entry.year is not None:
            folder = archive.folder_of(entry.municipality, entry.year, entry.checksum)
            found.setdefault(folder, entry)
    return found


def check_kept(
    archive: Archive, named: dict[Path, LogLine], whole: list[KeptForm]
) -> Iterator[Finding]:
    """Look at each folder that the log names.

    Args:
        archive: where they lie.
        named: as `accepted_folders` has them.
        whole: forms whose originals are as they came are added here, to be read anew.

    Yields:
        What is missing or changed.
    """
    for folder, entry in named.items():
        try:
            if not folder.is_dir():
                yield Finding("form_missing", folder, "the log names it and it is not there")
            elif entry.form_version == HISTORY:
                yield from _figures(folder)
            else:
                yield from _form(folder, entry, whole)
        except OSError as error:
            yield Finding("unreadable", folder, plainly(error))
    for folder, files in sorted(tables_of(archive, named.values()).items()):
        yield from _table(folder, files)


def tables_of(archive: Archive, entries: Iterable[LogLine]) -> dict[Path, set[Path]]:
    """Return the folders of imported tables that the log names, each with the tables in it."""
    found: dict[Path, set[Path]] = {}
    for entry in entries:
        if entry.result == "accepted" and entry.form_version == HISTORY:
            path = archive.folder.joinpath(*PurePosixPath(entry.file).parts)
            found.setdefault(path.parent, set()).add(path)
    return found


def _form(folder: Path, entry: LogLine, whole: list[KeptForm]) -> Iterator[Finding]:
    """Look at a form's folder: the original, and that every sheet is there."""
    originals = sorted(folder.glob(f"{ORIGINAL}*"))
    key = entry.municipality, entry.year or 0
    if len(originals) != 1:
        said = "there are several originals" if originals else "the original is not there"
        yield Finding("original_missing", folder, said, "one")
    elif (checksum := content_checksum(originals[0])) != folder.name:
        said = f"its content has the checksum {checksum}"
        yield Finding("original_changed", originals[0], said, folder.name)
    else:
        whole.append(KeptForm(folder, originals[0], key, entry.form_version))
    for sheet in load_form().sheets:
        if not (path := folder / f"{sheet.id}.csv").is_file():
            yield Finding("sheet_missing", path, "it is not there")
    ours = {f"{sheet.id}.csv" for sheet in load_form().sheets} | {PLACES}
    yield from _foreign(folder, ours | {path.name for path in originals})


def _figures(folder: Path) -> Iterator[Finding]:
    """Look at the part of a table that a municipality-year has: its figures give its name."""
    files = {sheet: folder / f"{sheet}.csv" for sheet in SHEETS}
    there = {sheet: path for sheet, path in files.items() if path.is_file()}
    checksums = {
        part_checksum(sheet, path.read_bytes(), {n: p for n, p in there.items() if n != sheet})
        for sheet, path in there.items()
        if path.stat().st_size
    }
    if folder.name not in checksums:
        said = f"the figures have the checksum {' or '.join(sorted(checksums)) or '(none)'}"
        at = next(iter(there.values())) if len(there) == 1 else folder
        yield Finding("sheet_changed", at, said, folder.name)
    known = {path.name for path in (folder.parents[3] / HISTORY).glob("*")}
    for path in there.values():
        if line := _stranger(path, known):
            said = f"line {line} does not say which rows of which kept table it comes from"
            yield Finding("sheet_changed", path, said)
    if (folder / PLACES).is_file() and not _places_fit(folder, known, there):
        yield Finding("sheet_changed", folder / PLACES, "a place in it is of no kept table")
    yield from _foreign(folder, {path.name for path in there.values()} | {PLACES})


def _stranger(path: Path, known: Container[str]) -> int | None:
    """Return the number of the first line that does not say where it comes from, if any."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.DictReader(file)
        if {*ORIGIN} - {*(rows.fieldnames or ())}:  # from before that was noted
            return None
        for row in rows:
            if row["from_file"] not in known or not _ROWS.fullmatch(row["from_rows"] or ""):
                return rows.line_num
    return None


def _places_fit(folder: Path, known: Container[str], sheets: Mapping[str, Path]) -> bool:
    """Whether places can be read and are of sheets and tables that are there."""
    try:
        return all(
            place.file in known
            and place.sheet in sheets
            and place.column in sheet_columns(place.sheet)
            and _PLACE.fullmatch(place.place)
            for place in read_places(folder)
        )
    except (UnicodeDecodeError, TypeError, csv.Error):
        return False


def _foreign(folder: Path, ours: set[str]) -> Iterator[Finding]:
    """Tell of files that the program did not put there."""
    for path in sorted(folder.iterdir()):
        if path.name not in ours:
            yield Finding("leftover_file", path, "the program put no such file here")


def _table(folder: Path, files: Iterable[Path]) -> Iterator[Finding]:
    """Look at an imported table and its map."""
    for path in sorted(files):
        try:
            if not path.is_file():
                yield Finding("table_missing", path, "the log names it and it is not there")
            elif (checksum := content_checksum(path)) != folder.name:
                said = f"its content has the checksum {checksum}"
                yield Finding("table_changed", path, said, folder.name)
        except OSError as error:
            yield Finding("unreadable", path, plainly(error))
    try:
        read_map(folder / MAP)
    except (FormError, OSError) as error:
        yield Finding("map_unreadable", folder / MAP, str(error))
