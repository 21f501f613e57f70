"""Which values a cell may be chosen from, with their words: what drop-downs show and codes mean."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import suggestion
from data.forms.definition.errors import FormError
from data.forms.definition.model import Code
from geo.places import municipalities

if TYPE_CHECKING:
    from data.forms.definition.model import Column

CODES = Path(__file__).parents[2] / "codes"


YES_NO = (Code("yes", "Taip", "Yes"), Code("no", "Ne", "No"))


@cache
def code_list(name: str, *, every: bool = False) -> tuple[Code, ...]:
    """Return a list of data/codes in its own order.

    Args:
        name: the file's stem.
        every: whether with codes that are not offered, which only published tables may have.

    Raises:
        FormError: there is no such list; says which there are.
    """
    path = CODES / f"{name}.csv"
    known = sorted(each.stem for each in CODES.glob("*.csv"))
    if name not in known:
        raise FormError(f"unknown code list {name!r}{suggestion(name, known)}")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Code(row["code"], row["label_lt"], row["label_en"])
            for row in csv.DictReader(file)
            if every or row.get("offered", "yes") == "yes"
        )


def choices_id(column: Column) -> str | None:
    """Return the name of the list that a column's cells are chosen from, None if they are free."""
    if column.type == "code":
        return column.codes
    return column.type if column.type in {"yesno", "municipality"} else None


def choices(column: Column) -> tuple[Code, ...]:
    """Return the values that a column's cells are chosen from; empty where they are free.

    A municipality's code is the Address Register's and its label is its full official name.
    """
    if column.type == "municipality":
        return tuple(Code(m.code, m.name_full_lt, m.name_en) for m in municipalities())
    if column.type == "yesno":
        return YES_NO
    if column.values:
        return column.values
    if column.type == "code" and column.codes:
        return code_list(column.codes)
    return ()
