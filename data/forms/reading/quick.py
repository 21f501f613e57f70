"""A quick look at a worksheet that is written the way spreadsheet programs write: no tag is parsed.

It answers only where patterns cannot be fooled: every tag among the cells is one of the few that
plain values need, spelled in the one usual way, and every cell says where it is. Formulas, failed
cells, prefixes, comments and whatever else there is are left to the careful reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.book import Merged, column_number, read_area

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.forms.reading.tally import Tally

_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"((?: [a-z]+="[^"<>]*")*) ?(/?)>')
_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"((?: [A-Za-z0-9:]+="[^"<>]*")*) ?/?>')
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)" ?/>')
_STYLE = re.compile(rb' s="([0-9]+)"')
_HIDDEN = re.compile(rb' (?:hidden="(?:1|true|on)"|ht="0(?:\.0)?")')
_DECLARED = re.compile(rb'^\xef?\xbb?\xbf?\s*<\?xml [^>]*encoding="([^"]*)"')
_OTHERS = (
    b"</c>",
    b"</row>",
    b"<v>",
    b"</v>",
    b"<is>",
    b"</is>",
    b"<t>",
    b"</t>",
    b"<t xml:space=",
)
"""Tags that plain values need beside cells and rows."""


@dataclass(frozen=True)
class Quick:
    """What was seen at a glance."""

    hidden: set[int]
    merged: list[Merged]
    last_row: int
    last_column: int
    values: int
    marks: int
    text: int

    def fits(self, tally: Tally) -> bool:
        """Count what was seen, if it is surely within the limits; otherwise count nothing."""
        if (
            self.last_row > limits.ROWS
            or self.last_column > limits.COLUMNS
            or tally.values + self.values > limits.CELLS
            or tally.marks + self.marks > limits.MARKED_CELLS
            or tally.merged + len(self.merged) > limits.MERGED
            or tally.text + self.text > limits.TEXT
        ):
            return False
        tally.values += self.values
        tally.marks += self.marks
        tally.merged += len(self.merged)
        tally.text += self.text
        return True


def quick_look(content: bytes, percents: Collection[str]) -> Quick | None:
    """Look at a worksheet.

    Args:
        content: its XML.
        percents: numbers of cell styles that show per cent.

    Returns:
        None where a careful reading is needed.
    """
    split = _split(content)
    if split is None:
        return None
    data, rest = split
    cells, rows, areas = _CELL.findall(data), _ROW.findall(data), _MERGED.findall(rest)
    if data.count(b"<") != len(cells) + len(rows) + sum(map(data.count, _OTHERS)):
        return None
    if len(areas) != rest.count(b"mergeCell") - rest.count(b"mergeCells"):
        return None
    said = {cell[2] for cell in cells}
    styles = {style[1].decode() for each in said if (style := _STYLE.search(each))}
    if any(b't="e"' in each for each in said) or not styles.isdisjoint(percents):
        return None
    filled = [cell for cell in cells if not cell[3]]
    return Quick(
        hidden={int(row) for row, each in rows if _HIDDEN.search(each)},
        merged=[area for each in areas if (area := read_area(each.decode()))],
        last_row=max((int(cell[1]) for cell in filled), default=0),
        last_column=max(
            (column_number(c.decode()) for c in {cell[0] for cell in filled}), default=0
        ),
        values=len(filled),
        marks=len(cells) + len(rows),
        text=len(data) if b"<is>" in data or b't="str"' in data else 0,
    )


def _split(content: bytes) -> tuple[bytes, bytes] | None:
    """Cut out what stands between the tags of the cells; None if that is not surely possible."""
    declared = _DECLARED.match(content)
    if (declared and declared[1].lower() != b"utf-8") or b"\0" in content:
        return None
    begin, end = content.find(b"<sheetData>"), content.find(b"</sheetData>")
    if begin < 0 or end < begin or content.count(b"sheetData") != 2:
        return None
    rest = content[:begin] + content[end:]
    return None if b"<!" in rest else (content[begin + len(b"<sheetData>") : end], rest)
