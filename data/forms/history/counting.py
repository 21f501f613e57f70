"""Sums of a table's main amount: its own, what is taken in, left out, and decided by rules."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb

from data.forms.history.applying import NO_RULE, rule_name
from data.forms.history.map_file import LEFT_OUT
from data.forms.history.outcome import NOTHING, Amounts, Decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.forms.history.layout import TableLayout

_CENTS = Decimal("0.01")


def by(rows: duckdb.DuckDBPyRelation, layout: TableLayout, column: str) -> dict[Any, Amounts]:
    """Return rows and the sum of their main amount by a column, in its order.

    Args:
        rows: values by the form's columns.
        layout: where the columns are.
        column: what to group by.
    """
    if column not in rows.columns:
        return {}
    groups = rows.aggregate(
        [duckdb.ColumnExpression(column).alias("what"), _rows(), _total(rows, layout)]
    )
    return {what: Amounts(n, _exact(total)) for what, n, total in groups.order("what").fetchall()}


def left_out_by_reason(
    left: duckdb.DuckDBPyRelation, layout: TableLayout
) -> dict[str, dict[int | None, Amounts]]:
    """Return rows and sums of what is left out, by reason and year.

    Args:
        left: values of the rows that are left out, with the number of their rule.
        layout: where the columns are.
    """
    found: dict[str, dict[int | None, Amounts]] = {}
    number = duckdb.ColumnExpression(rule_name(LEFT_OUT)).alias("rule")
    year = duckdb.ColumnExpression("year")
    groups = left.aggregate([number, year, _rows(), _total(left, layout)]).order("rule, year")
    for rule, of_year, n, total in groups.fetchall():
        years = found.setdefault(layout.rules[LEFT_OUT].rules[rule].value, {})
        before = years.get(of_year, Amounts(0, NOTHING))
        years[of_year] = Amounts(before.rows + n, before.total + _exact(total))
    return found


def decided_by_rules(
    layout: TableLayout, decided: Mapping[str, duckdb.DuckDBPyRelation]
) -> tuple[Decided, ...]:
    """Return what each line of each rules file did.

    Args:
        layout: where the columns are.
        decided: by column: values of the rows that its rules looked at, with the rule's number.
    """
    found: list[Decided] = []
    for column, rules in layout.rules.items():
        done = _by_rule(decided[column], layout, column) if column in decided else {}
        for number, rule in enumerate(rules.rules):
            told = (rules.path.name, rule.line, column, rule.value, rule.why_lt, rule.why_en)
            found.append(Decided(*told, *done.get(number, (0, 0, NOTHING))))
    return tuple(found)


def totals_of(*parts: Iterable[tuple[int | None, Amounts]]) -> dict[int | None, Decimal]:
    """Add up sums by year."""
    found: dict[int | None, Decimal] = {}
    for part in parts:
        for year, (_, total) in part:
            found[year] = found.get(year, NOTHING) + total
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, item[0] or 0)))


def _by_rule(
    rows: duckdb.DuckDBPyRelation, layout: TableLayout, column: str
) -> dict[int, tuple[int, int, Decimal]]:
    number = duckdb.ColumnExpression(rule_name(column)).alias("rule")
    whose = layout.recipient
    recipients = f'count(DISTINCT "{whose}")' if whose in rows.columns else "0"
    held = rows.filter(number != duckdb.ConstantExpression(NO_RULE))
    groups = held.aggregate(
        [number, _rows(), duckdb.SQLExpression(recipients).alias("whose"), _total(rows, layout)]
    )
    return {rule: (n, codes, _exact(total)) for rule, n, codes, total in groups.fetchall()}


def _rows() -> duckdb.Expression:
    return duckdb.FunctionExpression("count").alias("n")


def _total(rows: duckdb.DuckDBPyRelation, layout: TableLayout) -> duckdb.Expression:
    """Return the sum of the main amount, nought where the table has none."""
    if layout.main is None or layout.main not in rows.columns:
        return duckdb.ConstantExpression(0).alias("total")
    total = duckdb.FunctionExpression("sum", duckdb.ColumnExpression(layout.main))
    return duckdb.CoalesceOperator(total, duckdb.ConstantExpression(0)).alias("total")


def _exact(total: object) -> Decimal:
    return Decimal(str(total)).quantize(_CENTS)
