"""The empty form's looks: one home for colours, formats, widths and heights."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

if TYPE_CHECKING:
    from io import BytesIO

    from data.forms.definition.model import Column, ColumnType

AUTHOR = "Savivalda"

NUMBER_FORMATS: dict[ColumnType, str] = {
    "amount": "#,##0.00",
    "share": "0.00",
    "whole": "#,##0",
    "year": "0",
    "date": "yyyy-mm-dd",
    "code": "@",
    "yesno": "General",
    "municipality": "General",
    "text": "@",
    "url": "@",
    "entity": "@",
}
"""Text is text, so that a spreadsheet turns no code "01" into 1 and no "3-5" into a day."""

WIDTHS: dict[ColumnType, int] = {
    "amount": 16, "share": 13, "whole": 16, "year": 13, "date": 14, "code": 29, "yesno": 10,
    "municipality": 34, "text": 26, "url": 34, "entity": 17,
}  # fmt: skip
WIDER = {"name": 46, "programme": 36, "remark": 40, "service": 42, "mode": 20}
"""Columns whose contents are long, in characters."""

_LOOKS: dict[str, dict[str, Any]] = {
    "stamp": {"bold": True, "font_size": 14, "font_color": "#123B5D"},
    "help": {"text_wrap": True, "valign": "top", "font_size": 9, "font_color": "#44515C"},
    "column help": {
        "text_wrap": True, "valign": "top", "font_size": 9, "font_color": "#44515C",
        "bg_color": "#F3F5F7", "border": 1, "border_color": "#C9D1D8",
    },
    "field help": {
        "text_wrap": True, "valign": "vcenter", "font_size": 9, "font_color": "#44515C",
        "bg_color": "#F3F5F7", "border": 1, "border_color": "#C9D1D8",
    },
    "heading": {
        "text_wrap": True, "valign": "vcenter", "bold": True, "bg_color": "#DCE5EC",
        "border": 1, "border_color": "#8FA1B0",
    },
    "required heading": {
        "text_wrap": True, "valign": "vcenter", "bold": True, "bg_color": "#123B5D",
        "font_color": "#FFFFFF", "border": 1, "border_color": "#8FA1B0",
    },
    "missing": {"bg_color": "#FFF0C2"},
}  # fmt: skip


class LockedWorkbook(Workbook):  # type: ignore[misc]  # xlsxwriter is not typed
    """A workbook whose sheets cannot be added, removed, renamed or moved; no password."""

    def _write_workbook_pr(self) -> None:
        """Write what the library has no call for, in the place that the format wants it in."""
        super()._write_workbook_pr()
        self._xml_empty_tag("workbookProtection", [("lockStructure", "1")])


class FormWorkbook:
    """A workbook being written, with its formats by name.

    Args:
        stream: where the bytes go.
        title: a document property.
        stamp: the form's version stamp, a document property too.
        year: fixes the creation date, so that the same form is the same bytes.
    """

    def __init__(self, stream: BytesIO, *, title: str, stamp: str, year: int):
        self.workbook = LockedWorkbook(stream, {"in_memory": True})
        created = datetime(year, 1, 1, tzinfo=UTC)
        self.workbook.set_properties({"title": title, "author": AUTHOR, "created": created})
        self.workbook.set_custom_property("Forma", stamp)
        self._looks = {name: self.workbook.add_format(look) for name, look in _LOOKS.items()}
        self._cells: dict[tuple[ColumnType, bool], Any] = {}

    def look(self, name: str) -> Any:
        """Return a format by its name among _LOOKS; cells in it are locked."""
        return self._looks[name]

    def heading(self, column: Column) -> Any:
        """Return the format of a heading, which shows whether the column is required."""
        return self.look("required heading" if column.required else "heading")

    def mark(self, formula: str) -> dict[str, Any]:
        """Return the conditional format that marks cells for which a formula is true."""
        return {"type": "formula", "criteria": formula, "format": self.look("missing")}

    def cell(self, column: Column, *, framed: bool = False) -> Any:
        """Return the format of a cell to be filled in, which is not locked."""
        key = (column.type, framed)
        if key not in self._cells:
            look: dict[str, Any] = {"locked": False, "num_format": NUMBER_FORMATS[column.type]}
            if framed:
                look |= {"border": 1, "border_color": "#8FA1B0", "align": "left"}
                look |= {"valign": "vcenter", "text_wrap": True}
            self._cells[key] = self.workbook.add_format(look)
        return self._cells[key]


def width(column: Column) -> int:
    """Return how wide a table's column is, in characters."""
    return WIDER.get(column.id, WIDTHS[column.type])
