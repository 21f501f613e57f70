"""Rows that the map leaves out: nothing is asked of them but personal data, and they are listed."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.findings import Findings, TooMany
from data.forms.history.applying import rule_name
from data.forms.history.map_file import LEFT_OUT
from data.forms.values.identifiers import MASK, private_kind

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.problems import Problem
    from data.forms.history.layout import TableLayout
    from data.forms.history.table import HistoryTable

WRITTEN = "left_out.csv"


def find_personal(
    connection: duckdb.DuckDBPyConnection, layout: TableLayout, name: str
) -> list[Problem]:
    """Note personal data in rows that are left out: the file is kept whole, so it may hold none."""
    findings = Findings()
    try:
        for column, place in layout.places.items():
            cell = duckdb.ColumnExpression(column)
            perhaps = duckdb.FunctionExpression("perhaps_personal", cell).isnotnull()
            rows = connection.table("left").filter(perhaps).select("row", cell)
            words = layout.columns()[column].type == "text"
            for row, text in rows.order("row").fetchall():
                if kind := private_kind(text, words=words):
                    findings.add(kind, name, (row, place), MASK)
    except TooMany:
        pass
    return findings.problems


def write_left_out(
    connection: duckdb.DuckDBPyConnection, table: HistoryTable, layout: TableLayout, work: Path
) -> None:
    """Write the rows that are left out: their numbers, the reason, all cells as they stand."""
    rules = layout.rules[LEFT_OUT].rules
    rows = connection.table("left").select("row", duckdb.ColumnExpression(rule_name(LEFT_OUT)))
    reasons = {row: rules[number].value for row, number in rows.fetchall()}
    with (
        table.path.open(encoding="utf-8-sig", newline="") as source,
        (work / WRITTEN).open("w", encoding="utf-8", newline="") as target,
    ):
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("row", "reason", *table.header))
        for number, cells in enumerate(csv.reader(source, delimiter=table.delimiter), start=1):
            if number in reasons:
                writer.writerow((number, reasons[number], *cells))
