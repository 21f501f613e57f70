"""What a remark may say: every part is read, or refused by its name with what was expected."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from data.asking.remarks import OfficeRemark
from data.catalog import INDICATORS, YEARS
from data.errors import RemarkError, suggestion
from data.forms.values.identifiers import masked, private_kind
from data.forms.values.spelling import Misread, visible
from data.forms.values.texts import read_url
from geo.errors import GeoError
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = (
    "remark", "municipality", "indicator", "year", "office", "made_on", "text_lt", "text_en",
    "link", "withdrawn_on", "why",
)  # fmt: skip
"""Of the file, as of the table."""

LONGEST = {"office": 120, "text_lt": 600, "text_en": 600, "why": 600}
"""Letters of each text."""

_PRIVATE = "no e-mail address, telephone number or personal code: an office is named, and no person"


def read_remark(given: Mapping[str, str]) -> OfficeRemark:
    """Read a remark from its parts as text; an empty part is none.

    Args:
        given: by the names of COLUMNS; the municipality in any spelling of its name.

    Raises:
        RemarkError: a part is not as it must be.
    """
    withdrawn, why = given.get("withdrawn_on", ""), given.get("why", "")
    if bool(withdrawn) != bool(why):
        raise RemarkError("why", "withdrawn_on and why must stand together, or neither")
    return OfficeRemark(
        remark=_id(given["remark"]),
        municipality=_municipality(given["municipality"]),
        indicator=_indicator(given.get("indicator", "")),
        year=_year(given.get("year", "")),
        office=read_words("office", given.get("office", "")),
        made_on=_day("made_on", given["made_on"]),
        text_lt=read_words("text_lt", given.get("text_lt", "")),
        text_en=read_words("text_en", given.get("text_en", "")),
        link=_link(given.get("link", "")),
        withdrawn_on=_day("withdrawn_on", withdrawn) if withdrawn else None,
        why=read_words("why", why) if why else None,
    )


def read_words(name: str, text: str) -> str:
    """Read a text: printable, not longer than LONGEST, nobody's private data.

    Raises:
        RemarkError: it is not like that.
    """
    words, most = " ".join(text.split()), LONGEST[name]
    if not words:
        raise RemarkError(name, f"is missing; expected a text of at most {most} letters")
    if private_kind(words, words=True) or masked(words) != words:
        raise RemarkError(name, f"expected {_PRIVATE}; got {visible(masked(words))!r}")
    if len(words) > most:
        raise RemarkError(name, f"expected at most {most} letters, got {len(words)}")
    if not words.isprintable():
        raise RemarkError(name, f"expected letters that can be printed; got {visible(words)!r}")
    if words[0] in "=+-@":
        raise RemarkError(
            name, f"must not begin as a formula of a spreadsheet does, with {words[0]!r}"
        )
    return words


def _id(text: str) -> str:
    if not re.fullmatch(r"R[1-9][0-9]{0,8}", text):
        raise RemarkError("remark", f"expected an id such as R12, got {visible(text)!r}")
    return text


def _municipality(text: str) -> str:
    try:
        return find_municipality(text).code
    except GeoError as error:
        raise RemarkError(
            "municipality", f"expected a name or code of one of 60; {error}"
        ) from error


def _indicator(text: str) -> str | None:
    if text and text not in INDICATORS:
        said = f"unknown indicator {visible(text)!r}{suggestion(text, INDICATORS)}"
        raise RemarkError("indicator", said)
    return text or None


def _year(text: str) -> int | None:
    if text and text not in map(str, YEARS):
        first, last = YEARS[0], YEARS[-1]
        raise RemarkError("year", f"expected a year {first}–{last}, got {visible(text)!r}")
    return int(text) if text else None


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        said = f"expected a day such as 2026-01-31, got {visible(text)!r}"
        raise RemarkError(name, said) from error


def _link(text: str) -> str | None:
    if not text:
        return None
    if private_kind(text) or masked(text) != text:
        raise RemarkError("link", f"expected {_PRIVATE}; got {visible(masked(text))!r}")
    try:
        return read_url("" if visible(text) != text else text)
    except Misread as error:
        said = f"expected an address that begins with https:// or http://, got {visible(text)!r}"
        raise RemarkError("link", said) from error
