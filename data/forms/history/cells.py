"""Cells of a historical table: plain ones are read by the database, odd ones as a form's cells are.

A million rows hold few different texts. What is not written plainly is read once for each different
text by the very reader that reads forms, so both understand the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import duckdb
import pandas as pd

from data.forms.checking.cells import CellReader
from data.forms.checking.context import Context
from data.forms.checking.findings import Findings
from data.forms.definition.errors import FormError
from data.forms.history.awards import as_read, is_awards
from data.forms.history.map_file import ABSENT, LEFT_OUT
from data.forms.history.repeating import MOST
from data.forms.reading import RawSheet
from data.forms.values.identifiers import MASK, private_kind
from data.forms.values.names import INDIVIDUAL, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from data.forms.checking.filled import Value
    from data.forms.checking.problems import Problem
    from data.forms.definition.model import Column
    from data.forms.history.layout import TableLayout
    from data.forms.values.texts import Raw

PLAIN = {"amount": "plain_amount", "whole": "plain_whole"}
"""The macro of sql/history that reads plainly written cells into values, by type."""

TYPES = {"amount": "DECIMAL(14, 2)", "whole": "INTEGER", "year": "INTEGER"}


class Odd(NamedTuple):
    """A text with something to say about it, wherever it stands.

    Attributes:
        column: the form's column.
        text: what stands in the cells; None for nothing.
        problem: without its row.
    """

    column: str
    text: str | None
    problem: Problem


def read_cells(
    connection: duckdb.DuckDBPyConnection,
    layout: TableLayout,
    name: str,
    source: str = "said",
    only: Collection[str] | None = None,
) -> tuple[duckdb.DuckDBPyRelation, list[Odd]]:
    """Read every cell.

    Args:
        connection: holds the texts, see data.forms.history.loading.
        layout: where the columns are.
        name: what to call the sheet in problems.
        source: the view or table of the texts.
        only: the form's columns to read; all if not given.

    Returns:
        row, and the values by the form's columns, NULL where a cell is empty or wrong; and the
        texts that problems were found with.
    """
    said = connection.table(source)
    columns = {
        column: each
        for column, each in layout.columns().items()
        if column in said.columns and (only is None or column in only)
    }
    meanings: list[pd.DataFrame] = []
    odd: list[Odd] = []
    for column in columns.values():
        values, found = _read(_closer(said, column), column, layout, name)
        meanings.append(pd.DataFrame(values, columns=["column", "text", "value"], dtype="str"))
        odd += found
    meaning = pd.concat(meanings)
    meant = f"meaning of {source}"
    connection.from_df(meaning).create(meant)
    return _values(said, connection.table(meant), columns), odd


def plain_name(column: Column) -> str:
    """Return the name under which table ``said`` has what is plainly written in a column."""
    return f"{column.id} plain"


def check_values(layout: TableLayout) -> None:
    """Refuse a map or a rule that gives rows what their column cannot hold.

    Raises:
        FormError: names column and value, and the rule's line.
    """
    columns = layout.columns()
    for name, value in layout.values.items():
        if value != ABSENT and (wrong := _wrong(value, columns[name], layout)):
            raise FormError(f"the map gives every row {name} {wrong}")
    for name, rules in layout.rules.items():
        for rule in rules.rules:
            given = rule.value if name != LEFT_OUT else ""
            if given and (wrong := _wrong(given, columns[name], layout)):
                raise FormError(f"{rules.where(rule.line)}: the rule gives {name} {wrong}")


def _wrong(value: str, column: Column, layout: TableLayout) -> str | None:
    """Say what is wrong with a value that a map or a rule gives."""
    _, odd = _read([value], column, layout, "")
    for each in odd:
        if each.problem.severity == "error":
            return f"{each.problem.shown('en')!r}: {each.problem.text('en')}"
    return None


def _closer(said: duckdb.DuckDBPyRelation, column: Column) -> Sequence[str | None]:
    """Return the different texts of a column that someone has to look at."""
    cell = duckdb.ColumnExpression(column.id)
    closer = cell.isnotnull() & (cell != duckdb.ConstantExpression(ABSENT))
    if column.type in PLAIN:
        plain = duckdb.ColumnExpression(plain_name(column))
        odd = plain.isnull()
        if column.maximum is not None:
            odd = odd | (plain > duckdb.ConstantExpression(column.maximum))
        closer = closer & odd
    different = said.filter(closer).select(cell).distinct()
    if column.type == "text":
        different = different.filter(duckdb.FunctionExpression("plain_text", cell).isnull())
    texts = [text for (text,) in different.fetchall()]
    if column.required and said.filter(cell.isnull()).limit(1).fetchall():
        return [None, *sorted(texts)]
    return sorted(texts)


def _read(
    texts: Sequence[str | None], column: Column, layout: TableLayout, name: str
) -> tuple[list[tuple[str, str, str | None]], list[Odd]]:
    """Read each text as the cell of a form; their rows are the texts' numbers, from 1."""
    findings = Findings()
    place = layout.places.get(column.id, 1)
    found: list[tuple[str, str, str | None]] = []
    odd: list[Odd] = []
    whole = replace(layout.sheet, columns=tuple(layout.columns().values()))
    before: list[Raw] = [None] * (place - 1)
    listed = is_awards(layout.sheet)
    read = [as_read(text, column.id, layout.places) if listed and text else text for text in texts]
    cells = [[*before, text] for text in read]
    context = Context(known_codes=layout.known_codes)
    reader = CellReader(whole, RawSheet(name, cells), context, findings)
    for number, text in enumerate(texts, start=1):
        values: dict[str, Value] = {}
        if text and (kind := private_kind(text, words=column.type == "text")):
            findings.add(kind, name, (number, place), MASK)
        elif read[number - 1] is not None or text is None:
            reader.read(column, (number, place), values)
        if len(odd) <= MOST:
            odd += [Odd(column.id, text, problem) for problem in findings.problems]
        findings.problems.clear()
        if text is not None:
            found.append((column.id, text, _canonical(values.get(column.id))))
    return found, odd


