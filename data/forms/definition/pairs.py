"""Which cells constrain each other: read from pairs.toml, refused if it names what is not there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from data.forms.definition.codes import choices
from data.forms.definition.errors import FormError
from data.forms.definition.read import sheet as sheet_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIRS = Path(__file__).with_name("pairs.toml")
YEAR = "year"
"""The reporting year, which every row is of."""

Weight = Literal["error", "warning"]


@dataclass(frozen=True)
class CellCondition:
    """What can hold of a cell.

    Attributes:
        column: its column.
        one_of: values that it may have: codes, "yes", "no", numbers.
        over: a number that it is greater than, or the column that holds one.
        filled: whether anything in it will do.
    """

    column: str
    one_of: tuple[str | int, ...] = ()
    over: str | int | None = None
    filled: bool = False

    def holds(self, values: Mapping[str, object]) -> bool:
        """Whether it holds of a row's values; not where one that it needs is missing."""
        value = values.get(self.column)
        if value is None or self.filled:
            return value is not None
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if self.one_of:
            return value in self.one_of
        limit = values.get(self.over) if isinstance(self.over, str) else self.over
        numbers = isinstance(value, (int, Decimal)) and isinstance(limit, (int, Decimal))
        return numbers and value > limit  # type: ignore[operator]  # both are

    def __str__(self) -> str:
        """Write it as a reader of the code would: `funded` > `applications`."""
        name = f"`{self.column}`"
        if self.filled:
            return f"{name} ≠ ∅"
        if self.one_of:
            return f"{name} = {' | '.join(map(str, self.one_of))}"
        return f"{name} > {f'`{self.over}`' if isinstance(self.over, str) else self.over}"


@dataclass(frozen=True)
class Pair:
    """Cells of a row that contradict each other where all conditions hold.

    Attributes:
        code: kind of problem.
        sheet: the sheet's id.
        weight: whether it blocks.
        wrong: the conditions; the problem is shown at the first one's cell.
    """

    code: str
    sheet: str
    weight: Weight
    wrong: tuple[CellCondition, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that it looks at."""
        limits = (each.over for each in self.wrong if isinstance(each.over, str))
        return tuple(dict.fromkeys([*(each.column for each in self.wrong), *limits]))


@dataclass(frozen=True)
class Across:
    """Cells of several rows or sheets that constrain each other.

    Attributes:
        codes: kinds of problems.
        sheet: the sheet's id.
        columns: of that sheet, or `sheet.column`.
        weight: whether it blocks.
        says_lt: what is wrong.
        says_en: the same in English.
    """

    codes: tuple[str, ...]
    sheet: str
    columns: tuple[str, ...]
    weight: Weight
    says_lt: str
    says_en: str


@cache
def pairs() -> tuple[Pair, ...]:
    """Return what cells of a row constrain each other.

    Raises:
        FormError: a column or a value is not the form's.
    """
    return tuple(_pair(each) for each in _tables()["pairs"])


@cache
def across() -> tuple[Across, ...]:
    """Return what cells of several rows, sheets or years constrain each other.

    Raises:
        FormError: a column is not the form's.
    """
    found = tuple(
        Across(**each | {key: tuple(each[key]) for key in ("codes", "columns")})
        for each in _tables()["across"]
    )
    for rule in found:
        for column in rule.columns:
            where, _, name = column.rpartition(".")
            _known(where or rule.sheet, name, rule.codes[0])
    return found


def warnings() -> frozenset[str]:
    """Return the kinds that do not block."""
    found = {each.code for each in pairs() if each.weight == "warning"}
    return frozenset(found.union(*(each.codes for each in across() if each.weight == "warning")))


@cache
def _tables() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(PAIRS.read_text(encoding="utf-8"))


def _pair(table: Mapping[str, Any]) -> Pair:
    wrong = tuple(
        CellCondition(each["column"], tuple(each.get("is", ())), each.get("over"), "filled" in each)
        for each in table["wrong"]
    )
    pair = Pair(table["code"], table["sheet"], table["weight"], wrong)
    for column in pair.columns:
        _known(pair.sheet, column, pair.code)
    for each in wrong:
        _check_values(pair, each)
    return pair


def _known(sheet: str, column: str, code: str) -> None:
    try:
        sheet_of("form" if column == YEAR else sheet).column(column)
    except KeyError as error:
        raise FormError(f"{PAIRS.name}, {code}: there is no {sheet}.{column}") from error


def _check_values(pair: Pair, condition: CellCondition) -> None:
    column = sheet_of(pair.sheet).column(condition.column)
    known = {each.code for each in choices(column)}
    odd = [each for each in condition.one_of if isinstance(each, str) and each not in known]
    if odd:
        raise FormError(f"{PAIRS.name}, {pair.code}: {condition.column} cannot be {odd}")
