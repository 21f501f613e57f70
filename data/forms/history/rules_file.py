"""Rules files: what cannot be read from one cell is decided by lists that people can review.

A rules file is CSV. Its columns are headings of the table, each a condition; ``value``; and, if
need be, ``why_lt``, ``why_en`` and ``source``. In a condition's cell stand alternatives, parted by
``|``, with ``*`` for any signs and ``?`` for one; case does not matter. One of them must be the
whole text of the table's cell. An alternative without signs is the empty cell; an empty condition
holds always. A heading that begins with ``any:`` asks whether the condition holds in any row of the
same recipient. The first rule of which all conditions hold gives the value; an empty one: no value.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.errors import suggestion
from data.forms.checking.mapping import map_text
from data.forms.definition.errors import FormError
from data.forms.reading.delimited import delimiter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ANY = "any:"
_OWN = ("value", "why_lt", "why_en", "source")


@dataclass(frozen=True)
class Rule:
    """A line of a rules file.

    Attributes:
        line: its number, from 1.
        conditions: a pattern for each heading of the file; empty: anything.
        value: what it gives; empty: no value.
        why_lt: the reason; may be empty.
        why_en: the same in English.
    """

    line: int
    conditions: tuple[str, ...]
    value: str
    why_lt: str
    why_en: str


@dataclass(frozen=True)
class RulesFile:
    """A read rules file.

    Attributes:
        path: the file.
        headings: of the table, that its conditions look at.
        of_any: for each of them, whether any row of the same recipient will do.
        rules: in their order.
    """

    path: Path
    headings: tuple[str, ...]
    of_any: tuple[bool, ...]
    rules: tuple[Rule, ...]

    def where(self, line: int) -> str:
        """Name a line of the file."""
        return f"{self.path}, line {line}"


def read_rules(path: Path) -> RulesFile:
    """Read a rules file.

    Raises:
        FormError: it cannot be read, has no conditions, no value or no rules, or repeats itself.
    """
    header, lines = read_list(path, "value")
    named = [name for name in header if name and name not in _OWN]
    if not named:
        raise FormError(f"{path}, line 1: no heading of the table to look at beside 'value'")
    rules = tuple(
        Rule(line, tuple(row[name] for name in named), *(row.get(own, "") for own in _OWN[:3]))
        for line, row in lines
    )
    _refuse_repeats(path, rules)
    of_any = tuple(name.casefold().startswith(ANY) for name in named)
    plain = (
        name[len(ANY) :].strip() if is_any else name
        for name, is_any in zip(named, of_any, strict=True)
    )
    return RulesFile(path, tuple(plain), of_any, rules)


def read_list(path: Path, *needed: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Read a CSV list beside a map.

    Returns:
        Its headings, and each line that is not blank, trimmed, with its number.

    Raises:
        FormError: it cannot be read, is empty, lacks a column or has it twice; a line is too long.
    """
    header, rows = _records(path)
    if missing := [name for name in needed if name not in header]:
        known = suggestion(missing[0], [name for name in header if name])
        raise FormError(f"{path}, line 1: no column {missing[0]!r}{known}")
    if twice := [name for name in header if name and header.count(name) > 1]:
        raise FormError(f"{path}, line 1: column {twice[0]!r} is there twice")
    found = []
    for line, row in rows:
        if len(row) > len(header):
            raise FormError(f"{path}, line {line}: {len(row)} cells under {len(header)} headings")
        filled = [*row, *[""] * (len(header) - len(row))]
        found.append((line, dict(zip(header, filled, strict=True))))
    if not found:
        raise FormError(f"{path}: there are no lines under the headings")
    return header, found


def matcher(pattern: str) -> re.Pattern[str] | None:
    """Return what the whole text of a cell must match; None for anything."""
    if not pattern:
        return None
    alternatives = "|".join(map(_glob, pattern.split("|")))
    return re.compile(f"(?:{alternatives})", re.IGNORECASE | re.DOTALL)


def _glob(text: str) -> str:
    signs = {"*": ".*", "?": "."}
    return "".join(signs.get(sign, re.escape(sign)) for sign in text.strip())


def _refuse_repeats(path: Path, rules: Sequence[Rule]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for rule in rules:
        key = tuple(map(str.casefold, rule.conditions))
        if key in seen:
            raise FormError(f"{path}, line {rule.line}: the same conditions as line {seen[key]}")
        seen[key] = rule.line


def _records(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    text = map_text(path, "the file that the map names:")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    rows = [
        (reader.line_num, [cell.strip() for cell in row])
        for row in reader
        if any(map(str.strip, row))
    ]
    if not rows:
        raise FormError(f"{path} is empty")
    return rows[0][1], rows[1:]
