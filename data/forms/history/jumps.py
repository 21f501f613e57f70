"""Totals of a historical table: who suddenly paid many times more or less, and whether it is euros.

Only totals are compared. Single recipients of a history come and go, and nobody would read
thousands of remarks on them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.rules.size import jump, residents_of, unlikely_size

if TYPE_CHECKING:
    import duckdb

    from data.forms.checking.context import Context
    from data.forms.checking.findings import Findings
    from data.forms.history.layout import TableLayout

_TOTALS = "municipality, year, sum(executed), min(row)"


def check_jumps(
    tidy: duckdb.DuckDBPyRelation,
    layout: TableLayout,
    context: Context,
    name: str,
    findings: Findings,
) -> None:
    """Note each municipality-year whose total jumped, at its first row.

    Of a whole table whose size is unlike that of budgets in euros, it is said once.

    Args:
        tidy: the table's rows.
        layout: where the columns are.
        context: what is known of other years, and how many live where.
        name: what to call the sheet.
        findings: where to note it.
    """
    if "executed" not in tidy.columns:
        return
    read = tidy.filter("columns(['municipality', 'year', 'executed']) IS NOT NULL")
    rows = read.aggregate(_TOTALS, "municipality, year").order("municipality, year").fetchall()
    totals = {**context.totals, **{(place, year): total for place, year, total, _ in rows}}
    for place, year, total, row in rows:
        if words := jump(totals.get((place, year - 1)), total):
            cell = (row, layout.cell_of("executed") or 1)
            findings.add("jump_total", name, cell, total, **words)
    people = {(place, year): residents_of(context, (place, year)) for place, year, *_ in rows}
    paid = sum((total for place, year, total, _ in rows if people[place, year]), Decimal())
    if size := unlikely_size(paid, sum(people.values())):
        at = (min(row for *_, row in rows), layout.cell_of("executed") or 1)
        findings.add("size_unlikely", name, at, paid, **size)
