"""Says what stands in a file in which nothing that was looked for was found."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.headings import named_place, titles
from data.forms.checking.problems import Both, make
from data.forms.reading.book import address
from data.forms.values.identifiers import masked
from data.forms.values.texts import fold, text_of, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.forms.checking.problems import Problem, Word
    from data.forms.history.map_file import TableMap, TableMapLine
    from data.forms.history.table import HistoryTable
    from data.forms.values.texts import Raw

_ROWS, _CELLS, _CELL, _LONGEST = 3, 12, 30, 300
"""How much of a file is shown: rows, cells of each, characters of a cell, and of everything."""


def stands(rows: Iterable[Sequence[Raw]]) -> str:
    """Return the first cells of the first rows that are not blank, without personal data."""
    filled = [[text for cell in row if (text := text_of(cell))] for row in rows]
    lines = [
        " | ".join(_cut(visible(masked(text)), _CELL) for text in row[:_CELLS])
        for row in filled
        if row
    ]
    return _cut(" / ".join(lines[:_ROWS]), _LONGEST)


def no_header(rows: Sequence[Sequence[Raw]], table: TableMap, name: str) -> Problem:
    """Say which headings were looked for, what stands there, and what of it is spelled alike."""
    mapped = list(dict.fromkeys(line.heading for line in table.lines if line.heading))
    columns: Word = ", ".join(mapped) or titles(table.sheet.columns)
    texts = [text for row in rows for cell in row if (text := text_of(cell))]
    pairs = [(near, heading) for heading in mapped for near in _near(heading, texts)]
    words = {"near": _alike(pairs)} if pairs else {}
    return make("no_header", name, "", stands(rows), columns=columns, **words)


def missing_heading(line: TableMapLine, table: HistoryTable, name: str) -> Problem:
    """Say that the file lacks a heading of the map, and which of its own is spelled alike."""
    heading = line.heading
    words: dict[str, Word] = {"column": heading, "where": visible(masked(line.where))}
    for near in _near(heading, table.header):
        place = table.header.index(near) + 1
        words["near"] = named_place(address(table.top, place), visible(masked(near)))
    return make("missing_heading", name, "", stands([table.header]), **words)


def _near(heading: str, texts: Iterable[str]) -> list[str]:
    spelled = {fold(text): text for text in texts if fold(text) != fold(heading)}
    return [spelled[near] for near in get_close_matches(fold(heading), spelled, n=1)]


def _alike(pairs: Sequence[tuple[str, str]]) -> Both:
    shown = [(_cut(visible(masked(near)), _CELL), heading) for near, heading in pairs]
    return Both(
        ", ".join(f"„{near}“ – „{heading}“" for near, heading in shown),
        ", ".join(f"“{near}” – “{heading}”" for near, heading in shown),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
