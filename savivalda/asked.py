"""What Python asks with, as values, becomes parameters as the interface has them, as text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from data.tidy.described import tidy_tables
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from savivalda.errors import CannotAsk

if TYPE_CHECKING:
    from collections.abc import Mapping

    FilterValue = str | bool | int | float | date
    AskedFilter = FilterValue | Iterable[FilterValue] | None


MOST = 999_999_999
"""Rows of an answer: more than any table has."""

OWN = ("lang", "format", "version", "cursor")
"""Parameters of the interface that are the package's own concern."""


PLACES = ("municipality", "peer", "among", "select")
"""Choices that name municipalities, be they columns of the table or not."""


def params_of(table: str, filters: Mapping[str, AskedFilter]) -> tuple[dict[str, str], int | None]:
    """The parameters by which a table is asked for, and how many rows; None for all.

    Args:
        table: Its name.
        filters: By name; one value or several; None leaves it out. A municipality may be spelled
            in any way that `geo.finding.find_municipality` knows.

    Raises:
        CannotAsk: A value cannot be asked for; a municipality is unknown or several.
    """
    described = tidy_tables().get(table)
    columns = described.columns if described else {}
    for name in OWN:
        if name in filters and name not in columns:
            said = "a filter; the language is chosen when the atlas is opened"
            raise CannotAsk(name, str(filters[name]), said)
    params = {
        name: ",".join(
            _code(name, text) if _is_place(name, columns) else _plain(name, text)
            for text in _texts(name, given)
        )
        for name, given in filters.items()
        if given is not None and name != "limit"
    }
    return params, _limit(filters.get("limit"))


def _limit(given: AskedFilter) -> int | None:
    text = str(MOST if given is None else given)
    if not text.isdecimal() or not 1 <= int(text[:10]) <= MOST:
        raise CannotAsk("limit", text, f"a whole number from 1 to {MOST}, or None for all")
    return None if given is None else int(text)


def _is_place(name: str, columns: Mapping[str, object]) -> bool:
    refers = getattr(columns.get(name), "refers_to", "")
    return name in PLACES or refers == "municipalities"


def _texts(name: str, given: AskedFilter) -> list[str]:
    values = [given] if isinstance(given, str) or not isinstance(given, Iterable) else [*given]
    if not values:
        raise CannotAsk(name, "[]", "at least one value; None leaves it out")
    return [_text(value) for value in values]


def _text(value: object) -> str:
    if isinstance(value, date):  # a moment is a date too, and only its day is asked for
        return f"{value:%Y-%m-%d}"
    text = str(value)
    return text.lower() if text in {"True", "False"} and not isinstance(value, str) else text


def _plain(name: str, text: str) -> str:
    if "," in text:
        raise CannotAsk(name, text, "a value without a comma, which parts values")
    return text


def _code(name: str, text: str) -> str:
    try:
        return find_municipality(text).code
    except AmbiguousPlace as error:
        raise CannotAsk(name, text, "one municipality", near=error.candidates) from error
    except UnknownPlace as error:
        raise CannotAsk(name, text, "a municipality", near=error.nearest) from error
