"""Rules files meet the rows of a table: which rule decides each row, and what it gives.

A million rows hold few different texts. Each pattern is compared once with each different text of
its column; a row's rule is then the first one that all of its texts satisfy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.forms.history.map_file import ABSENT
from data.forms.history.rules_file import matcher
from data.forms.history.texts import rows_of_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.forms.history.rules_file import RulesFile

NO_RULE = -1
_WHOSE = "recipient"
_ALL = ~0
"""Bits of the rules that hold, the first rule's the lowest: here, of every rule."""


def cell_name(place: int) -> str:
    """Return the name under which a table of texts has a cell that rules look at."""
    return f"cell {place}"


def rule_name(column: str) -> str:
    """Return the name under which rows have the number of the rule that decided a column."""
    return f"rule {column}"


def given_name(column: str) -> str:
    """Return the name under which rows have the value that a rule gives to a column."""
    return f"given {column}"


def trimmed(column: str) -> duckdb.Expression:
    """Return a column's text without spaces round it, empty for none."""
    empty = duckdb.ConstantExpression("")
    text = duckdb.CoalesceOperator(duckdb.ColumnExpression(column), empty)
    return duckdb.FunctionExpression("trim", text)


def with_recipient(rows: duckdb.DuckDBPyRelation, whose: str) -> duckdb.DuckDBPyRelation:
    """Add to each row its recipient's code as it stands in the table, for `decide`."""
    return rows.select(duckdb.StarExpression(), trimmed(whose).alias(_WHOSE))


def decide(
    connection: duckdb.DuckDBPyConnection,
    listed: duckdb.DuckDBPyRelation,
    column: str,
    rules: RulesFile,
    places: Sequence[int],
) -> tuple[duckdb.DuckDBPyRelation, str]:
    """Find out which rule decides a column, and the value that it gives.

    Args:
        connection: where the rows are.
        listed: texts of all rows; cells that rules look at under cell_name, never NULL.
        column: the form's column.
        rules: its rules.
        places: numbers of the file's columns that they look at.

    Returns:
        For each different combination of cells, rule_name (from 0, NO_RULE where none holds) and
        given_name (ABSENT for no value, NULL where no rule holds); and by which columns rows are
        joined to it.
    """
    asked = list(_asked(rules, places))
    sets = [_satisfied(listed, cell_name(place), patterns) for place, patterns, _ in asked]
    pooled = [
        _pooled(listed, cell_name(place), each) if of_any else None
        for (place, _, of_any), each in zip(asked, sets, strict=True)
    ]
    keys = [*dict.fromkeys(map(cell_name, places)), *([_WHOSE] if any(rules.of_any) else [])]
    found = []
    for texts in listed.select(*map(duckdb.ColumnExpression, keys)).distinct().fetchall():
        said = dict(zip(keys, texts, strict=True))
        held, code = _ALL, said.get(_WHOSE)
        for (place, _, _), alone, together in zip(asked, sets, pooled, strict=True):
            held &= together[code] if together and code else alone[said[cell_name(place)]]
        number = _first(held, len(rules.rules))
        given = None if number == NO_RULE else rules.rules[number].value or ABSENT
        found.append((*texts, str(number), given))
    names = [*keys, rule_name(column), given_name(column)]
    rows_of_texts(connection, found, names).create(f"decided {column}")
    decided = connection.table(f"decided {column}")
    number_of = duckdb.ColumnExpression(rule_name(column)).cast("INTEGER").alias(rule_name(column))
    others = (duckdb.ColumnExpression(name) for name in names if name != rule_name(column))
    return decided.select(*others, number_of), ", ".join(f'"{name}"' for name in keys)


def _asked(rules: RulesFile, places: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Yield for each condition column: its place, the rules' patterns, whether any row will do."""
    patterns = zip(*(rule.conditions for rule in rules.rules), strict=True)
    yield from zip(places, patterns, rules.of_any, strict=True)


def _satisfied(rows: duckdb.DuckDBPyRelation, cell: str, patterns: Sequence[str]) -> dict[str, int]:
    """Return for each different text the rules whose pattern it matches, as bits."""
    bits: dict[str, int] = {}
    for number, pattern in enumerate(patterns):
        bits[pattern] = bits.get(pattern, 0) | 1 << number
    matchers = [(matcher(pattern), mask) for pattern, mask in bits.items()]
    texts = rows.select(duckdb.ColumnExpression(cell)).distinct().fetchall()
    return {
        text: sum(mask for regex, mask in matchers if regex is None or regex.fullmatch(text))
        for (text,) in texts
    }


def _pooled(
    rows: duckdb.DuckDBPyRelation, cell: str, satisfied: Mapping[str, int]
) -> dict[str, int]:
    """Return for each recipient the rules whose pattern any of its rows matches."""
    found: dict[str, int] = {}
    pairs = rows.select(_WHOSE, duckdb.ColumnExpression(cell)).distinct()
    for code, text in pairs.fetchall():
        found[code] = found.get(code, 0) | satisfied[text]
    return found


def _first(held: int, count: int) -> int:
    """Return the number of the lowest bit."""
    held &= (1 << count) - 1
    return (held & -held).bit_length() - 1 if held else NO_RULE
