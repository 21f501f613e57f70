"""Years of a historical table against each other: who suddenly paid many times more or less.

Only totals are compared. Single recipients of a history come and go, and nobody would read
thousands of remarks on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.rules.size import jump

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    import duckdb

    from data.forms.archive.log import Key
    from data.forms.checking.findings import Findings
    from data.forms.history.layout import Layout

_TOTALS = "municipality, year, sum(executed), min(row)"


def check_jumps(
    tidy: duckdb.DuckDBPyRelation,
    layout: Layout,
    known: Mapping[Key, Decimal],
    name: str,
    findings: Findings,
) -> None:
    """Note each municipality-year whose total jumped, at its first row.

    Args:
        tidy: the table's rows.
        layout: where the columns are.
        known: executed € in all of years that the table does not hold.
        name: what to call the sheet.
        findings: where to note it.
    """
    if "executed" not in tidy.columns:
        return
    read = tidy.filter("columns(['municipality', 'year', 'executed']) IS NOT NULL")
    rows = read.aggregate(_TOTALS, "municipality, year").order("municipality, year").fetchall()
    totals = {**known, **{(place, year): total for place, year, total, _ in rows}}
    for place, year, total, row in rows:
        if words := jump(totals.get((place, year - 1)), total):
            cell = (row, layout.places.get("executed", 1))
            findings.add("jump_total", name, cell, total, **words)
