"""Rows of a historical table against each other: the form's rules, asked of all rows at once."""

from __future__ import annotations

from contextlib import suppress
from functools import partial, reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import duckdb

from data.forms.checking.advice import value_words, what
from data.forms.checking.findings import Findings, TooMany
from data.forms.checking.headings import title, titles
from data.forms.checking.lookup import label_of
from data.forms.checking.rules.pairs import limit_words
from data.forms.definition.pairs import pairs
from data.forms.history.jumps import check_jumps
from data.forms.history.repeating import MOST
from data.forms.reading.book import address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from data.forms.checking.context import Context
    from data.forms.checking.problems import Problem
    from data.forms.definition.pairs import CellCondition
    from data.forms.history.layout import TableLayout
    from data.forms.values.texts import Raw

_NUMBER = "DECIMAL(14, 2)"


def find_problems(
    tidy: duckdb.DuckDBPyRelation, layout: TableLayout, context: Context, name: str
) -> list[Problem]:
    """Return what rows say against each other; of each kind no more than anybody would read.

    Args:
        tidy: the rows' values, with row.
        layout: where the columns are.
        context: what is known beforehand.
        name: what to call the sheet.
    """
    found: list[Problem] = []
    findings = Findings(MOST)
    rules = _Rules(tidy, layout, name, findings)
    for check in (
        rules.check_repeats,
        partial(rules.check_years, context.today),
        rules.check_pairs,
        rules.check_conditions,
        rules.check_kinds,
        rules.check_areas,
        partial(check_jumps, tidy, layout, context, name, findings),
    ):
        with suppress(TooMany):  # one fault that is everywhere must not hide another
            check()
        found += findings.problems
        findings.problems.clear()
    return found


