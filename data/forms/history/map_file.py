"""The map of columns of a historical table.

A map is a CSV file with the columns sheet, heading, column and, if need be, value and rules:

- sheet: ``form`` for municipality and year, the one sheet that the table fills (``awards`` for a
  published list of grants, which is no sheet of the form), or ``table``;
- heading: what the file calls the column; one heading may feed several columns; of columns with
  the same heading ``Suma#2`` is the second;
- column: the form's column;
- value: without a heading, what every row has there: ``municipal``;
- rules: name of a rules file beside the map, which gives the value (data.forms.history.rules_file);
  with a heading too, the cell stands wherever no rule holds.

Headings that are the form's own need no line. A column with neither heading, value nor rules is
one that the source does not tell: it stays empty and is not missed. Of ``table`` there is

- ``repeated_rows`` with the value ``sum``: rows with the same key are added up;
- ``left_out`` with rules: rows that one of them holds for are left out, its value is the reason;
- ``known_codes`` with rules: a list of legal entity codes that may fail their check digit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from data.errors import suggestion
from data.forms.checking.mapping import FIELDS, map_rows, refuse_other_unit
from data.forms.definition.errors import FormError
from data.forms.definition.read import load_awards, load_form
from data.forms.history.known_codes import KnownCodes, read_known_codes
from data.forms.history.rules_file import ANY, RulesFile, read_rules
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.definition.model import Sheet

KEY = ("municipality", "year")

ABSENT = "\ue000"
"""Stands in a column's texts where the source does not tell it, which is no mistake."""

LEFT_OUT = "left_out"
"""What a whole table's rules file decides, beside the form's columns."""

TABLE = "table"
_MAIN = ("executed", "awarded")
_OPTIONS = ("repeated_rows", LEFT_OUT, "known_codes")
_MORE = ("value", "rules")


class TableMapLine(NamedTuple):
    """A line of the map about a column, and where it is."""

    where: str
    heading: str
    column: str
    value: str
    rules: str


@dataclass
class TableMap:
    """A read map.

    Attributes:
        sheet: the form's sheet that the table fills.
        lines: as they stand, of columns.
        rules: rules files by the form's column, and LEFT_OUT.
        sums: whether rows with the same key are added up.
        known_codes: legal entity codes that may fail their check digit.
        files: the map's rules files and lists, in its order.
    """

    sheet: Sheet
    lines: list[TableMapLine] = field(default_factory=list)
    rules: dict[str, RulesFile] = field(default_factory=dict)
    sums: bool = False
    known_codes: KnownCodes = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)


def main_amount(sheet: Sheet) -> str | None:
    """Return the column whose sums tell whether all of a table came in."""
    return next((name for name in _MAIN if name in _ids(sheet)), None)


def recipient(sheet: Sheet) -> str | None:
    """Return the column that tells whose a row is: the code, else the first one of the key."""
    return next((name for name in ("code", *sheet.key) if name in _ids(sheet)), None)


def _ids(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.id for column in sheet.columns)


def read_map(path: Path) -> TableMap:
    """Read a map of columns and the files that it names.

    Raises:
        FormError: one cannot be read, names what the form has not, or the map fills not exactly
            one sheet.
    """
    rows = [
        (f"{path}, line {number}", {name: (row.get(name) or "").strip() for name in row if name})
        for number, row in enumerate(map_rows(path, (*FIELDS, *_MORE)), start=2)
    ]
    sheets = {
        where: None if row["sheet"] == TABLE else _sheet(row["sheet"], where) for where, row in rows
    }
    filled = {sheet.id: sheet for sheet in sheets.values() if sheet and sheet.id != "form"}
    for where, row in rows:
        _refuse_unknown(sheets[where], row, where)
    if len(filled) != 1:
        raise FormError(f"{path} must fill one sheet, got: {', '.join(filled) or 'none'}")
    table = TableMap(next(iter(filled.values())))
    for where, row in rows:
        if sheets[where] is None:
            _take_option(table, row, path.parent, where)
        else:
            _take_line(table, row, path.parent, where)
    return table


def _refuse_unknown(sheet: Sheet | None, row: dict[str, str], where: str) -> None:
    """Refuse what the form has not."""
    column = row["column"]
    if sheet is None:
        known: tuple[str, ...] = _OPTIONS
    else:
        known = KEY if sheet.id == "form" else _ids(sheet)
    if column not in known:
        raise FormError(f"{where}: unknown column {column!r}{suggestion(column, known)}")
    if sheet and sheet.id != "form":
        refuse_other_unit(row["heading"], sheet, column, where)


def _take_line(table: TableMap, row: dict[str, str], folder: Path, where: str) -> None:
    """Take in a line about a column."""
    line = TableMapLine(
        where, row["heading"], row["column"], row.get("value", ""), row.get("rules", "")
    )
    needed = {*KEY, recipient(table.sheet), main_amount(table.sheet)}
    if not (line.heading or line.value or line.rules) and line.column in needed:
        raise FormError(
            f"{where}: {line.column!r} tells whose the money is or how much: give its heading, "
            "a value or rules"
        )
    if line.value and line.rules:
        raise FormError(f"{where}: give a value or rules, not both")
    if line.rules:
        rules = _rules(table, _beside(folder, line.rules, where), line.column, where)
        for rule in rules.rules:
            if not rule.value and line.column in needed:
                raise FormError(f"{rules.where(rule.line)}: {line.column!r} cannot be left empty")
    table.lines.append(line)


def _take_option(table: TableMap, row: dict[str, str], folder: Path, where: str) -> None:
    """Take in a line about the whole table."""
    option, value, rules = row["column"], row.get("value", ""), row.get("rules", "")
    if row["heading"]:
        raise FormError(f"{where}: a line about the whole table has no heading")
    if option == "repeated_rows":
        if value != "sum":
            raise FormError(f"{where}: repeated_rows must be 'sum', got {value!r}")
        table.sums = True
        return
    if not rules:
        raise FormError(f"{where}: {option} needs the name of a file under 'rules'")
    path = _beside(folder, rules, where)
    if option == LEFT_OUT:
        for rule in _rules(table, path, LEFT_OUT, where).rules:
            if not rule.value:
                raise FormError(f"{path}, line {rule.line}: the reason is missing")
    else:
        table.known_codes |= read_known_codes(path)
        table.files.append(path)


def _beside(folder: Path, name: str, where: str) -> Path:
    """Return a file of the map's own folder: map and rules stay together wherever they are kept."""
    if name in {".", ".."} or any(sign in name for sign in "/\\"):
        raise FormError(f"{where}: {name!r} must be the name of a file beside the map")
    return folder / name


def _rules(table: TableMap, path: Path, column: str, where: str) -> RulesFile:
    if column in table.rules:
        raise FormError(f"{where}: {column!r} has a rules file already")
    rules = table.rules[column] = read_rules(path)
    if any(rules.of_any) and not recipient(table.sheet):
        raise FormError(f"{path}, line 1: {ANY!r} needs a sheet with recipients")
    table.files.append(path)
    return rules


def _sheet(said: str, where: str) -> Sheet:
    sheets = (*load_form().sheets, load_awards())
    for sheet in sheets:
        if fold(said) in {fold(sheet.id), fold(sheet.title), fold(sheet.title_en)}:
            return sheet
    known = [sheet.id for sheet in sheets]
    raise FormError(f"{where}: unknown sheet {said!r}{suggestion(said, [*known, TABLE])}")
