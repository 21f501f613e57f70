"""Rules give values to the columns of a table that no cell tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.findings import shown
from data.forms.checking.problems import make
from data.forms.history.applying import (
    NO_RULE,
    cell_name,
    decide,
    given_name,
    rule_name,
    with_recipient,
)
from data.forms.history.cells import PLAIN, plain_name
from data.forms.history.map_file import LEFT_OUT
from data.forms.history.repeating import MOST, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.forms.definition.model import Column
    from data.forms.history.layout import TableLayout


def give_values(connection: duckdb.DuckDBPyConnection, layout: TableLayout) -> None:
    """Part the view ``listed`` into ``said`` and ``left``, whose rows a rule leaves out.

    Both have the texts that rules give as if they stood in cells. Conditions on any row of a
    recipient look at all rows, those left out too.
    """
    listed = rows = connection.table("listed")
    if not layout.rules:
        listed.create_view("said")
        return
    if any(any(rules.of_any) for rules in layout.rules.values()) and layout.recipient:
        listed = rows = with_recipient(listed, layout.recipient)
    columns = layout.columns()
    for name, rules in layout.rules.items():
        decided, same = decide(connection, listed, name, rules, layout.conditions[name])
        rows = rows.join(decided, same)
        if name != LEFT_OUT:
            rows = _with_text(rows, columns[name])
    rows.create("ruled")
    ruled = connection.table("ruled")
    if LEFT_OUT in layout.rules:
        number = duckdb.ColumnExpression(rule_name(LEFT_OUT))
        ruled.filter(number != duckdb.ConstantExpression(NO_RULE)).create_view("left")
        ruled = ruled.filter(number == duckdb.ConstantExpression(NO_RULE))
    ruled.create_view("said")


def without_rule(
    connection: duckdb.DuckDBPyConnection, layout: TableLayout, name: str
) -> Iterator[Fault]:
    """Yield the rows that no rule of a column holds for, and what stands in the cells looked at."""
    said = connection.table("said")
    for column, rules in layout.rules.items():
        if column == LEFT_OUT or column in layout.places:
            continue
        places = layout.conditions[column]
        cells = [cell_name(place) for place in dict.fromkeys(places)]
        number = duckdb.ColumnExpression(rule_name(column))
        rows = said.filter(number == duckdb.ConstantExpression(NO_RULE))
        expressions = [duckdb.ColumnExpression(cell) for cell in cells]
        numbers = duckdb.SQLExpression("list(row ORDER BY row)").alias("numbers")
        headings = dict(zip(places, rules.headings, strict=True))
        for *texts, those in rows.aggregate([*expressions, numbers]).limit(MOST).fetchall():
            stands = zip(headings.values(), texts, strict=True)
            told = "; ".join(f"{heading}: {text or '–'}" for heading, text in stands)
            problem = make("no_rule", name, "", shown(told), file=rules.path.name)
            yield Fault.of(problem, those, places[0])


def _with_text(rows: duckdb.DuckDBPyRelation, column: Column) -> duckdb.DuckDBPyRelation:
    """Put what rules give in the place of a column's text, or beside it where it had none."""
    text: duckdb.Expression = duckdb.ColumnExpression(given_name(column.id))
    if column.id in rows.columns:
        text = duckdb.CoalesceOperator(text, duckdb.ColumnExpression(column.id))
    fresh = {column.id: text}
    if column.type in PLAIN:
        fresh[plain_name(column)] = duckdb.FunctionExpression(PLAIN[column.type], text)
    others = (duckdb.ColumnExpression(name) for name in rows.columns if name not in fresh)
    return rows.select(*others, *(each.alias(name) for name, each in fresh.items()))