class _Rules:
    """The rules of one table."""

    def __init__(
        self, tidy: duckdb.DuckDBPyRelation, layout: TableLayout, name: str, findings: Findings
    ) -> None:
        self._tidy = tidy
        self._layout = layout
        self._name = name
        self._findings = findings

    def check_repeats(self) -> None:
        """Note each row whose key stands in an earlier row."""
        key = self._layout.key
        columns = self._layout.columns()
        words = titles(columns[name] for name in key)
        at = self._layout.cell_of(self._layout.sheet.key[0] if self._layout.sheet.key else key[0])
        shown = key[-1] if len(key) == 2 else key[2]
        codes = columns[shown].codes if columns[shown].type == "code" else None
        for row, first, value in self._later(key, shown):
            said = label_of(codes, str(value)).lt if codes else str(value)
            self._add("duplicate_row", row, at, said, first=address(first, at or 1), columns=words)

    def check_pairs(self) -> None:
        """Note cells of a row that contradict each other."""
        for pair in pairs():
            if pair.sheet != self._layout.sheet.id or not {*pair.columns} <= {*self._tidy.columns}:
                continue
            first = pair.wrong[0]
            column = self._layout.columns()[first.column]
            limit = first.over if isinstance(first.over, str) else first.column
            wrong = reduce(and_, map(_holds, pair.wrong))
            for row, value, bound in self._rows(wrong, first.column, limit):
                said = label_of(column.codes, value).lt if column.codes else value
                words = limit_words(bound)
                self._add(pair.code, row, self._layout.cell_of(first.column), said, limit=words)

    def check_years(self, today: date | None) -> None:
        """Note rows of a year that has not begun."""
        if today:
            year = duckdb.ColumnExpression("year")
            for row, said in self._rows(year > duckdb.ConstantExpression(today.year), "year"):
                place = self._layout.cell_of("year")
                self._add("year_to_come", row, place, said, this=str(today.year))

    def check_conditions(self) -> None:
        """Note what must be filled in because of another cell, and is not."""
        columns = self._layout.columns()
        for column in columns.values():
            needed = column.required_when
            told = not self._layout.may_lack(column.id)
            if (
                needed is None
                or not told
                or not {column.id, needed.column} <= {*self._tidy.columns}
            ):
                continue
            other = columns[needed.column]
            value = {"yes": "true", "no": "false"}.get(needed.value, needed.value)
            said = duckdb.ColumnExpression(needed.column) == duckdb.ConstantExpression(value)
            empty = duckdb.ColumnExpression(column.id).isnull()
            for row, *_ in self._rows(said & empty):
                self._add(
                    "required_when", row, self._layout.cell_of(column.id),
                    column=title(column), what=what(column), other=title(other),
                    value=value_words(other, needed.value),
                )  # fmt: skip

    def check_kinds(self) -> None:
        """Note a recipient that is of two kinds in the same municipality and year."""
        self._check_single("code", "kind", "two_kinds", self._tidy)

    def check_areas(self) -> None:
        """Note a competition that is of two policy areas in the same municipality and year."""
        if self._layout.sheet.id == "awards" and "mode" in self._tidy.columns:
            won = self._tidy.filter("mode = 'competition'")
            self._check_single("programme", "area", "two_areas", won)

    def _check_single(
        self, whose: str, what: str, code: str, rows: duckdb.DuckDBPyRelation
    ) -> None:
        """Note rows with another code in one column than their like have in an earlier row."""
        if not {whose, what} <= {*rows.columns}:
            return
        same = ("municipality", "year", whose)
        pairs = rows.filter(f"{what} IS NOT NULL").aggregate(
            [*map(duckdb.ColumnExpression, (*same, what)), _min("row").alias("first")]
        )
        place, codes = self._layout.cell_of(what), self._layout.columns()[what].codes or ""
        found = _contradictions(pairs, same, what).limit(MOST + 1).fetchall()
        for row, earlier, said, other in found:
            self._add(
                code, row, place, label_of(codes, said).lt,
                first=address(earlier, place or 1), other=label_of(codes, other),
            )  # fmt: skip

    def _later(self, key: Sequence[str], shown: str) -> list[tuple[int, int, object]]:
        """Return rows whose key stands in an earlier row, and that row."""
        columns = [duckdb.ColumnExpression(name) for name in key]
        named = self._layout.sheet.identified_by
        if named is not None and named not in self._tidy.columns:
            return []
        least = (named,) if named else (name for name in key if not self._layout.may_lack(name))
        needed = [duckdb.ColumnExpression(name) for name in least]
        rows = self._tidy.filter(reduce(and_, (each.isnotnull() for each in needed)))
        groups = (
            rows.aggregate(
                [
                    *columns,
                    _min("row").alias("first"),
                    duckdb.FunctionExpression("count").alias("n"),
                ]
            )
            .filter("n > 1")
            .set_alias("repeated")
        )
        if not groups.limit(1).fetchall():
            return []
        same = " AND ".join(
            f'listed."{name}" IS NOT DISTINCT FROM repeated."{name}"' for name in key
        )
        found: list[tuple[int, int, object]] = (
            rows.set_alias("listed")
            .join(groups, same)
            .filter("listed.row > repeated.first")
            .select(f'listed.row, repeated.first, listed."{shown}"')
            .order("row")
            .limit(MOST + 1)
            .fetchall()
        )
        return found

    def _rows(self, condition: duckdb.Expression, *columns: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = (
            self._tidy.filter(condition)
            .select("row", *columns)
            .order("row")
            .limit(MOST + 1)
            .fetchall()
        )
        return found

    def _add(
        self, code: str, row: int, place: int | None, found: Raw | Decimal = None, **details: object
    ) -> None:
        cell = (row, place) if place else None
        self._findings.add(code, self._name, cell, found, **details)  # type: ignore[arg-type]


def _holds(condition: CellCondition) -> duckdb.Expression:
    """Write a condition on a cell as the database asks it."""
    cell = duckdb.ColumnExpression(condition.column)
    if condition.filled:
        return cell.isnotnull()
    if isinstance(condition.over, str):
        return cell.cast(_NUMBER) > duckdb.ColumnExpression(condition.over).cast(_NUMBER)
    if condition.over is not None:
        return cell.cast(_NUMBER) > duckdb.ConstantExpression(condition.over)
    if all(isinstance(each, int) for each in condition.one_of):
        return cell.cast(_NUMBER).isin(*map(duckdb.ConstantExpression, condition.one_of))
    values = ({"yes": "true", "no": "false"}.get(str(each), each) for each in condition.one_of)
    return cell.isin(*map(duckdb.ConstantExpression, values))


def _contradictions(
    pairs: duckdb.DuckDBPyRelation, same: Sequence[str], what: str
) -> duckdb.DuckDBPyRelation:
    """Return the first row of each further code of the same thing, and the row of its first."""
    whose = ", ".join(same)
    first = (
        pairs.aggregate(
            f"{whose}, min(first) AS earlier, min_by({what}, first) AS other, count(*) AS codes",
            whose,
        )
        .filter("codes > 1")
        .set_alias("earliest")
    )
    return (
        pairs.join(first, whose)
        .filter(f"{what} <> other")
        .select("first", "earlier", what, "other")
    )


def _min(column: str) -> duckdb.Expression:
    return duckdb.FunctionExpression("min", duckdb.ColumnExpression(column))
