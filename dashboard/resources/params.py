"""What a program asks for, as text by the names of its parameters, becomes what is to be answered.

`lang`, `format` and `cursor` are not of a resource and are read by whoever knows them. `fields` and
`sort` name columns, parted by commas; `limit` says how many rows; every other name is a choice of
the resource or a column: `year=2024,2025` are the values of which a row must have one, `year_from`
and `year_to` bounds.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dashboard.resources.resource import WrongAsked
from data.errors import near
from data.tidy.narrowing import Narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.resources.resource import Resource
    from data.tidy.described import TidyColumn

USUAL = 100
MOST = 10_000
"""Rows of an answer, unless it is asked for whole."""

LONGEST_VALUE = 500
MOST_VALUES = 100

GREATEST = 1e15
"""The greatest number that can be asked for."""

BOUNDED = {"integer", "number", "date"}
"""Types of columns that bounds can be asked for."""


def read_params(
    resource: Resource, params: Mapping[str, str], *, most: int = MOST
) -> tuple[dict[str, str], Narrow]:
    """What is chosen of a resource, and which of its rows and columns are asked for.

    Args:
        resource: Which.
        params: By name; what is left out is usual.
        most: How many rows an answer may have.

    Raises:
        WrongAsked: A parameter is unknown or has a value that it cannot have.
    """
    choices: dict[str, str] = {}
    where: dict[str, tuple[object, ...]] = {}
    least: dict[str, object] = {}
    greatest: dict[str, object] = {}
    columns = resource.table.columns
    bounds = {
        f"{name}_{end}": (columns[name], kept)
        for name in columns
        if columns[name].type in BOUNDED
        for end, kept in (("from", least), ("to", greatest))
    }
    chosen = [choice.name for choice in resource.choices]
    own = ("fields", "sort", "limit")
    for name, value in params.items():
        if name in chosen:
            choices[name] = value
        elif name in columns:
            where[name] = tuple(_value(columns[name], each) for each in _list(name, value))
        elif name in bounds:
            column, kept = bounds[name]
            kept[column.name] = _value(column, value, name)
        elif name not in own:
            known = (*chosen, *columns, *bounds, *own)
            raise WrongAsked(name, value, "a parameter that is known", known, near(name, known))
    narrow = Narrow(
        where=where,
        least=least,
        greatest=greatest,
        sort=_whole_sort(resource, _columns(resource, params, "sort")),
        columns=_columns(resource, params, "fields"),
        most=_limit(params.get("limit", str(USUAL)), most),
    )
    return choices, narrow


def read_key(resource: Resource, parts: Sequence[str]) -> dict[str, tuple[object, ...]]:
    """What the end of an address asks for: a row by its key, column by column.

    Columns of the key that are chosen anyway are not repeated.

    Raises:
        WrongAsked: There are more or fewer values than columns, or one is no value of its column.
    """
    names = key_columns(resource)
    if len(parts) != len(names):
        raise WrongAsked("/".join(names), "/".join(parts)[:80], "one value for each column")
    columns = resource.table.columns
    return {name: (_value(columns[name], part),) for name, part in zip(names, parts, strict=True)}


def key_columns(resource: Resource) -> tuple[str, ...]:
    """The columns of the key that are not chosen before there are rows."""
    chosen = {choice.name for choice in resource.choices}
    return tuple(name for name in resource.table.key if name not in chosen)


def _whole_sort(resource: Resource, sort: tuple[str, ...]) -> tuple[str, ...]:
    """Amounts rank no real row with an invented one: real ones all stand before them."""
    columns = resource.table.columns
    told = [each.removeprefix("-") for each in sort]
    apart = any(columns[name].type == "number" for name in told) and "demo" in columns
    first = ("demo",) if apart and "demo" not in told else ()
    return (*first, *sort)


def _columns(resource: Resource, params: Mapping[str, str], name: str) -> tuple[str, ...]:
    asked = _list(name, params[name]) if name in params else ()
    known = resource.table.columns
    for each in asked:
        column = each.removeprefix("-") if name == "sort" else each
        if column not in known:
            said = "columns of the table, parted by commas"
            raise WrongAsked(name, each, said, tuple(known), near(column, known))
    if len(set(asked)) < len(asked):
        raise WrongAsked(name, params[name], "each column once")
    return asked


def _list(name: str, value: str) -> tuple[str, ...]:
    values = tuple(value.split(","))
    if len(values) > MOST_VALUES:
        raise WrongAsked(name, value[:80], f"at most {MOST_VALUES} values parted by commas")
    return values


def _limit(value: str, most: int) -> int:
    if value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= most:
        return int(value)
    raise WrongAsked("limit", value[:80], f"a whole number from 1 to {most}")


def _value(column: TidyColumn, text: str, name: str = "") -> object:
    """A value as the column's type has it."""
    read, said = _TYPES[column.type]
    try:
        if len(text) > LONGEST_VALUE:
            raise ValueError  # noqa: TRY301
        return read(text)
    except (ValueError, OverflowError):
        raise WrongAsked(name or column.name, text[:80], said) from None


def _whole(text: str) -> int:
    if len(text) > 15 or not text.removeprefix("-").isdecimal() or not text.isascii():
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    found = float(text)
    if not abs(found) <= GREATEST or not text.isascii() or "_" in text:
        raise ValueError(text)
    return found


def _flag(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError(text)
    return text == "true"


def _text(text: str) -> str:
    if any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in text):
        raise ValueError(text)
    text.encode()  # half a character is none
    return text


def _day(text: str) -> date:
    if len(text) != 10:  # weeks and days of the year, which few mean, are shorter
        raise ValueError(text)
    return date.fromisoformat(text)


_TYPES: dict[str, tuple[Callable[[str], object], str]] = {
    "string": (_text, f"a text of at most {LONGEST_VALUE} characters"),
    "integer": (_whole, "a whole number"),
    "number": (_number, "a number with a decimal point"),
    "boolean": (_flag, "true or false"),
    "date": (_day, "a day such as 2025-12-31"),
    "datetime": (_day, "a day such as 2025-12-31"),
}
