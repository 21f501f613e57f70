"""Codes of legal entities that fail the check digit and still stand in official data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.forms.definition.errors import FormError
from data.forms.history.rules_file import read_list
from data.forms.values.identifiers import ENTITY_LENGTH, is_entity_code

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

KnownCodes = dict[str, str]
"""By code: the file and line that lists it."""


def read_known_codes(path: Path) -> KnownCodes:
    """Read a list with the columns code, why_lt, why_en, source.

    Raises:
        FormError: it cannot be read, or a line has no code that needs it, no reason or no source.
    """
    found: KnownCodes = {}
    for line, row in read_list(path, "code", "why_lt", "why_en", "source")[1]:
        where, code = f"{path}, line {line}", row["code"]
        if not re.fullmatch(rf"[0-9]{{{ENTITY_LENGTH}}}", code):
            raise FormError(f"{where}: expected a code of {ENTITY_LENGTH} digits, got {code!r}")
        if is_entity_code(code):
            raise FormError(f"{where}: the check digit of {code} is right; it needs no exception")
        if code in found:
            raise FormError(f"{where}: {code} is listed twice, first in {found[code]}")
        if empty := [name for name in ("why_lt", "why_en", "source") if not row[name]]:
            raise FormError(f"{where}: {empty[0]} is empty")
        found[code] = where
    return found


def refuse_unused(known: KnownCodes, there: Collection[str]) -> None:
    """Refuse a list that names a code which the table does not hold.

    Raises:
        FormError: names the line.
    """
    for code, where in known.items():
        if code not in there:
            raise FormError(f"{where}: {code} does not occur in the table")
