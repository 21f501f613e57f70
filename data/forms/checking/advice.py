"""Words for what is wrong with a cell: what its column holds, and what was perhaps meant."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.headings import title
from data.forms.checking.lookup import label_of, nearest_code, options, read_code
from data.forms.checking.problems import Both, Word, both, euros
from data.forms.definition.codes import choices
from data.forms.values.numbers import BEYOND, CENT, read_number
from data.forms.values.spelling import Misread, Raw, text_of
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.definition.model import Code, Column, Sheet

_THOUSANDS = re.compile(r"t[uū]kst|mln|thousand|million", re.IGNORECASE)
_NAMED = 8
"""Longest list whose values are named where a cell is empty."""

_TOLD = frozenset({"office", "name", "programme", "competition"})
"""Columns of texts of which more can be said than that they hold a text."""

_LONGEST = 100
"""Characters of a text beyond which nothing similar is looked for."""


def what(column: Column) -> Word:
    """Say what a column's cells hold."""
    if column.type == "code" and len(choices(column)) <= _NAMED:
        return options(choices(column))
    if column.type == "text" and column.id in _TOLD:
        return both("texts", column.id)
    return both("types", column.type)


def value_words(column: Column, code: str) -> Word:
    """Return a code of a column in words."""
    if column.type == "yesno":
        return Both("Taip", "Yes") if code == "yes" else Both("Ne", "No")
    return label_of(column.codes or "", code)


def limit_words(column: Column, number: Decimal) -> Word:
    """Return a column's bound in words."""
    return euros(number) if column.type == "amount" else text_of(float(number))


def plain_details(reason: str, column: Column, raw: Raw) -> dict[str, Word]:
    """Gather the words that a problem's texts need and that cost nothing to find."""
    details: dict[str, Word] = {"what": what(column), "column": title(column)}
    text = text_of(raw)
    if reason == "not_a_number" and re.search(r"\d", text):
        details["advice"] = both("advice", "thousands" if _THOUSANDS.search(text) else "words")
    elif reason == "ambiguous_number":
        whole = re.sub(r"\D", "", text)
        details["thousands"] = f"{whole[:-3]} {whole[-3:]}"
        details["fraction"] = euros(Decimal(f"{whole[:-3]}.{whole[-3:]}"))
    elif reason == "finer_than_cents":
        details["rounded"] = euros(read_number(raw).quantize(CENT))
    elif reason == "above_maximum":
        details["limit"] = limit_words(column, column.maximum or BEYOND)
    elif reason == "unknown_code":
        details["options"] = options(choices(column))
    elif reason == "ambiguous_municipality":
        details |= _places(text)
    return details


def near_details(
    reason: str, column: Column, sheet: Sheet, raw: Raw, entities: Iterable[str]
) -> dict[str, Word]:
    """Look for what was perhaps meant, which takes a while.

    Args:
        reason: the problem's kind.
        column: the cell's column.
        sheet: its sheet, to whose other columns the value may belong.
        raw: what stands in the cell.
        entities: codes of known legal entities.
    """
    text = text_of(raw)
    if len(text) > _LONGEST:
        return {}
    if reason == "unknown_code":
        return _code_details(column, sheet, text)
    if reason in {"entity_length", "entity_check_digit"}:
        near = get_close_matches(re.sub(r"\D", "", text), list(entities), n=1, cutoff=0.8)
        return {"near": near[0]} if near else {}
    return _places(text) if reason == "unknown_municipality" else {}


def _code_details(column: Column, sheet: Sheet, text: str) -> dict[str, Word]:
    if near := nearest_code(text, choices(column)):
        return {"advice": both("advice", "near", near=near)}
    for other in sheet.columns:
        if other.type == "code" and other is not column and _fits(text, choices(other)):
            return {"advice": both("advice", "other_column", near=title(other))}
    return {}


def _fits(text: str, codes: tuple[Code, ...]) -> bool:
    try:
        read_code(text, codes)
    except Misread:
        return False
    return True


def _places(text: str) -> dict[str, Word]:
    try:
        find_municipality(text)
    except AmbiguousPlace as error:
        return {"options": ", ".join(error.candidates)}
    except UnknownPlace as error:
        return {"near": error.nearest[0]} if error.nearest else {}
    return {}
