"""A column of the definition: read from its TOML table, and refused if it contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from data.forms.definition.codes import choices, code_list
from data.forms.definition.entries import Entries
from data.forms.definition.errors import FormError
from data.forms.definition.model import (
    COMPETITION,
    Column,
    ColumnType,
    Condition,
    UnpublishedReason,
)

if TYPE_CHECKING:
    from decimal import Decimal

LONGEST_HELP = 250
"""Characters: a longer text does not fit into the cell over its heading."""

_KEYS = (
    "id", "title_lt", "title_en", "type", "unit", "codes", "required", "required_when",
    "help_lt", "help_en", "minimum", "maximum", "unpublished_lt", "unpublished_en", "also",
)  # fmt: skip
_BOUNDED = ("amount", "whole", "share", "year")
_UNITS = {"amount": "€", "share": "%"}


def read_column(entries: Entries) -> Column:
    """Read one column.

    Raises:
        FormError: a key is unknown, missing or wrong; names the sheet, the column and the key.
    """
    entries.only(_KEYS)
    kind = cast("ColumnType", entries.one_of("type", get_args(ColumnType)))
    low, high = _bounds(entries, kind)
    return Column(
        id=entries.text("id"),
        title_lt=entries.text("title_lt"),
        title_en=entries.text("title_en"),
        type=kind,
        unit=_unit(entries, kind),
        codes=_codes(entries, kind),
        required=entries.flag("required"),
        help_lt=read_help(entries, "help_lt"),
        help_en=read_help(entries, "help_en"),
        minimum=low,
        maximum=high,
        required_when=_condition(entries),
        unpublished=_unpublished(entries),
        also=entries.texts("also"),
    )


def read_help(entries: Entries, key: str) -> str:
    """Read a help text short enough to be seen whole."""
    text = entries.text(key)
    if len(text) > LONGEST_HELP:
        raise entries.fail(f"{key} has {len(text)} characters, at most {LONGEST_HELP} fit")
    return text


def check_condition(entries: Entries, column: Column, others: tuple[Column, ...]) -> None:
    """Refuse a condition on a column that is not there, or on a value that it cannot have."""
    if column.required_when is None:
        return
    named, value = column.required_when.column, column.required_when.value
    found = next((each for each in others if each.id == named), None)
    if found is None or found is column:
        raise entries.fail(f"required_when names the column {named!r}, which the sheet has not")
    known = [code.code for code in choices(found)]
    if value not in known:
        wanted = ", ".join(known) or "none, because it is not chosen from a list"
        raise entries.fail(f"required_when: {named!r} cannot be {value!r}; it can be: {wanted}")


def _bounds(entries: Entries, kind: ColumnType) -> tuple[Decimal | None, Decimal | None]:
    low, high = entries.number("minimum"), entries.number("maximum")
    if kind not in _BOUNDED:
        if low is not None or high is not None:
            raise entries.fail(f"minimum and maximum are for {', '.join(_BOUNDED)}, not {kind}")
    elif low is None or high is None or low > high:
        raise entries.fail(f"{kind} needs minimum and maximum, the first not above the second")
    return low, high


def _unit(entries: Entries, kind: ColumnType) -> str | None:
    unit = entries.optional_text("unit")
    if unit != _UNITS.get(kind):
        wanted = f"must be {_UNITS[kind]!r}" if kind in _UNITS else "must be left out"
        raise entries.fail(f"unit {wanted} where the type is {kind}, got {unit!r}")
    return unit


def _codes(entries: Entries, kind: ColumnType) -> str | None:
    codes = entries.optional_text("codes")
    if kind == "text" and codes in {None, COMPETITION}:
        return codes
    if (kind == "code") != (codes is not None):
        raise entries.fail(f"codes go with the type code and only with it, got {codes!r}, {kind}")
    if codes is not None:
        try:
            code_list(codes)
        except FormError as error:
            raise entries.fail(str(error)) from None
    return codes


def _unpublished(entries: Entries) -> UnpublishedReason | None:
    """Read why a column is asked for and not published; in both languages, or it is published."""
    lt, en = (entries.optional_text(f"unpublished_{language}") for language in ("lt", "en"))
    if lt and en:
        return UnpublishedReason(lt, en)
    if lt or en:
        raise entries.fail("unpublished_lt and unpublished_en go together")
    return None


def _condition(entries: Entries) -> Condition | None:
    if "required_when" not in entries.values:
        return None
    if entries.flag("required"):
        raise entries.fail("required_when is for columns that are not required anyway")
    value = entries.values["required_when"]
    if not isinstance(value, dict):
        raise entries.fail('required_when must be { column = "…", value = "…" }')
    inner = Entries(f"{entries.where}, required_when", value)
    inner.only(("column", "value"))
    return Condition(inner.text("column"), inner.text("value"))
