"""A statistical cube: figures keyed by one code of each dimension, however they were sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from data.refresh.errors import RefreshError
from data.refresh.remark import some

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

PLACE = "savivaldybesRegdb"
"""The State Data Agency's dimension of places: 00, counties 01–10, municipalities, regions LTxx."""

TIME = "LAIKOTARPIS"

MOST = 2_000_000
"""Figures that a cube may have: far above what one answer about 60 municipalities needs."""

TOTAL_NAMES = frozenset(
    {
        "iš viso",
        "vyrai ir moterys",
        "miestas ir kaimas",
        "vartojimo prekės ir paslaugos",
        "iš viso vartojimo prekės ir paslaugos",
        "total",
        "males and females",
        "urban and rural areas",
        "consumer goods and services",
    }
)
TOTAL_CODES = frozenset({"0", "00", "000", "_t", "t", "total", "cp00", "tot", "viso", "is_viso"})

_NUMBER = re.compile(r"[+-]?(\d{1,18}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?")


@dataclass(frozen=True)
class Dimension:
    """One direction of a cube.

    Attributes:
        id: the agency's name of it.
        names: what each code means; empty texts where the answer does not say (SDMX-ML).
    """

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Cube:
    """Figures as they were answered.

    Attributes:
        dimensions: in the order of the keys.
        values: figure by one code of each dimension; None where there is none to give.
        name: the table's title; empty where the answer does not say.
        prepared: the day on which the answer was made, where it says so.
    """

    dimensions: tuple[Dimension, ...]
    values: Mapping[tuple[str, ...], Decimal | None]
    name: str = ""
    prepared: date | None = None


def number(text: str) -> Decimal:
    """Read a figure exactly.

    Raises:
        RefreshError: it is no number, or one that nothing in Lithuania can count.
    """
    try:
        if _NUMBER.fullmatch(text):
            value = Decimal(text)
            if value == 0 or -30 < value.adjusted() < 15:
                return value
    except InvalidOperation:
        pass
    raise RefreshError(f"{text[:40]!r} is not a figure")


def table(cube: Cube, keep: tuple[str, ...]) -> dict[tuple[str, ...], Decimal | None]:
    """Reduce a cube to some of its dimensions, taking the total of every other.

    Args:
        cube: the figures.
        keep: ids of the dimensions to keep, in the order of the new keys.

    Raises:
        RefreshError: a dimension is missing, or it cannot be told which code is its total.
    """
    ids = [dimension.id for dimension in cube.dimensions]
    missing = [wanted for wanted in keep if wanted not in ids]
    if missing:
        raise RefreshError(f"no dimension {some(missing)} in the answer; it has {', '.join(ids)}")
    kept = [ids.index(wanted) for wanted in keep]
    fixed = {at: _total(cube, at) for at, name in enumerate(ids) if name not in keep}
    return {
        tuple(key[at] for at in kept): value
        for key, value in cube.values.items()
        if all(key[at] == code for at, code in fixed.items())
    }


def _total(cube: Cube, at: int) -> str:
    """Find the code that means all of a dimension.

    By its name; else because it is the sum of the others everywhere; else by a customary code.
    """
    dimension = cube.dimensions[at]
    used = {key[at] for key in cube.values}
    if len(used) == 1:
        return next(iter(used))
    named = [code for code in used if dimension.names.get(code, "").casefold() in TOTAL_NAMES]
    customary = [code for code in used if code.casefold() in TOTAL_CODES]
    for found in (named, _sums(cube, at, used), customary):
        if len(found) == 1:
            return found[0]
    listed = some([f"{code} {dimension.names.get(code, '')}".strip() for code in sorted(used)])
    raise RefreshError(
        f"dimension {dimension.id} has several codes ({listed}) and none that is plainly their "
        "total; ask the service for one of them only"
    )


def _sums(cube: Cube, at: int, used: set[str]) -> list[str]:
    """Return the codes whose figure is the sum of all the others', wherever it is given."""
    if len(used) < 3:
        return []
    whole: dict[tuple[str, ...], Decimal] = {}
    for key, value in cube.values.items():
        rest = key[:at] + key[at + 1 :]
        whole[rest] = whole.get(rest, Decimal(0)) + (value or 0)
    unequal = {
        key[at]
        for key, value in cube.values.items()
        if 2 * (value or 0) != whole[key[:at] + key[at + 1 :]]
    }
    return sorted(used - unequal)
