"""A process of its own for one statement of somebody else: `python -m data.tidy.sandbox`.

It takes what is asked as JSON from standard input and tells JSON to standard output. What it may
use of memory and time is limited by the system: whatever a statement does, it harms nobody else,
and it can be stopped at any time.
"""

from __future__ import annotations

import json
import math
import sys
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb

from data.statements import SQL, statements
from data.tidy.allowed import SCHEMA, NotAllowed, require_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = 192
"""Megabytes that DuckDB may use; the process as a whole gets `ADDRESSES` more than that."""

ADDRESSES = 1_000

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": f"{MEMORY}MB",
    "temp_directory": "",
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
_LOCKED = ("SET enable_external_access = false", "SET lock_configuration = true")


def main() -> None:
    """Answers one statement."""
    asked = json.load(sys.stdin)
    _limit(asked["seconds"])
    try:
        told = answer(asked)
    except NotAllowed as error:
        told = {"refused": str(error)}
    except (MemoryError, duckdb.OutOfMemoryException):
        told = {"memory": True}
    except duckdb.Error as error:
        told = {"failed": str(error).partition("\n\nLINE")[0]}
    json.dump(told, sys.stdout, allow_nan=False)


def _limit(seconds: float) -> None:
    """No file can be written, no memory taken beyond the limit, no second used after the last."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    memory = (MEMORY + ADDRESSES) * 2**20
    for what, most in (
        (resource.RLIMIT_CPU, math.ceil(seconds) + 1),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # not every system knows every limit
            resource.setrlimit(what, (most, most))


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Ask a statement of the rows that are real, or of those that are invented.

    Args:
        asked: path, statement, invented, most_rows, most_bytes.

    Raises:
        NotAllowed: The statement may not be asked.
        duckdb.Error: It cannot be answered.
    """
    with opened(asked["path"], invented=asked["invented"]) as tables:
        version, built = tables.execute("SELECT data_version, built_at FROM build").fetchall()[0]
        named = tables_of(tables, asked["statement"])
        sources = _sources(tables, named)
        found = tables.execute(asked["statement"])
        columns = [(str(name), str(kind)) for name, kind, *_ in found.description or ()]
        rows, cut = _cut(found, asked["most_rows"], asked["most_bytes"])
    return {
        "columns": [name for name, _ in columns],
        "tables": sorted(named),
        "sources": sources,
        "rows": rows,
        "cut": cut,
        "version": version,
        "built_at": built.isoformat(),
    }


def tables_of(tables: duckdb.DuckDBPyConnection, statement: str) -> set[str]:
    """Names of the tables that a statement asks.

    Raises:
        NotAllowed: The statement may not be asked.
    """
    parsed = tables.execute("SELECT json_serialize_sql($1::VARCHAR)", [statement]).fetchall()
    return require_allowed(json.loads(parsed[0][0]), *_names(tables))


def opened(path: str, *, invented: bool) -> duckdb.DuckDBPyConnection:
    """The published tables, each of its real or of its invented rows alone; nothing can be set."""
    tables = duckdb.connect(":memory:", config=_CONFIG)
    tables.execute("ATTACH $path AS atlas (READ_ONLY, TYPE duckdb)", {"path": path})
    tables.execute("ATTACH ':memory:' AS one_kind")
    tables.execute(f"CREATE SCHEMA one_kind.{SCHEMA}")
    # Views of the file look for their tables in its own schema.
    tables.execute(f"SET search_path = 'one_kind.{SCHEMA},one_kind.main,atlas.main'")
    kind = "demo" if invented else "demo IS NOT TRUE"
    for name, columns in tables.execute(_COLUMNS, ["atlas", SCHEMA]).fetchall():
        where = f" WHERE {kind}" if "demo" in columns else ""
        view = f'SELECT * FROM atlas.{SCHEMA}."{name}"{where}'  # noqa: S608 - names of our own
        tables.execute(f'CREATE VIEW one_kind.{SCHEMA}."{name}" AS {view}')
    for name, made in statements(SQL / "asked").items():
        view = f"SELECT * FROM ({made.body}) WHERE {kind}"  # noqa: S608
        tables.execute(f'CREATE VIEW one_kind.{SCHEMA}."{name}" AS {view}')
    for statement in _LOCKED:
        tables.execute(statement)
    return tables


_COLUMNS = """
    SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()
    WHERE database_name = $1 AND schema_name = $2 GROUP BY table_name ORDER BY table_name
"""
_ALL = "SELECT DISTINCT name FROM (SELECT view_name FROM duckdb_views() UNION SELECT table_name FROM duckdb_tables()) AS known (name)"  # noqa: E501


def columns_of(tables: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of each table that may be asked."""
    return dict(tables.execute(_COLUMNS, ["one_kind", SCHEMA]).fetchall())


def _sources(tables: duckdb.DuckDBPyConnection, named: set[str]) -> list[str]:
    """Ids of the sources that the rows of some tables name."""
    found: set[str] = set()
    for name, columns in columns_of(tables).items():
        if name in named and "source" in columns:
            rows = tables.table(f"{SCHEMA}.{name}").select("source").distinct().fetchall()
            found |= {source for (source,) in rows if source}
    return sorted(found)


def _names(tables: duckdb.DuckDBPyConnection) -> tuple[set[str], set[str]]:
    """Names of the tables that may be asked, and of all others."""
    own = {*columns_of(tables)}
    return own, {name for (name,) in tables.execute(_ALL).fetchall()} - own


def _cut(
    found: duckdb.DuckDBPyConnection, most_rows: int, most_bytes: int
) -> tuple[list[list[Any]], bool]:
    """The rows as JSON has them, until there are enough; and whether there are more."""
    rows: list[list[Any]] = []
    left = most_bytes
    for row in _rows(found):
        told = [plain(value) for value in row]
        left -= len(json.dumps(told))
        if len(rows) == most_rows or left < 0:
            return rows, True
        rows.append(told)
    return rows, False


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(100):
        yield from rows


def plain(value: Any) -> Any:
    """A value as JSON has it: a number that is none becomes null, a day its text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | float):
        number = float(value)
        return number if math.isfinite(number) else None
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    return str(value)


if __name__ == "__main__":
    main()
