"""Cells of one row that contradict each other, as data/forms/definition/pairs.toml has them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of
from data.forms.checking.problems import Word, euros
from data.forms.definition.pairs import YEAR, pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.definition.pairs import Pair


def check_pairs(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note every row in which cells contradict each other."""
    head = filled.record("form")
    year = head[1].values.get(YEAR) if head else None
    for sheet in filled.parts:
        rules = [pair for pair in pairs() if pair.sheet == sheet]
        for part, entry in filled.rows(sheet) if rules else ():
            values = {**entry.values, YEAR: year}
            for pair in rules:
                if all(each.holds(values) for each in pair.wrong):
                    _note(pair, part, entry, values, findings)


def _note(
    pair: Pair,
    part: FilledSheet,
    entry: FilledRow,
    values: Mapping[str, object],
    findings: Findings,
) -> None:
    first = pair.wrong[0]
    value = entry.values[first.column]
    column = part.sheet.column(first.column)
    found = label_of(column.codes or "", str(value)).lt if column.type == "code" else value
    limit = limit_words(values.get(first.over)) if isinstance(first.over, str) else ""
    findings.add(pair.code, part.name, entry.places[first.column], found, limit=limit)


def limit_words(limit: object) -> Word:
    """Return what a cell may not be greater than, in words."""
    return euros(limit) if isinstance(limit, Decimal) else str(limit)
