"""Rows that are there twice: the same recipient, area, mode, programme and financing source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.headings import title
from data.forms.reading.book import address
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, Part
    from data.forms.checking.findings import Findings


def check_repeats(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note each row whose key stands in an earlier row; say which. A sheet needs some rows."""
    for part in filled.parts.values():
        if part.sheet.layout == "table":
            _check(part, findings)
    recipients = filled.parts.get("allocations")
    if recipients and not recipients.entries:
        findings.add("no_rows", recipients.name, title=recipients.sheet.title)


def _check(part: Part, findings: Findings) -> None:
    seen: dict[tuple[str, ...], int] = {}
    key = part.sheet.key
    for entry in part.entries:
        if not entry.has(*key):
            continue
        place = entry.places[key[0]]
        first = seen.setdefault(tuple(fold(str(entry.values[name])) for name in key), place[0])
        if first != place[0]:
            columns = ", ".join(title(part.sheet.column(name)) for name in key)
            findings.add(
                "duplicate_row", part.name, place, str(entry.values[key[0]]),
                first=address(first, place[1]), columns=columns,
            )  # fmt: skip
