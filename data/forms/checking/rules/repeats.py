"""Rows that are there twice: the same recipient, area, mode, programme and financing source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.headings import titles
from data.forms.checking.lookup import label_of
from data.forms.reading.book import address
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.definition.model import Column


def check_repeats(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note rows whose key stands in an earlier row; somebody must have got something."""
    for part in filled.parts.values():
        if part.sheet.layout == "table":
            _check(part, findings)
    recipients = filled.parts.get("allocations")
    if recipients and not recipients.entries:
        findings.add("no_rows", recipients.name, title=recipients.sheet.title)
    elif recipients and not any(entry.values.get("executed", True) for entry in recipients.entries):
        findings.add("nothing_executed", recipients.name, title=recipients.sheet.title)


def _check(part: FilledSheet, findings: Findings) -> None:
    seen: dict[tuple[str, ...], int] = {}
    key = part.sheet.key
    for entry in part.entries:
        if not entry.has(*key):
            continue
        place = entry.places[key[0]]
        first = seen.setdefault(tuple(fold(str(entry.values[name])) for name in key), place[0])
        if first != place[0]:
            columns = titles(part.sheet.column(name) for name in key)
            findings.add(
                "duplicate_row", part.name, place, _said(part.sheet.column(key[0]), entry),
                first=address(first, place[1]), columns=columns,
            )  # fmt: skip


def _said(column: Column, entry: FilledRow) -> str:
    """Return a value as it stands in the workbook."""
    value = str(entry.values[column.id])
    return label_of(column.codes, value).lt if column.type == "code" and column.codes else value
