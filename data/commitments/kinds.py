"""What a cell of a kind must look like: a check says what is wrong with a text, None if nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from data.catalog import ALL_AREAS
from data.errors import suggestion
from data.forms.definition.codes import code_list

CellCheck = Callable[[str], str | None]


def cell_check(kind: str) -> CellCheck:
    """Return the check of a kind of data.plans.columns, except those that refer to another file."""
    word, _, rest = kind.partition(" ")
    if word == "in":
        return among([code.code for code in code_list(rest)])
    if word == "one":
        return among(rest.split()[1:])
    if word == "area":
        return among([ALL_AREAS, *(code.code for code in code_list("policy_area"))])
    return _matching(word)


def among(known: list[str]) -> CellCheck:
    """Return a check that refuses what is not known, and says what was perhaps meant."""
    return lambda value: None if value in known else f"unknown {value!r}{suggestion(value, known)}"


def _matching(word: str) -> CellCheck:
    pattern, wanted = _PATTERNS[word]

    def check(value: str) -> str | None:
        fits = pattern.fullmatch(value) and (word != "day" or _is_day(value))
        return None if fits else f"must be {wanted}, got {value!r}"

    return check


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_PATTERNS = {
    "id": (re.compile(r"[A-Za-z0-9._-]+"), "an id of Latin letters, digits, dots and dashes"),
    "text": (re.compile(r"\S(.*\S)?", re.DOTALL), "text without spaces around it"),
    "whole": (re.compile(r"[0-9]{1,4}"), "a whole number"),
    "number": (re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?"), "a number such as 12.5"),
    "day": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "a day such as 2026-01-31"),
    "url": (re.compile(r"https?://[^\s.]+\.\S+"), "an address that begins with https://"),
}