def _values(
    rows: duckdb.DuckDBPyRelation,
    meanings: duckdb.DuckDBPyRelation,
    columns: Mapping[str, Column],
) -> duckdb.DuckDBPyRelation:
    """Put the values in the place of the texts."""
    chosen = [duckdb.ColumnExpression("row")]
    for column in columns.values():
        mine = duckdb.ColumnExpression("column") == duckdb.ConstantExpression(column.id)
        text, value = f"{column.id} text", f"{column.id} value"
        meaning = meanings.filter(mine).select(
            duckdb.ColumnExpression("text").alias(text),
            duckdb.ColumnExpression("value").alias(value),
        )
        same = duckdb.ColumnExpression(column.id) == duckdb.ColumnExpression(text)
        rows = rows.join(meaning, same, how="left")
        read = duckdb.ColumnExpression(value).cast(TYPES.get(column.type, "VARCHAR"))
        if column.type in PLAIN:
            looked_at = duckdb.ColumnExpression(text).isnotnull()
            plain = duckdb.ColumnExpression(plain_name(column))
            read = duckdb.CaseExpression(looked_at, read).otherwise(plain)
        elif column.type == "text":
            absent = duckdb.ConstantExpression(ABSENT)
            cell = duckdb.FunctionExpression("nullif", duckdb.ColumnExpression(column.id), absent)
            looked_at = duckdb.ColumnExpression(text).isnotnull()
            read = duckdb.CaseExpression(looked_at, read).otherwise(cell)
        if column.id == "name":
            read = _kept_name(read)
        chosen.append(read.alias(column.id))
    return rows.select(*chosen)


def _kept_name(name: duckdb.Expression) -> duckdb.Expression:
    """Return a name as `data.forms.values.names.kept_name` does, whoever has read it."""
    person = duckdb.FunctionExpression(
        "regexp_matches", name, duckdb.ConstantExpression(INDIVIDUAL)
    )
    return duckdb.CaseExpression(person, duckdb.ConstantExpression(WITHHELD)).otherwise(name)


def _canonical(value: Value) -> str | None:
    """Return a value as it stands in the archive's CSV."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)
