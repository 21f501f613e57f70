"""Texts that speak of a private person by full name, however it is declined, or by code, lose it.

Names of legal entities are left alone: one may be called after somebody who is not the one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import duckdb

from data.forms.values.persons import PRIVATE, full_names
from data.forms.values.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    Patterns = dict[str, list[re.Pattern[str]]]

_TEXTS = """
    SELECT schema_name || '.' || table_name, column_name
    FROM duckdb_columns()
    JOIN duckdb_tables() USING (database_name, schema_name, table_name)
    WHERE
        database_name = current_database() AND data_type = 'VARCHAR'
        AND table_name <> 'entity' AND schema_name <> 'serving'
    ORDER BY ALL
"""
_ENDING = re.compile(r"(?:[tčdž]?(?:i?aus|ius|i?o|is|ys|as|us|ė[s]?|a|os|es?))$", re.IGNORECASE)
_BEGIN = 3
"""Letters by which a word is looked up before it is compared."""


def hide_mentions(
    connection: duckdb.DuckDBPyConnection, persons: Iterable[tuple[str, str | None]]
) -> None:
    """Put "fizinis asmuo" in the place of full names and codes in all texts of all tables.

    Args:
        connection: a database with everything loaded and corrected.
        persons: code and name of each private recipient, as forms have them.
    """
    patterns = _patterns(persons)
    if not patterns:
        return
    for name, column in connection.execute(_TEXTS).fetchall():
        table, texts = connection.table(name), duckdb.ColumnExpression(column)
        for (text,) in table.select(texts).distinct().fetchall():
            if text and (without := _without(text, patterns)) != text:
                value = duckdb.ConstantExpression(without)
                same = texts == duckdb.ConstantExpression(text)
                table.update({column: value}, condition=same)


def _patterns(persons: Iterable[tuple[str, str | None]]) -> Patterns:
    """Return how each may be written, by the beginning of code or surname."""
    found: Patterns = defaultdict(list)
    full: set[tuple[str, str]] = set()
    for code, name in persons:
        found[plain(code)[:_BEGIN]].append(re.compile(rf"\b{re.escape(code)}\b"))
        full.update(full_names(name or ""))
    for first, last in sorted(full):
        given = rf"{re.escape(_ENDING.sub('', first))}\w{{0,3}}"
        surname = rf"{re.escape(_ENDING.sub('', last))}\w{{0,4}}"
        given = rf"(?:{given}|{re.escape(first[0])}\.)"
        written = rf"\b(?:{given}\s*{surname}|{surname},?\s+{given})(?!\w)"
        found[plain(last)[:_BEGIN]].append(re.compile(written, re.IGNORECASE))
    return found


def _without(text: str, patterns: Patterns) -> str:
    for begin in {plain(word)[:_BEGIN] for word in re.findall(r"\w{3,}", text)}:
        for pattern in patterns.get(begin, ()):
            text = pattern.sub(PRIVATE.lower(), text)
    return text
