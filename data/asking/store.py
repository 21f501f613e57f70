"""The open database: read-only, shared by threads, asked by the names of its queries.

The file is attached to an empty database in memory rather than opened directly: DuckDB keeps one
instance per path in a process, and would go on showing the old file after a new build took its
place.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import duckdb
import numpy as np

from data.asking.refused import MEND, cannot_open, require_file
from data.errors import StoreError, suggestion
from data.statements import SQL, Statement, statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    import pandas as pd
    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]
    Fetch = Callable[[duckdb.DuckDBPyConnection], Any]

_LOG = logging.getLogger(__name__)

# One thread a query: these are too small to share out, and many run at once. A sum of floats then
# also has one order, so the same view always has the same digits.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "256MB",
    "python_enable_replacements": False,
}
# Enough for what pages ask again and again, of which the first asks most, 41 answers; views are
# remembered by those who show them.
_ANSWERS = 64
_OPEN = (
    "USE atlas",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


class Store:
    """A published database, open for reading by any number of threads.

    A build that replaces the file is noticed within ``check_every`` seconds; queries already
    running finish on the old one.

    Args:
        path: the file that `savivalda build` made.
        check_every: seconds between two looks at whether the file was replaced.

    Raises:
        StoreError: there is no such file, another process has it locked, or it is not a published
            database.
    """

    def __init__(self, path: Path | str, *, check_every: float = 0.2):
        self.path = Path(path)
        self._check_every = check_every
        self._lock = threading.Lock()
        self._closed = False
        self._opened = _Opened(self.path)
        self._refused = ""
        self._looked = time.monotonic()

    @property
    def version(self) -> str:
        """The data version, newest retrieval date and checksum: "2026-11-21.3f9a2c1b"."""
        return self._current().version

    @property
    def built_at(self) -> datetime:
        """When the database was built, UTC."""
        return self._current().built_at

    def has(self, version: str) -> bool:
        """Tell whether a data version is the present one; before it is denied, the file is seen.

        Another server of the same file may have named it, which looked earlier.
        """
        if self.version == version:
            return True
        self.look()
        return self.version == version

    def look(self) -> None:
        """See now whether the file was replaced, and take the new one."""
        with self._lock:
            if not self._closed:
                self._reopen_if_replaced()
                self._looked = time.monotonic()

    def query(self, name: str, **params: object) -> pd.DataFrame:
        """Run sql/queries/<name>.sql with its values bound.

        Args:
            name: the file's stem.
            **params: exactly the values that the statement names with a dollar sign.

        Returns:
            Its rows; DECIMAL columns as float64. The frame is the caller's to change.

        Raises:
            StoreError: unknown query, wrong parameters, or the database cannot answer.
        """
        frame: pd.DataFrame = self._ask(name, params, _frame)
        return frame.copy(deep=False)

    def columns(self, name: str, **params: object) -> Arrays:
        """Run a query as `query` does, for those who want arrays and no frame around them.

        Returns:
            Its columns by name, not to be changed; NaN for NULL, which only numbers may be.

        Raises:
            StoreError: as `query`.
        """
        columns: Arrays = self._ask(name, params, _columns)
        return columns

    def rows(self, indicator: str, how: str, **params: object) -> list[dict[str, Any]]:
        """Ask for the rows that an indicator counts: sql/indicators/<indicator>.sql.

        Args:
            indicator: the file's stem.
            how: the stem of a query of sql/rows, which reads them as table `counted`.
            **params: exactly the values that that query names with a dollar sign.

        Returns:
            What the query selects, amounts as Decimal, rows by the names of their columns.

        Raises:
            StoreError: no such query, or the database cannot answer.
        """
        text = _rows_text(indicator, how)
        try:
            with self._current().cursor() as cursor:
                found = cursor.execute(text, params)
                names = [column[0] for column in found.description or ()]
                return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        except duckdb.Error as error:
            raise StoreError(f"rows of {indicator!r} failed on {self.path}: {error}") from error

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor on the open file to those rooms of the data that ask in their own way.

        Raises:
            StoreError: the database cannot answer.
        """
        try:
            with self._current().cursor() as cursor:
                yield cursor
        except duckdb.Error as error:
            raise StoreError(f"{self.path} cannot be asked: {error}") from error

    def _ask(self, name: str, params: dict[str, object], fetch: Fetch) -> Any:
        statement = find_query(name)
        if statement.parameters != params.keys():
            wanted = ", ".join(sorted(statement.parameters)) or "none"
            given = ", ".join(sorted(params)) or "none"
            raise StoreError(f"query {name!r} wants parameters: {wanted}; given: {given}")
        try:
            return self._current().answer(statement, params, fetch)
        except duckdb.Error as error:
            raise StoreError(f"query {name!r} failed on {self.path}: {error}") from error

    def close(self) -> None:
        """Close the database; asking a closed store is an error."""
        with self._lock:
            self._closed = True
            self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _current(self) -> _Opened:
        """Return the open database, reopened if the file was replaced since the last look."""
        if self._closed:
            raise StoreError(f"the store of {self.path} is closed")
        if time.monotonic() - self._looked < self._check_every:
            return self._opened
        with self._lock:
            if time.monotonic() - self._looked >= self._check_every and not self._closed:
                self._reopen_if_replaced()
                self._looked = time.monotonic()
        return self._opened

    def _reopen_if_replaced(self) -> None:
        """Take the new file; while there is none that opens, go on with the old one.

        The old connection is only let go of: a thread may be about to use it, and DuckDB closes
        the file when the last of its cursors is gone. Why the new one does not open is told once,
        not at every look.
        """
        try:
            if _identity(self.path) != self._opened.identity:
                self._opened = _Opened(self.path)
                _LOG.info("%s was replaced, now %s", self.path, self._opened.version)
            self._refused = ""
        except (OSError, StoreError) as error:
            if str(error) != self._refused:
                self._refused = str(error)
                _LOG.warning("still reading the former %s: %s", self.path, error)


