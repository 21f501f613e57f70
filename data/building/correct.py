"""Corrections are applied to loaded rows, each to exactly the one that it was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.building.corrections import OF_FORMS
from data.errors import CorrectionFailed, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.building.corrections import Correction


def apply_corrections(
    connection: duckdb.DuckDBPyConnection, corrections: Iterable[Correction]
) -> tuple[str, ...]:
    """Correct loaded rows and note it in table correction_applied.

    A correction of a form waits until that form is there: one of real figures until the
    municipality's form of that year is accepted, one of the demonstration set as long as that
    municipality-year is invented.

    Args:
        connection: a database with everything loaded and nothing reckoned.
        corrections: as read_corrections returns them.

    Returns:
        Names of those that were applied.

    Raises:
        CorrectionFailed: one is not met by exactly one row with the expected value.
    """
    applied = []
    for each in corrections:
        if each.status != "applies" or not _concerned(connection, each):
            continue
        try:
            _apply(connection, each)
        except duckdb.Error as error:
            raise CorrectionFailed(each.correction, f"cannot be applied: {error}") from error
        applied.append(each.correction)
    return tuple(applied)


_STATE = """
    SELECT count(*)
    FROM submission
    WHERE
        municipality = coalesce($municipality, municipality)
        AND year = coalesce($year::INTEGER, year)
        AND demo = $demo
        AND state NOT IN ('not_asked', 'no_answer')
"""


def _concerned(connection: duckdb.DuckDBPyConnection, correction: Correction) -> bool:
    """Whether what the correction speaks of is in this build."""
    if correction.table not in {*OF_FORMS, "entity"}:
        return True
    place, year = correction.row.get("municipality"), correction.row.get("year")
    if correction.table in OF_FORMS and not (place and year):
        raise CorrectionFailed(correction.correction, "its key must name municipality and year")
    if correction.table == "entity":
        place = year = None
    wanted = {"municipality": place, "year": year, "demo": correction.kind == "demo"}
    found = connection.execute(_STATE, wanted).fetchone()
    return found is not None and found[0] > 0


_TYPES = """
    SELECT schema_name, column_name, data_type
    FROM duckdb_columns()
    WHERE database_name = current_database() AND table_name = $table
    ORDER BY schema_name <> 'raw'
"""


def _apply(connection: duckdb.DuckDBPyConnection, correction: Correction) -> None:
    """Change one value."""
    found = connection.execute(_TYPES, {"table": correction.table}).fetchall()
    schema = found[0][0]
    types = {column: kind for owner, column, kind in found if owner == schema}
    for column in (*correction.row, correction.column):
        if column not in types:
            reason = f"{correction.table} has no column {column!r}{suggestion(column, types)}"
            raise CorrectionFailed(correction.correction, reason)
    if correction.column in {"municipality", "year"}:
        raise CorrectionFailed(correction.correction, "a figure cannot change whose or when it is")
    table = connection.table(f"{schema}.{correction.table}")
    where = duckdb.ConstantExpression(True)
    for column, text in correction.row.items():
        where = where & (duckdb.ColumnExpression(column) == _typed(text, types[column]))
    wrong, kind = duckdb.ColumnExpression(correction.column), types[correction.column]
    now = table.filter(where).select(wrong, _typed(correction.expected, kind)).fetchall()
    _must_hold(correction, now)
    table.update({correction.column: _typed(correction.value, kind)}, condition=where)
    _note(connection, correction)


def _must_hold(correction: Correction, found: list[tuple[object, object]]) -> None:
    """Refuse unless exactly one row says what is expected."""
    if len(found) != 1:
        reason = f"expected one row of {correction.table} with {correction.key}, got {len(found)}"
        raise CorrectionFailed(correction.correction, reason)
    ((said, expected),) = found
    if said != expected:
        reason = f"expected {correction.column} {expected!s}, the source says {said!s}"
        raise CorrectionFailed(correction.correction, reason)


_NOTE = """
    INSERT INTO correction_applied
    SELECT $correction, $table, $key, $column, $before, $after, $reason, $kind, place.*
    FROM (
        SELECT $municipality AS municipality, $year::INTEGER AS year
        WHERE $entity IS NULL
        UNION ALL
        SELECT DISTINCT municipality, year FROM allocation WHERE entity = $entity
    ) AS place
"""


def _note(connection: duckdb.DuckDBPyConnection, correction: Correction) -> None:
    """Note a correction with the municipality-years that it touches."""
    row = correction.row
    values = {
        "correction": correction.correction,
        "table": correction.table,
        "key": correction.key,
        "column": correction.column,
        "before": correction.expected or None,
        "after": correction.value or None,
        "reason": correction.reason,
        "kind": correction.kind,
        "municipality": row.get("municipality") if correction.table != "entity" else None,
        "year": row.get("year"),
        "entity": row.get("code") if correction.table == "entity" else None,
    }
    connection.execute(_NOTE, values)


def _typed(text: str, kind: str) -> duckdb.Expression:
    """Return a text of the file as a value of a column; empty is NULL."""
    return duckdb.ConstantExpression(text or None).cast(kind)
