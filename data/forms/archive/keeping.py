"""An accepted form as files: the one that came, its sheets as tidy CSV, and where they stood."""

from __future__ import annotations

import csv
import hashlib
import re
import shutil
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from data.errors import ArchiveError
from data.forms.archive.origins import ORIGIN, origins, places_of, write_places
from data.forms.definition import read as definition
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from data.forms.checking.filled import SheetPlaces

SheetRows = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows by sheet id; a row is values by column id."""


def write_folder(
    folder: Path,
    path: Path,
    key: tuple[str, int],
    rows: SheetRows,
    places: Mapping[str, SheetPlaces],
) -> None:
    """Write a form's folder: the file as it came and its sheets, not flushed yet.

    Args:
        folder: to be made; its name is the content checksum.
        path: the file, or the folder of CSV files.
        key: municipality and year.
        rows: of all sheets.
        places: where they stand in the file.

    Raises:
        ArchiveError: the file is not the one that the checksum is of.
        OSError: it cannot be written.
    """
    folder.mkdir()
    original = folder / f"original{_suffix(path)}"
    try:
        _copy(path, original)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise ArchiveError(changed(path)) from error
    if content_checksum(original) != folder.name:
        raise ArchiveError(changed(path))
    write_sheets(folder, key, rows, places)


def write_sheets(
    folder: Path, key: tuple[str, int], rows: SheetRows, places: Mapping[str, SheetPlaces]
) -> None:
    """Write what was read of a form into its folder: all sheets, and where they stand.

    Args:
        folder: there; its name is the content checksum.
        key: municipality and year.
        rows: of all sheets.
        places: where they stand in the file.

    Raises:
        OSError: it cannot be written.
    """
    whose = {"municipality": key[0], "year": key[1]}
    for sheet, found in _same_spelling(rows).items():
        stand = zip(found, origins(folder.name, places.get(sheet)), strict=False)
        write_sheet(
            folder / f"{sheet}.csv", sheet, ({**row, **whose, **origin} for row, origin in stand)
        )
    write_places(folder, places_of(folder.name, places))


def changed(path: Path) -> str:
    """Say that a file is not the one any more that was checked."""
    return f"{path} was changed while it was read, and was not taken in: do the same again"


def _copy(path: Path, target: Path) -> None:
    """Copy a file, or the files of a folder."""
    if path.is_dir():
        target.mkdir()
        for each in sorted(path.iterdir()):
            if each.is_file():
                _copy(each, target / each.name)
    else:
        shutil.copyfile(path, target)


def content_checksum(path: Path) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a file's content.

    Of a folder of files it is that of their names and contents.
    """
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.is_file())
        listed = "".join(f"{each.name} {content_checksum(each)}\n" for each in files)
        return hashlib.sha256(listed.encode()).hexdigest()[:16]
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def write_sheet(path: Path, sheet: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write a sheet's rows as CSV, with the columns that `sheet_columns` says.

    Args:
        path: the file to make.
        sheet: the sheet's id.
        rows: values by column id; a missing one is empty.
    """
    columns = sheet_columns(sheet)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_text(row.get(column)) for column in columns] for row in rows)


def sheet_columns(sheet: str) -> list[str]:
    """Return the columns of a sheet's CSV: municipality, year, the definition's, the origin's."""
    found = [column.id for column in definition.sheet(sheet).columns]
    return [
        "municipality",
        "year",
        *(each for each in found if each not in {"municipality", "year"}),
        *ORIGIN,
    ]


def _same_spelling(rows: SheetRows) -> dict[str, Sequence[Mapping[str, object]]]:
    """Return all sheets' rows, winners naming their competition as its own sheet spells it."""
    found = {sheet.id: rows.get(sheet.id, ()) for sheet in definition.load_form().sheets}
    spelled = {fold(str(row["competition"])): row["competition"] for row in found["competitions"]}
    found["allocations"] = [
        {**row, "programme": spelled.get(fold(str(row["programme"])), row["programme"])}
        if row["mode"] == "competition"
        else row
        for row in found["allocations"]
    ]
    return found


def _suffix(path: Path) -> str:
    return path.suffix.lower() if re.fullmatch(r"\.[A-Za-z]{1,5}", path.suffix) else ""


def _text(value: object) -> object:
    """Return a value as it stands in the CSV."""
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else value