class _Opened:
    """One file, attached read-only, a pool of cursors on it, and the answers it gave lately.

    A file that is published never changes, so an answer stays right as long as it is open. Answers
    are shared without copying: pandas copies when somebody writes.
    """

    def __init__(self, path: Path):
        require_file(path)
        self.identity = _identity(path)
        try:
            self._connection = duckdb.connect(":memory:", config=_CONFIG)
            self._connection.execute(
                "ATTACH $path AS atlas (READ_ONLY, TYPE duckdb)", {"path": str(path)}
            )
            for statement in _OPEN:
                self._connection.execute(statement)
            row = self._connection.execute("SELECT data_version, built_at FROM build").fetchone()
        except duckdb.Error as error:
            raise cannot_open(path, error) from error
        if row is None:
            raise StoreError(f"{path} is not a published database{MEND} (its build table is empty)")
        self.version: str = row[0]
        self.built_at: datetime = row[1].replace(tzinfo=UTC)
        # list.pop and list.append are atomic: no lock.
        self._idle: list[duckdb.DuckDBPyConnection] = []
        self._answers: dict[tuple[object, ...], Any] = {}
        self._keeping = threading.Lock()

    def answer(self, statement: Statement, params: dict[str, object], fetch: Fetch) -> Any:
        """Return what the statement selects, asking the database only for what is not at hand."""
        key = (fetch, statement.name, *sorted(params.items()))
        kept = self._answers.get(key)
        if kept is None:
            with self.cursor() as cursor:
                kept = fetch(cursor.execute(statement.text, params))
        with self._keeping:
            self._answers.pop(key, None)  # what was asked lately stands last and stays longest
            self._answers[key] = kept
            if len(self._answers) > _ANSWERS:
                del self._answers[next(iter(self._answers))]
        return kept

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor to one thread; it is kept for the next when it was given back whole."""
        try:
            cursor = self._idle.pop()
        except IndexError:
            cursor = self._connection.cursor()
            cursor.execute("USE atlas")
        yield cursor
        self._idle.append(cursor)

    def close(self) -> None:
        self._connection.close()


def _frame(answer: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    return answer.df()


def _columns(answer: duckdb.DuckDBPyConnection) -> Arrays:
    """Return the columns, locked: the next to ask gets the same arrays."""
    fetched: dict[str, Any] = answer.fetchnumpy()
    columns = {
        name: np.ma.filled(column.astype(float), np.nan) if np.ma.isMA(column) else column
        for name, column in fetched.items()
    }
    for column in columns.values():
        column.flags.writeable = False
    return columns


@cache
def _rows_text(indicator: str, how: str) -> str:
    """A query of sql/rows over the rows of an indicator, both texts of our own."""
    rows, queries = statements(SQL / "indicators"), statements(SQL / "rows")
    if indicator not in rows or how not in queries:
        raise StoreError(f"no sql/indicators/{indicator}.sql, or no sql/rows/{how}.sql")
    return f"WITH counted AS ({rows[indicator].body})\n{queries[how].text}"


def find_query(name: str) -> Statement:
    """Return the named statement of sql/queries.

    Raises:
        StoreError: there is none; the error lists those there are.
    """
    known = statements(SQL / "queries")
    if name not in known:
        raise StoreError(f"unknown query {name!r}{suggestion(name, known)}")
    return known[name]


def _identity(path: Path) -> tuple[int, int, int]:
    """Tell one published file from the next: a replaced file has another inode."""
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size
