"""Words for what is wrong with a cell: what its column holds, and what was perhaps meant."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.headings import title
from data.forms.checking.lookup import label_of, nearest_code, options, read_code
from data.forms.checking.places import nearest_places
from data.forms.checking.problems import Both, Word, both, euros
from data.forms.definition.codes import choices
from data.forms.values.identifiers import is_entity_code, written_code
from data.forms.values.letters import as_latin, lookalikes
from data.forms.values.numbers import BEYOND, CENT, read_number
from data.forms.values.spelling import Misread, Raw, text_of
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.definition.model import Code, Column, Sheet

_THOUSANDS = re.compile(r"t[uū]kst|mln|thousand|million", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[0-9] ?(\*+|[¹²³⁴-⁹]+|\(?[0-9a-z]\))")
_NUMBERS = ("amount", "whole", "share")
_READ_AS_CODES = ("entity", "code", "municipality", "yesno")
_NAMED = 8
"""Longest list whose values are named where a cell is empty."""

_BOUNDS = {
    ("negative", "amount"): "returned",
    ("above_maximum", "amount"): "large_amount",
    ("above_maximum", "whole"): "large_whole",
    ("above_maximum", "share"): "large_share",
}
"""What to say of a number beyond its bounds, by kind and type."""

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
    if column.type == "amount":
        return euros(number)
    if column.type == "whole":
        english = f"{number:,.0f}"
        return Both(english.replace(",", "\u00a0"), english)
    return text_of(float(number))


def bound_details(kind: str, column: Column, limit: Word) -> dict[str, Word]:
    """Gather the words of a number beyond its bounds; the advice is what its type allows."""
    details: dict[str, Word] = {"column": title(column), "limit": limit}
    if column.type in _NUMBERS and (kind, column.type) in _BOUNDS:
        details["advice"] = both("advice", _BOUNDS[kind, column.type])
    return details


def plain_details(reason: str, column: Column, sheet: Sheet, raw: Raw) -> dict[str, Word]:
    """Gather the words that a problem's texts need and that cost nothing to find."""
    details: dict[str, Word] = {"what": what(column), "column": title(column)}
    text = text_of(raw)
    if reason == "not_a_number" and re.search(r"\d", text):
        details["advice"] = both("advice", _number_advice(column, sheet, text))
    elif reason == "ambiguous_number":
        whole = re.sub(r"\D", "", text)
        details["thousands"] = f"{whole[:-3]} {whole[-3:]}"
        details["fraction"] = euros(Decimal(f"{whole[:-3]}.{whole[-3:]}"))
    elif reason == "finer_than_cents":
        details["rounded"] = euros(read_number(raw).quantize(CENT))
    elif reason == "above_maximum":
        limit = limit_words(column, column.maximum or BEYOND)
        details |= bound_details(reason, column, limit)
    elif reason == "entity_written" and (written := written_code(text)):
        details |= _code_written(*written)
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
    if reason == "unknown_municipality" and (places := nearest_places(text)):
        return {"near": places}
    return {}


def lookalike_details(reason: str, column: Column, raw: Raw) -> dict[str, Word]:
    """Gather words for letters of other alphabets in a cell; none where there are no such.

    Args:
        reason: what the cell was refused for.
        column: the cell's column.
        raw: what stands in the cell.
    """
    if column.type not in _READ_AS_CODES or not isinstance(raw, str):
        return {}
    letters = lookalikes(text_of(raw))
    if not letters:
        return {}
    details = letter_details(column, letters)
    latin = as_latin(text_of(raw))
    if column.type == "entity":
        latin = latin.replace("O", "0")
        return details | ({"near": latin} if is_entity_code(latin) else {})
    if reason == "unknown_code" and _fits(latin, choices(column)):
        return details | {"near": latin}
    return details


def letter_details(column: Column, letters: str) -> dict[str, Word]:
    """Name letters of other alphabets."""
    named = [(each, unicodedata.name(each).partition(" ")[0].casefold()) for each in letters]
    alphabets = _words_of(named)
    return {"column": title(column), "letters": alphabets}


def _words_of(named: Iterable[tuple[str, str]]) -> Both:
    listed = [both("alphabets", alphabet, letter=letter) for letter, alphabet in named]
    return Both(", ".join(each.lt for each in listed), ", ".join(each.en for each in listed))


def _number_advice(column: Column, sheet: Sheet, text: str) -> str:
    """Return which advice helps who wrote more than a number."""
    if _FOOTNOTE.search(text):
        return "footnote"
    if _THOUSANDS.search(text):
        return "thousands" if column.type == "amount" else "in_digits"
    remarks = any(each.id == "remark" for each in sheet.columns)
    return "words" if remarks else "number_alone"


def _code_written(why: str, code: str) -> dict[str, Word]:
    details: dict[str, Word] = {"why": both("entity_codes", why)}
    if code:
        details["advice"] = both("advice", "vat" if why == "vat" else "near", near=code)
    return details


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
        places = [each for each in municipalities() if each.name_lt in error.candidates]
        return {
            "options": Both(
                ", ".join(place.name_lt for place in places),
                ", ".join(place.name_en for place in places),
            )
        }
    except UnknownPlace:
        pass
    return {}
