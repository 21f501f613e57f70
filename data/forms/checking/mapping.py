"""Maps of columns: what a file calls something, and what the form calls it.

A map is a CSV file with the columns sheet, heading, column: the form's sheet (id or title), the
heading in the file, the id of the form's column; an empty id leaves the file's column out.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from data.errors import plainly, suggestion
from data.forms.checking.problems import make
from data.forms.checking.units import other_unit
from data.forms.definition.errors import FormError
from data.forms.definition.read import load_form
from data.forms.reading.delimited import decode, delimiter
from data.forms.reading.refusal import Unreadable
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.forms.definition.model import Sheet

ColumnMap = dict[str, dict[str, str]]
"""By sheet id: folded heading to column id, "" for a column that is left out."""

FIELDS = ("sheet", "heading", "column")


def map_rows(path: Path, fields: Sequence[str]) -> csv.DictReader[str]:
    """Open a map; of its columns, sheet, heading and column must be there.

    Args:
        path: the file.
        fields: all columns that such a map may have, for the message.

    Raises:
        FormError: the file cannot be read, or is no map.
    """
    text = map_text(path, "the map of columns")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    if set(FIELDS) - set(rows.fieldnames or ()):
        raise FormError(f"{path}: a map of columns has the columns {', '.join(fields)}")
    return rows


def map_text(path: Path, called: str) -> str:
    """Return the text of a map, or of a file that one names.

    Args:
        path: the file.
        called: what it is, for the message.

    Raises:
        FormError: it cannot be read.
    """
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise FormError(f"cannot read {called} {plainly(error)}") from error
    except Unreadable as error:
        said = make(error.reason, **error.values).text("en")
        raise FormError(f"cannot read {called} {path}: {said}") from error


def read_map(path: Path) -> ColumnMap:
    """Read a map of columns.

    Raises:
        FormError: the file cannot be read, or names a sheet or a column that the form has not.
    """
    found: ColumnMap = {}
    for number, row in enumerate(map_rows(path, FIELDS), start=2):
        sheet = _sheet(row, f"{path}, line {number}")
        column = _column(row, sheet, f"{path}, line {number}")
        refuse_other_unit(row["heading"] or "", sheet, column, f"{path}, line {number}")
        found.setdefault(sheet.id, {})[fold(row["heading"] or "")] = column
    return found


def refuse_other_unit(heading: str, sheet: Sheet, column: str, where: str) -> None:
    """Refuse a map that takes thousands or litas for euros: nothing converts them.

    Raises:
        FormError: names the heading, and says what to do.
    """
    if column and sheet.column(column).type == "amount" and other_unit(heading):
        raise FormError(
            f"{where}: the amounts under {heading!r} are not in euros, and {column!r} holds euros; "
            "convert them in the file, give the column a heading without another unit, "
            "and map that one"
        )


def _sheet(row: Mapping[str, str | None], where: str) -> Sheet:
    said = row["sheet"] or ""
    for sheet in load_form().sheets:
        if fold(said) in {fold(sheet.id), fold(sheet.title), fold(sheet.title_en)}:
            return sheet
    known = [sheet.title for sheet in load_form().sheets]
    raise FormError(f"{where}: unknown sheet {said!r}{suggestion(said, known)}")


def _column(row: Mapping[str, str | None], sheet: Sheet, where: str) -> str:
    said = (row["column"] or "").strip()
    known = [column.id for column in sheet.columns]
    if said and said not in known:
        raise FormError(f"{where}: unknown column {said!r}{suggestion(said, known)}")
    return said
