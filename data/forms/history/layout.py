"""Which column of a historical table is which column of the form; the map of columns says so.

A map is a CSV file with the columns sheet, heading, column and, if need be, value:

- sheet: ``form`` for municipality and year, else the one sheet that the table fills;
- heading: what the file calls the column; one heading may feed several columns;
- column: the form's column;
- value: without a heading, what every row has there: ``municipal``.

Headings that are the form's own need no line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from data.errors import suggestion
from data.forms.checking.headings import wanted
from data.forms.checking.mapping import FIELDS, map_rows, refuse_other_unit
from data.forms.definition.codes import code_list
from data.forms.definition.errors import FormError
from data.forms.definition.read import load_form
from data.forms.values.texts import fold, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.forms.definition.model import Column, Sheet

KEY = ("municipality", "year")


class TableMapLine(NamedTuple):
    """A line of the map."""

    heading: str
    column: str
    value: str


@dataclass(frozen=True)
class TableMap:
    """A read map.

    Attributes:
        sheet: the form's sheet that the table fills.
        lines: as they stand.
    """

    sheet: Sheet
    lines: tuple[TableMapLine, ...]


@dataclass(frozen=True)
class TableLayout:
    """Where a file's columns are.

    Attributes:
        sheet: the form's sheet that the table fills.
        places: number of the file's column, from 1, by the form's column; KEY too.
        values: what every row has, by the form's column.
    """

    sheet: Sheet
    places: Mapping[str, int]
    values: Mapping[str, str]

    def columns(self) -> dict[str, Column]:
        """Return the form's columns by id: municipality, year, then the sheet's."""
        head = load_form().sheet("form")
        return {name: head.column(name) for name in KEY} | {
            column.id: _with_every_code(column) for column in self.sheet.columns
        }

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that may not repeat together."""
        return (*KEY, *self.sheet.key)


def read_map(path: Path) -> TableMap:
    """Read a map of columns.

    Raises:
        FormError: it cannot be read, names what the form has not, or fills not exactly one sheet.
    """
    lines: list[TableMapLine] = []
    filled: dict[str, Sheet] = {}
    for number, row in enumerate(map_rows(path, (*FIELDS, "value")), start=2):
        sheet = _sheet(row["sheet"] or "", f"{path}, line {number}")
        column = (row["column"] or "").strip()
        known = KEY if sheet.id == "form" else tuple(each.id for each in sheet.columns)
        if column not in known:
            where = f"{path}, line {number}: unknown column"
            raise FormError(f"{where} {column!r}{suggestion(column, known)}")
        if sheet.id != "form":
            filled[sheet.id] = sheet
            refuse_other_unit(row["heading"] or "", sheet, column, f"{path}, line {number}")
        lines.append(TableMapLine(row["heading"] or "", column, (row.get("value") or "").strip()))
    if len(filled) != 1:
        raise FormError(f"{path} must fill one sheet, got: {', '.join(filled) or 'none'}")
    return TableMap(next(iter(filled.values())), tuple(lines))


def lay_out(table: TableMap, header: Sequence[str]) -> tuple[TableLayout, list[str]]:
    """Find a map's columns in a file.

    Args:
        table: the map.
        header: the file's headings.

    Returns:
        The layout, and headings of the map that the file has not.
    """
    at = {fold(text_of(text)): number for number, text in reversed([*enumerate(header, start=1)])}
    own = {**wanted(load_form().sheet("form")), **wanted(table.sheet)}
    columns = {*KEY, *(column.id for column in table.sheet.columns)}
    places = {own[text]: number for text, number in at.items() if own.get(text) in columns}
    values, absent = {}, []
    for line in table.lines:
        if not line.heading:
            values[line.column] = line.value
            places.pop(line.column, None)
        elif fold(line.heading) in at:
            places[line.column] = at[fold(line.heading)]
        else:
            absent.append(line.heading)
    return TableLayout(table.sheet, places, values), absent


def _with_every_code(column: Column) -> Column:
    """A column of codes also takes those that forms do not offer: tables may tell less."""
    if column.codes is None:
        return column
    return replace(column, values=code_list(column.codes, every=True))


def _sheet(said: str, where: str) -> Sheet:
    for sheet in load_form().sheets:
        if fold(said) in {fold(sheet.id), fold(sheet.title), fold(sheet.title_en)}:
            return sheet
    known = [sheet.id for sheet in load_form().sheets]
    raise FormError(f"{where}: unknown sheet {said!r}{suggestion(said, known)}")
