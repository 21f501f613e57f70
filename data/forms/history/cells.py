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

from data.forms.checking.cells import CellReader
from data.forms.checking.context import Context
from data.forms.checking.findings import Findings
from data.forms.definition.errors import FormError
from data.forms.history.awards import as_read, is_awards
from data.forms.history.map_file import ABSENT, LEFT_OUT
from data.forms.history.repeating import MOST
from data.forms.history.texts import rows_of_texts
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

_MEANING = ("text", "value")
# Whole statements: each step of a relation costs as much as reading a small table.
_DIFFERENT = 'SELECT {cell} FROM "{source}" WHERE {closer} GROUP BY ALL HAVING NOT {plain}'
# An aggregate, so that the database looks at each different text once and not at every row.
_PLAIN = "plain_text(any_value({cell})) IS NOT NULL"
_MEANT = """
    LEFT JOIN (
        SELECT text AS {text}, "value" AS {value}
        FROM "meaning of {source}" WHERE "column" = '{column}'
    ) ON {cell} = {text}
"""
_VALUES = 'SELECT {chosen} FROM "{source}" {joins}'


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
    meanings: list[tuple[str, str, str | None]] = []
    odd: list[Odd] = []
    for column in columns.values():
        values, found = _read(_closer(connection, source, column), column, layout, name)
        meanings += values
        odd += found
    meaning = rows_of_texts(connection, meanings, ["column", *_MEANING])
    meaning.create(f"meaning of {source}")
    return _values(connection, source, {name for name, *_ in meanings}, columns), odd


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


def _closer(
    connection: duckdb.DuckDBPyConnection, source: str, column: Column
) -> Sequence[str | None]:
    """Return the different texts of a column that someone has to look at, nothing first."""
    cell = duckdb.ColumnExpression(column.id)
    closer = cell != duckdb.ConstantExpression(ABSENT)
    if column.required:
        closer = closer | cell.isnull()
    if column.type in PLAIN:
        read = duckdb.ColumnExpression(plain_name(column))
        odd = read.isnull()
        if column.maximum is not None:
            odd = odd | (read > duckdb.ConstantExpression(column.maximum))
        closer = closer & odd
    plain = _PLAIN.format(cell=cell) if column.type == "text" else "false"
    different = _DIFFERENT.format(cell=cell, source=source, closer=closer, plain=plain)
    texts = [text for (text,) in connection.execute(different).fetchall()]
    return sorted(texts, key=lambda text: (text is not None, text))


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
    connection: duckdb.DuckDBPyConnection,
    source: str,
    meant: Collection[str],
    columns: Mapping[str, Column],
) -> duckdb.DuckDBPyRelation:
    """Put the values in the place of the texts.

    Args:
        connection: has the table of meanings beside that of the texts.
        source: the view or table of the texts.
        meant: the columns that have meanings.
        columns: all that are read.
    """
    chosen, joins = ["row"], []
    for column in columns.values():
        text, value = (duckdb.ColumnExpression(f"{column.id} {what}") for what in _MEANING)
        cell = duckdb.ColumnExpression(column.id)
        if column.id in meant:
            names = {"text": text, "value": value, "cell": cell}
            joins.append(_MEANT.format(source=source, column=column.id, **names))
        else:
            text = value = duckdb.ConstantExpression(None)
        read = value.cast(TYPES.get(column.type, "VARCHAR"))
        if column.type in {"text", *PLAIN}:
            absent = duckdb.ConstantExpression(ABSENT)
            plain: duckdb.Expression = duckdb.FunctionExpression("nullif", cell, absent)
            if column.type in PLAIN:
                plain = duckdb.ColumnExpression(plain_name(column))
            read = duckdb.CaseExpression(text.isnotnull(), read).otherwise(plain)
        if column.id == "name":
            read = _kept_name(read)
        chosen.append(f"{read} AS {cell}")
    parts = {"chosen": ", ".join(chosen), "joins": "".join(joins)}
    return connection.sql(_VALUES.format(source=source, **parts))


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
