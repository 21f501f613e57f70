"""Workbooks of LibreOffice (ODS), read straight from their XML, where rows and cells repeat.

Names and attributes after OASIS OpenDocument 1.3; `calcext` is LibreOffice's own addition, the
only place where a failed formula is marked.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from data.forms.reading.archive import contents, unpack
from data.forms.reading.book import CellPlace, Merged, RawBook, RawSheet
from data.forms.reading.markup import Attributes, local, read_markup, refuse_declarations
from data.forms.reading.refusal import Unreadable
from data.forms.reading.tally import Tally

if TYPE_CHECKING:
    from data.forms.values.texts import Raw

_NUMBERS = frozenset({"float", "currency", "percentage"})


def read_ods(packed: bytes) -> RawBook:
    """Read a workbook of LibreOffice.

    Raises:
        Unreadable: it is damaged, encrypted or more than a form can be.
    """
    entries = contents(packed)
    texts = [entry for name, entry in entries.items() if name.casefold().endswith(".xml")]
    parts = unpack(packed, texts)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("encrypted")
    if "content.xml" not in parts:
        raise Unreadable("damaged")
    for content in parts.values():
        refuse_declarations(content)
    reader = _OdsReader()
    read_markup(parts["content.xml"], reader.start, reader.end, reader.text)
    return RawBook("ods", tuple(reader.sheets))


class _OdsReader:
    """Follows the stream of tags and lays values out, once for each repetition."""

    def __init__(self) -> None:
        self.sheets: list[RawSheet] = []
        self._tally = Tally()
        self._name = ""
        self._deep = 0
        self._paragraphs: list[str] | None = None
        self._remark: list[str] = []
        self._skipped = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table:table":
            self._deep += 1
            if self._deep == 1:
                self._begin_sheet(attributes)
        elif self._deep != 1:
            return
        elif name == "table:table-row":
            self._begin_row(attributes)
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._tally.mark()
            self._cell, self._paragraphs, self._remark = attributes, [], []
        elif name == "office:annotation":
            self._skipped += 1
        elif self._skipped:
            self._remark.append(" ")
        elif self._paragraphs is not None:
            self._within(local(name), attributes)

    def end(self, name: str) -> None:
        if name == "table:table":
            self._deep -= 1
            if not self._deep:
                self._end_sheet()
        elif self._deep != 1:
            return
        elif name == "office:annotation":
            self._skipped -= 1
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._end_cell()
        elif name == "table:table-row":
            self._end_row()

    def text(self, piece: str) -> None:
        if self._skipped:
            self._tally.characters(len(piece))
            self._remark.append(piece)
        elif self._paragraphs:
            self._paragraphs[-1] += piece

    def _within(self, kind: str, attributes: Attributes) -> None:
        """Collect a cell's text: paragraphs, and white space that is written as tags."""
        if kind == "p":
            self._paragraphs.append("")  # type: ignore[union-attr]
        elif kind in {"s", "tab", "line-break"} and self._paragraphs:
            self._paragraphs[-1] += " " * min(_count(attributes, "text:c"), 100)

    def _begin_sheet(self, attributes: Attributes) -> None:
        self._name = attributes.get("table:name", "")
        self._rows: list[list[Raw]] = []
        self._hidden: set[int] = set()
        self._merged: list[Merged] = []
        self._errors: dict[CellPlace, str] = {}
        self._percents: set[CellPlace] = set()
        self._comments: dict[CellPlace, str] = {}
        self._row = 1

    def _end_sheet(self) -> None:
        self.sheets.append(
            RawSheet(
                self._name, self._rows, frozenset(self._hidden), tuple(self._merged),
                self._errors, frozenset(self._percents), self._comments,
            )
        )  # fmt: skip

    def _begin_row(self, attributes: Attributes) -> None:
        self._tally.mark()
        self._repeated = _count(attributes, "table:number-rows-repeated")
        self._is_hidden = attributes.get("table:visibility") in {"collapse", "filter"}
        self._cells: list[Raw] = []
        self._shown_percent: set[int] = set()
        self._column = 1

    def _end_row(self) -> None:
        while self._cells and self._cells[-1] is None:
            self._cells.pop()
        last = self._row + self._repeated - 1
        if self._cells:
            filled = sum(cell is not None for cell in self._cells)
            self._tally.value(last, len(self._cells), filled * self._repeated)
            empty = self._row - 1 - len(self._rows)
            self._rows += [[] for _ in range(empty)]
            self._rows += [list(self._cells) for _ in range(self._repeated)]
            rows = range(self._row, last + 1)
            self._percents |= {(row, column) for row in rows for column in self._shown_percent}
            if self._is_hidden:
                self._hidden.update(rows)
        self._row = last + 1

    def _end_cell(self) -> None:
        attributes, text = self._cell, "\n".join(self._paragraphs or ())
        self._paragraphs = None
        repeated = _count(attributes, "table:number-columns-repeated")
        place = (self._row, self._column)
        value = _value(attributes, text)
        if attributes.get("calcext:value-type") == "error":
            self._errors[place] = text or "#ERR"
            value = text or "#ERR"
        if value is not None:
            self._tally.value(self._row, self._column + repeated - 1)
            self._tally.characters(len(text) * repeated * self._repeated)
            if attributes.get("office:value-type") == "percentage":
                self._shown_percent.update(range(self._column, self._column + repeated))
        if self._remark:
            self._comments[place] = "".join(self._remark)
        self._note_span(attributes)
        if value is not None:
            self._cells += [None] * (self._column - 1 - len(self._cells)) + [value] * repeated
        self._column += repeated

    def _note_span(self, attributes: Attributes) -> None:
        wide = _count(attributes, "table:number-columns-spanned")
        high = _count(attributes, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            self._tally.merge()
            bottom, right = self._row + high - 1, self._column + wide - 1
            self._merged.append(Merged(self._row, self._column, bottom, right))


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Unreadable("damaged")
    return max(int(text), 1)


def _value(attributes: Attributes, text: str) -> Raw:
    kind = attributes.get("office:value-type")
    said = attributes.get("office:value", "")
    with suppress(ValueError):
        if kind in _NUMBERS:
            return float(said)
        if kind == "date":
            return datetime.fromisoformat(attributes.get("office:date-value", ""))
        if kind == "boolean":
            return attributes.get("office:boolean-value") == "true"
    return text or attributes.get("office:string-value") or None
