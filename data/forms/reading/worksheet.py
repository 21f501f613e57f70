"""One worksheet's XML, looked through for its extent and for what a plain reading would miss."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.forms.reading.book import CellPlace, RawSheet, column_number, read_area
from data.forms.reading.markup import Attributes, local, read_markup
from data.forms.reading.quick import quick_look
from data.forms.reading.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.forms.reading.book import Merged
    from data.forms.reading.tally import Tally
    from data.forms.values.texts import Raw

UNCALCULATED = "="
"""Begins a formula whose result is not in the file, as some programs leave it."""

_PIECES = 10
"""Pieces of a formula that are kept: the parser hands over thousands of characters in each."""

_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_TRUE = frozenset({"1", "true", "on"})


@dataclass
class Look:
    """What was seen in a worksheet."""

    hidden: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    errors: dict[CellPlace, str] = field(default_factory=dict)
    percents: set[CellPlace] = field(default_factory=set)

    def sheet(self, name: str, rows: list[list[Raw]]) -> RawSheet:
        """Put what was seen beside the cells."""
        hidden, merged = frozenset(self.hidden), tuple(self.merged)
        return RawSheet(name, rows, hidden, merged, self.errors, frozenset(self.percents))


def look_over(content: bytes, tally: Tally, percents: Collection[str]) -> Look:
    """Look through a worksheet.

    Args:
        content: its XML.
        tally: what was met in the workbook's other sheets; counted on.
        percents: style numbers that show a per cent sign.

    Raises:
        Unreadable: it is damaged or has more rows, columns or cells than a form.
    """
    quick = quick_look(content, percents)
    if quick is not None and quick.fits(tally):
        return Look(quick.hidden, quick.merged)
    reader = _SheetReader(tally, percents)
    read_markup(content, reader.start, reader.end, reader.text)
    return reader.look


class _SheetReader:
    """Follows the stream of tags; knows the row and the cell that it is in."""

    def __init__(self, tally: Tally, percents: Collection[str]) -> None:
        self.look = Look()
        self._tally = tally
        self._percents = percents
        self._row = self._column = 0
        self._kind: str | None = None
        self._style: str | None = None
        self._formula = self._inside = self._inside_formula = False
        self._said: list[str] = []
        self._asked: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        name = local(name) if ":" in name else name
        if name == "c":
            self._begin_cell(attributes)
        elif name in {"v", "t"}:
            self._inside = True
        elif name == "f":
            self._formula = self._inside_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        name = local(name) if ":" in name else name
        if name in {"v", "t"}:
            self._inside = False
        elif name == "f":
            self._inside_formula = False
        elif name == "c":
            self._end_cell()

    def text(self, piece: str) -> None:
        if self._inside:
            self._said.append(piece)
        elif self._inside_formula and len(self._asked) < _PIECES:
            self._asked.append(piece)

    def _begin_row(self, attributes: Attributes) -> None:
        self._tally.mark()
        number = attributes.get("r", "")
        self._row = int(number) if number.isascii() and number.isdigit() else self._row + 1
        self._column = 0
        if attributes.get("hidden") in _TRUE or attributes.get("ht") in {"0", "0.0"}:
            self.look.hidden.add(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        self._tally.mark()
        self._column += 1
        if place := attributes.get("r"):
            found = _PLACE.fullmatch(place)
            if not found:
                raise Unreadable("damaged")
            self._column, self._row = column_number(found[1]), int(found[2])
        self._kind, self._style = attributes.get("t"), attributes.get("s")
        self._formula = False
        self._said.clear()
        self._asked.clear()

    def _end_cell(self) -> None:
        said = "".join(self._said) if self._said else ""
        place = (self._row, self._column)
        if not said:
            if self._formula and self._kind != "str":
                formula = UNCALCULATED + "".join(self._asked)
                self._tally.characters(len(formula))
                self.look.errors[place] = formula
            return
        self._tally.value(self._row, self._column)
        if self._kind == "e":
            self.look.errors[place] = said
        elif self._style in self._percents:
            self.look.percents.add(place)
        if self._kind in {"inlineStr", "str"}:
            self._tally.characters(len(said))

    def _merge(self, area: str) -> None:
        self._tally.merge()
        if merged := read_area(area):
            self.look.merged.append(merged)
