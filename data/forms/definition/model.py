"""What the standard form is made of: sheets of columns, described once for everything that uses it.

The template, the reader, the checks and the data dictionary all ask these classes, so they cannot
disagree about a heading, a unit or what must be filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal


ColumnType = Literal[
    "text", "code", "amount", "whole", "share", "date", "year", "yesno", "url", "entity",
    "municipality",
]  # fmt: skip
SheetLayout = Literal["record", "table"]

COMPETITION = "competition"
"""Not a list in data/codes: the value is a code that stands on the sheet of competitions."""

HELP_ROW = 3
HEADER_ROW = 4
FIRST_DATA_ROW = 5
"""Rows of every sheet, from 1: title, the sheet's help, each column's help, headings, data.

On a record sheet the first data row holds the first field: its label in LABEL_COLUMN, its value in
VALUE_COLUMN, its help in column C.
"""
LABEL_COLUMN = "A"
VALUE_COLUMN = "B"

STAMP_SHEET = "form"
STAMP_CELL = "A1"
"""Where the version stamp stands: on the sheet with this id, in this cell."""

LISTS_SHEET = "Sąrašai"
"""Title of the hidden sheet that feeds the drop-downs; it holds no data."""

REQUIRED_MARK = " *"
"""Ends the heading of a column that must always be filled in."""


@dataclass(frozen=True)
class Condition:
    """When a column that may be empty must be filled in after all.

    Attributes:
        column: id of another column of the same sheet.
        value: the code there; "yes" or "no" of a yesno column.
    """

    column: str
    value: str


@dataclass(frozen=True)
class UnpublishedReason:
    """Why something is asked for and not published.

    Attributes:
        lt: in a few words, as they go on after "not published:".
        en: the same in English.
    """

    lt: str
    en: str


@dataclass(frozen=True)
class Column:
    """A column of a table sheet, or a field of a record sheet.

    Attributes:
        id: its name in rows and tables.
        title_lt: its heading without unit and mark.
        title_en: the same in English.
        type: what stands in its cells.
        unit: "€", "%", or None.
        codes: the list in data/codes that a "code" column takes its values from; COMPETITION for a
            text column that holds a competition's code where the award mode is competition;
            otherwise None.
        required: whether it must be filled in on every row.
        required_when: on which rows it must be filled in although it is not required.
        help_lt: what goes there, in a sentence or two.
        help_en: the same in English.
        minimum: least number allowed, of number types.
        maximum: greatest number allowed, of number types.
        unpublished: why it is never published; None for all that goes into the database.
        values: what a "code" column is chosen from where no list in data/codes holds it.
        also: further headings that it is known by, as other standards call it.
    """

    id: str
    title_lt: str
    title_en: str
    type: ColumnType
    unit: str | None
    codes: str | None
    required: bool
    help_lt: str
    help_en: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    required_when: Condition | None = None
    unpublished: UnpublishedReason | None = None
    values: tuple[Code, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The text of its heading in the workbook: "Planuota, € *"."""
        unit = f", {self.unit}" if self.unit else ""
        return f"{self.title_lt}{unit}{REQUIRED_MARK if self.required else ''}"


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook.

    Attributes:
        id: its name in reports' rows.
        title: its name in the workbook, Lithuanian.
        title_en: its name in English texts.
        layout: "record": one row a field; "table": headings in a row, data below.
        columns: in the order in which they stand.
        key: ids of the columns which together may not repeat; empty on record sheets.
        help_lt: what the sheet is for.
        help_en: the same in English.
        identified_by: a column of the key without which rows are never the same, whatever else
            they say; other columns of the key may then be empty. None where the key never is.
    """

    id: str
    title: str
    title_en: str
    layout: SheetLayout
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    help_lt: str
    help_en: str
    identified_by: str | None = None

    def column(self, name: str) -> Column:
        """Return the column of that id.

        Raises:
            KeyError: there is none.
        """
        return {each.id: each for each in self.columns}[name]


@dataclass(frozen=True)
class Form:
    """The whole form.

    Attributes:
        version: "1.0"; changes whenever an older file would no longer be read right.
        sheets: in the order in which they stand in the workbook.
        name: what its stamp begins with, which tells it from other forms.
    """

    version: str
    sheets: tuple[Sheet, ...]
    name: str = "Savivalda forma"

    @property
    def stamp(self) -> str:
        """The text of STAMP_CELL: "Savivalda forma 1.0"."""
        return f"{self.name} {self.version}"

    @property
    def competition_column(self) -> tuple[Sheet, Column] | None:
        """Where the codes of competitions stand, None if the form has no such sheet."""
        for each in self.sheets:
            if each.id == "competitions" and len(each.key) == 1:
                return each, each.column(each.key[0])
        return None

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of that id.

        Raises:
            KeyError: there is none.
        """
        return {each.id: each for each in self.sheets}[name]


@dataclass(frozen=True)
class Code:
    """One value of a list.

    Attributes:
        code: what is stored.
        label_lt: what stands in the workbook.
        label_en: the same in English.
    """

    code: str
    label_lt: str
    label_en: str
