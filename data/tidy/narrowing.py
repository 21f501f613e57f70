"""A part of a table: filtered, sorted and cut in the database, without a statement made of text."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import duckdb
from duckdb import ColumnExpression, ConstantExpression, FunctionExpression

from data.errors import StoreError, TooLong

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from duckdb import DuckDBPyConnection, DuckDBPyRelation, Expression

    from data.asking.store import Store
    from data.tidy.described import TidyColumn, TidyTable

SECONDS = 2.0
"""A question that takes longer is stopped."""

AGAIN = 0.02
"""Seconds between two tries to stop it."""

ORDER = "_order"
"""Behind a name, the column that puts its texts in alphabetical order, where there is one."""

FEW = 1_000
"""As many rows are read again by their keys, once these are sorted."""

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMP",
}


@dataclass(frozen=True)
class Narrow:
    """What of a table is asked for, its columns named as the description has them.

    Attributes:
        where: by column, the values of which a row must have one.
        least, greatest: by column, a bound that a row must keep to.
        sort: columns to sort by, `-` before one for the largest first; texts stand in Lithuanian
            alphabetical order, what is not known last, and those that are alike by the table's
            key, so that each row has one place. Without any, the table's own order.
        columns: those that are wanted, in this order; all of them if none is named.
        most: how many rows.
        after: how many before them are left out.
    """

    where: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    least: Mapping[str, object] = field(default_factory=dict)
    greatest: Mapping[str, object] = field(default_factory=dict)
    sort: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    most: int = 100
    after: int = 0


@dataclass(frozen=True)
class TidyPart:
    """What was asked for.

    Attributes:
        frame: the rows; DECIMAL columns as float64.
        total: how many there are before they are cut.
    """

    frame: pd.DataFrame
    total: int


def narrowed(
    store: Store,
    table: TidyTable,
    asked: Narrow,
    *,
    language: str,
    given: pd.DataFrame | None = None,
    seconds: float = SECONDS,
) -> TidyPart:
    """Return a part of a table.

    Args:
        store: the open database.
        table: what is asked; its rows are those of the view of that name in the schema `tidy`.
        asked: what of it. Columns that the table does not have are an error of the caller's.
        language: of names that are given in both.
        given: its rows, where it is not a view but made of several answers.
        seconds: the longest that it may take.

    Raises:
        TooLong: it took longer, or more memory than there is.
        StoreError: the database cannot answer.
    """
    with store.cursor() as cursor, _Limited(cursor, seconds):
        try:
            rows = cursor.table(f"tidy.{table.name}") if given is None else cursor.from_df(given)
            rows = _told_in(rows, table, language, given=given is not None)
            rows = _filtered(rows, asked)
            total = int(rows.count("*").fetchall()[0][0])
            frame = _cut(rows, table, asked).df()
            # DuckDB 2.0 forgets a limit above some joins; whoever asks counts on it.
            return TidyPart(frame.head(asked.most), total)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException) as error:
            raise TooLong(seconds) from error
        except duckdb.Error as error:
            raise StoreError(f"the database cannot answer: {error}") from error


def _told_in(
    rows: DuckDBPyRelation, table: TidyTable, language: str, *, given: bool
) -> DuckDBPyRelation:
    """The columns as they are described: of names in both languages, those in the one asked for."""
    there = set(rows.columns)

    def told(column: TidyColumn) -> Expression:
        own = column.name if column.name in there else f"{column.name}_{language}"
        found = ColumnExpression(own)
        return (found.cast(_TYPES[column.type]) if given else found).alias(column.name)

    orders = [f"{name}{ORDER}" for name in table.columns if f"{name}{ORDER}" in there]
    return rows.select(*map(told, table.columns.values()), *map(ColumnExpression, orders))


def _filtered(rows: DuckDBPyRelation, asked: Narrow) -> DuckDBPyRelation:
    for name, values in asked.where.items():
        rows = rows.filter(ColumnExpression(name).isin(*map(ConstantExpression, values)))
    for name, value in asked.least.items():
        rows = rows.filter(ColumnExpression(name) >= ConstantExpression(value))
    for name, value in asked.greatest.items():
        rows = rows.filter(ColumnExpression(name) <= ConstantExpression(value))
    return rows


def _cut(rows: DuckDBPyRelation, table: TidyTable, asked: Narrow) -> DuckDBPyRelation:
    wanted = asked.columns or tuple(table.columns)
    if asked.sort:
        named = [each.removeprefix("-") for each in asked.sort]
        by = (*asked.sort, *(name for name in table.key if name not in named))
        rows = _sorted(rows, table, by, asked)
    else:
        rows = rows.limit(asked.most, offset=asked.after)
    return rows.select(*map(ColumnExpression, wanted))


def _sorted(
    rows: DuckDBPyRelation, table: TidyTable, by: tuple[str, ...], asked: Narrow
) -> DuckDBPyRelation:
    """The rows in an order, cut; of few of many, keys are sorted before whole rows are read."""
    if len(table.key) == 1 and asked.most <= FEW:
        (key,) = map(ColumnExpression, table.key)
        needed = {*table.key, *(each.removeprefix("-") for each in by)}
        orders = {f"{name}{ORDER}" for name in needed} & set(rows.columns)
        slim = rows.select(*map(ColumnExpression, sorted(needed | orders)))
        slim = slim.sort(*(_by(each, rows, table) for each in by))
        found = slim.limit(asked.most, offset=asked.after).select(key).fetchall()
        keys = [ConstantExpression(value) for (value,) in found]
        rows = rows.filter(key.isin(*keys) if keys else ConstantExpression(False))
        return rows.sort(*(_by(each, rows, table) for each in by))
    rows = rows.sort(*(_by(each, rows, table) for each in by))
    return rows.limit(asked.most, offset=asked.after)


def _by(asked: str, rows: DuckDBPyRelation, table: TidyTable) -> Expression:
    """What a column is sorted by: texts by their places in the alphabet, codes as they are."""
    name = asked.removeprefix("-")
    column = table.columns[name]
    if f"{name}{ORDER}" in rows.columns:
        value = ColumnExpression(f"{name}{ORDER}")
    elif column.type == "string" and not (column.codes or column.refers_to or name in table.key):
        value = FunctionExpression("icu_sort_key", ColumnExpression(name), ConstantExpression("lt"))
    else:
        value = ColumnExpression(name)
    return (value.desc() if asked.startswith("-") else value.asc()).nulls_last()


class _Limited:
    """Stops what a cursor does when its time is over.

    It goes on stopping: an answer takes several statements, and time may be over between two.
    """

    def __init__(self, cursor: DuckDBPyConnection, seconds: float):
        self._cursor, self._seconds = cursor, seconds
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._stop, daemon=True)

    def _stop(self) -> None:
        wait = self._seconds
        while not self._done.wait(wait):
            self._cursor.interrupt()
            wait = AGAIN

    def __enter__(self) -> None:
        self._watch.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()  # the next to have the cursor is not stopped for this one's time
