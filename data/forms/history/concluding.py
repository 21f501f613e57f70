"""What a checked table holds, with its problems by the names of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.fields import name_columns
from data.forms.checking.headings import title
from data.forms.checking.problems import make
from data.forms.history.applying import rule_name
from data.forms.history.counting import by, decided_by_rules, left_out_by_reason, totals_of
from data.forms.history.map_file import LEFT_OUT
from data.forms.history.outcome import CheckedTable
from data.forms.history.repeating import Fault, Faults

if TYPE_CHECKING:
    from data.forms.history.layout import TableLayout
    from data.forms.history.outcome import Amounts

SHOWN = {
    "allocations": ("executed", "executed > 0"),
    "awards": ("mode", "mode = 'competition'"),
}
"""By a column, which rows give a municipality-year figures where no other sheet does."""


def counted(
    connection: duckdb.DuckDBPyConnection, layout: TableLayout, found: list[Fault], name: str
) -> CheckedTable:
    """Return what a table without errors holds."""
    tidy, values = connection.table("tidy"), connection.table("values")
    taken = by(tidy, layout, "year")
    own = [by(values, layout, "year").items()]
    rules = {
        column: connection.table("said")
        .select("row", duckdb.ColumnExpression(rule_name(column)))
        .join(values, "row")
        for column in layout.rules
        if column != LEFT_OUT
    }
    left_out: dict[str, dict[int | None, Amounts]] = {}
    if LEFT_OUT in layout.rules:
        left = rules[LEFT_OUT] = connection.table("left values")
        left_out = left_out_by_reason(left, layout)
        own.append(by(left, layout, "year").items())
    decided = decided_by_rules(layout, rules)
    idle = [
        make("idle_rule", each.file, f"A{each.line}", what=each.column)
        for each in decided
        if not each.rows
    ]
    column, shown = SHOWN.get(layout.sheet.id, ("", ""))
    paid = tidy.filter(shown) if column in tidy.columns else tidy.limit(0)
    return CheckedTable(
        len(tidy), with_columns([*found, *map(Fault.single, idle)], layout, name),
        frozenset(paid.select("municipality", "year").distinct().fetchall()),
        totals_of(*own), taken, by(tidy, layout, "kind"), left_out, decided,
        len(connection.table("listed")),
    )  # fmt: skip


def with_columns(found: list[Fault], layout: TableLayout, name: str) -> Faults:
    """Put the columns' names beside the problems."""
    named = {at: title(layout.columns()[column]) for column, at in layout.places.items()}
    return Faults(found).changed(lambda problems: name_columns(problems, name, named))
