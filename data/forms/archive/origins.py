"""Where the rows of the archive's CSV files come from: which file, its sheets, columns and rows.

Beside the CSV files of a municipality-year lies ``places.csv``: of each file that rows come from,
where the columns of a sheet stand in it. What was taken in before that was noted has none.
"""

from __future__ import annotations

import csv
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from data.forms.checking.filled import SheetPlaces

PLACES = "places.csv"
ORIGIN = ("from_file", "from_rows")
"""The last columns of a sheet's CSV: the file's checksum, numbers of its rows parted by spaces."""


class ColumnPlace(NamedTuple):
    """A line of ``places.csv``: where a column of the form's sheet stands in a file.

    Attributes:
        file: its checksum.
        sheet: id of the form's sheet.
        column: id of the column.
        sheet_name: what the file calls the sheet.
        place: letters of the column; of a record sheet the field's cell.
    """

    file: str
    sheet: str
    column: str
    sheet_name: str
    place: str


class InputFile(NamedTuple):
    """A file that rows come from, or a part of transfers, as table input_file has it.

    Attributes:
        file: its checksum; of a part, what stands for source, municipality and year.
        kind: "form", "table" or "transfers".
        name: of a table or part; None for a form.
        municipality: of a form or part.
        year: of a form or part.
        source: id of the source.
        received_on: when it came or was taken.
    """

    file: str
    kind: str
    name: str | None
    municipality: str | None
    year: int | None
    source: str
    received_on: date


def origins(file: str, places: SheetPlaces | None) -> Iterator[dict[str, object]]:
    """Return for each row of a sheet, in their order, what stands in ORIGIN; at least as many."""
    if places is None:
        return repeat({})
    rows: Iterable[int | None] = places.rows or repeat(None)
    return ({"from_file": file, "from_rows": row} for row in rows)


def places_of(file: str, sheets: Mapping[str, SheetPlaces]) -> Iterator[ColumnPlace]:
    """Yield where the columns of sheets stand in a file."""
    for sheet, stand in sheets.items():
        for column, place in stand.columns.items():
            yield ColumnPlace(file, sheet, column, stand.name, place)


def write_places(folder: Path, places: Iterable[ColumnPlace]) -> None:
    """Write what is known of places beside the CSV files; no file if that is nothing."""
    if listed := list(places):
        with (folder / PLACES).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows((ColumnPlace._fields, *listed))


def read_places(folder: Path) -> list[ColumnPlace]:
    """Read what is known of places; nothing of what was taken in before it was noted."""
    path = folder / PLACES
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [ColumnPlace(**row) for row in csv.DictReader(file)]


def agreed(places: Iterable[ColumnPlace]) -> list[ColumnPlace]:
    """Return one place for each column of a file's sheet, none where it stands in several.

    A table with a column of amounts for each year is read by several maps: which of them a row was
    read by, its file does not say. A CSV file may be called otherwise each time; the first counts.
    """
    found: dict[tuple[str, ...], dict[str, ColumnPlace]] = {}
    for place in places:
        found.setdefault(place[:3], {}).setdefault(place.place, place)
    return [place for those in found.values() if len(those) == 1 for place in those.values()]
