"""What is wrong with a text is said of every cell that it stands in."""

from __future__ import annotations

from array import array
from itertools import groupby, islice
from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.headings import title
from data.forms.checking.problems import make
from data.forms.history.repeating import MOST, Fault
from data.forms.history.texts import rows_of_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from data.forms.checking.problems import Problem
    from data.forms.history.cells import Odd
    from data.forms.history.layout import TableLayout


def spread(
    connection: duckdb.DuckDBPyConnection,
    said: duckdb.DuckDBPyRelation,
    layout: TableLayout,
    odd: Iterable[Odd],
) -> Iterator[Fault]:
    """Yield what is wrong with texts, at each cell that they stand in.

    Args:
        connection: where they are.
        said: the texts by the form's columns, with row.
        layout: where the columns are.
        odd: texts with problems, those of a column together.
    """
    for column, those in groupby(odd, key=lambda each: each.column):
        texts: dict[str | None, list[Problem]] = {}
        for each in islice(those, MOST):
            texts.setdefault(each.text, []).append(each.problem)
        place = layout.cell_of(column) or 1
        for text, rows in _standing(connection, said, column, texts).items():
            yield from (Fault.of(problem, rows, place) for problem in texts[text])
        if next(those, None):
            yield Fault.single(
                make("too_many_alike", column=title(layout.columns()[column]), limit=str(MOST))
            )


def _standing(
    connection: duckdb.DuckDBPyConnection,
    said: duckdb.DuckDBPyRelation,
    column: str,
    texts: Collection[str | None],
) -> dict[str | None, array[int]]:
    """Return the rows that each text of a column stands in."""
    cell = duckdb.ColumnExpression(column)
    wanted = [(text,) for text in texts if text is not None]
    wanted_rows = rows_of_texts(connection, wanted, ["wanted"])
    runs = [said.join(wanted_rows, cell == duckdb.ColumnExpression("wanted"))]
    if None in texts:
        runs.append(said.filter(cell.isnull()))
    found: dict[str | None, array[int]] = {}
    for rows in runs:
        numbers = duckdb.SQLExpression("list(row ORDER BY row)").alias("numbers")
        for text, those in rows.aggregate([cell, numbers]).fetchall():
            found[text] = array("I", those)
    return found
