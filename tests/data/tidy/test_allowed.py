"""What a statement of somebody else may ask, and what none can do.

What may not be asked is refused by its parse, before anything runs; what a connection could be
made to do all the same is tried on it directly.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.errors import StoreError, TooLong
from data.tidy.allowed import FUNCTIONS, NotAllowed
from data.tidy.sandbox import columns_of, opened, plain, tables_of
from data.tidy.statement import LONGEST, MOST_ROWS, askable, select

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.asking.store import Store

REFUSED = {
    # It is no SELECT.
    "INSERT INTO tidy.recipients VALUES (1)": "only SELECT",
    "UPDATE main.entity SET name = 'x'": "only SELECT",
    "DELETE FROM main.entity": "only SELECT",
    "DROP TABLE main.entity": "only SELECT",
    "CREATE TABLE x AS SELECT 1": "only SELECT",
    "CREATE VIEW x AS SELECT * FROM read_text('/etc/passwd')": "only SELECT",
    "CREATE MACRO m(x) AS getenv(x)": "only SELECT",
    "CREATE SECRET (TYPE s3)": "only SELECT",
    "ATTACH '/tmp/x.duckdb' AS x": "only SELECT",
    "DETACH atlas": "only SELECT",
    "USE memory": "only SELECT",
    "INSTALL httpfs": "only SELECT",
    "LOAD httpfs": "only SELECT",
    "COPY (SELECT 1) TO '/tmp/x.csv'": "only SELECT",
    "COPY main.entity FROM '/etc/passwd'": "only SELECT",
    "EXPORT DATABASE '/tmp/x'": "only SELECT",
    "IMPORT DATABASE '/tmp/x'": "only SELECT",
    "PRAGMA database_list": "only SELECT",
    "PRAGMA enable_profiling": "only SELECT",
    "SET memory_limit = '100GB'": "only SELECT",
    "RESET lock_configuration": "only SELECT",
    "SET VARIABLE x = 1": "only SELECT",
    "CALL pragma_version()": "only SELECT",
    "CHECKPOINT": "only SELECT",
    "VACUUM": "only SELECT",
    "BEGIN TRANSACTION": "only SELECT",
    "PREPARE p AS SELECT 1": "only SELECT",
    "EXECUTE p": "only SELECT",
    "EXPLAIN ANALYZE SELECT 1": "only SELECT",
    # There are several, or none.
    "SELECT 1; SELECT 2": "one statement",
    "SELECT 1; DROP TABLE main.entity": "only SELECT",
    "SELECT 1 /* ; */; ATTACH 'x' -- nothing": "only SELECT",
    "": "one SELECT",
    "-- nothing": "one statement",
    "/* ": "",
    # Something else than reading hides within.
    "WITH x AS (INSERT INTO main.entity VALUES (1) RETURNING *) FROM x": "INSERT_QUERY_NODE",
    "WITH x AS (DELETE FROM main.entity RETURNING *) FROM x": "DELETE_QUERY_NODE",
    # Files, the network, other databases.
    "FROM read_csv('/etc/passwd')": "read_csv",
    "FROM read_text('/etc/passwd')": "read_text",
    "FROM read_blob('https://example.org')": "read_blob",
    "FROM read_parquet('s3://x/y')": "read_parquet",
    "FROM read_json('/proc/self/environ')": "read_json",
    "FROM read_duckdb('/tmp/x.duckdb')": "read_duckdb",
    "FROM glob('/**')": "glob",
    "FROM sniff_csv('/etc/passwd')": "sniff_csv",
    "FROM parquet_metadata('/tmp/x')": "parquet_metadata",
    "FROM '/etc/passwd'": "table '/etc/passwd'",
    "FROM '/tmp/x.parquet'": "table '/tmp/x.parquet'",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))": "read_text",
    "SELECT 1 WHERE EXISTS (FROM read_csv('/etc/passwd'))": "read_csv",
    "SELECT 1 ORDER BY (SELECT max(content) FROM read_text('/etc/passwd'))": "read_text",
    "SELECT 1 UNION ALL SELECT content FROM read_text('/etc/passwd')": "read_text",
    "SELECT 1 LIMIT (SELECT count(*) FROM glob('/*'))": "glob",
    "SELECT [x FOR x IN (SELECT [content] FROM read_text('/etc/passwd'))]": "read_text",
    "DESCRIBE FROM read_csv('/etc/passwd')": "read_csv",
    "SUMMARIZE FROM read_csv('/etc/passwd')": "read_csv",
    "FROM which_secret('s3://x', 's3')": "which_secret",
    # The environment and the settings of the process.
    "SELECT getenv('HOME')": "getenv",
    "SELECT 'HOME'.getenv()": "getenv",
    "SELECT system.main.getenv('HOME')": "getenv",
    "SELECT current_setting('temp_directory')": "current_setting",
    "SELECT getvariable('x')": "getvariable",
    "FROM duckdb_settings()": "duckdb_settings",
    "FROM duckdb_databases()": "duckdb_databases",
    "FROM duckdb_functions()": "duckdb_functions",
    "FROM pragma_database_list": "pragma_database_list",
    "FROM sqlite_master": "sqlite_master",
    "FROM information_schema.tables": "information_schema.tables",
    "FROM pg_catalog.pg_class": "pg_catalog.pg_class",
    "SHOW ALL TABLES": "SHOW",
    "FROM (SHOW TABLES)": "SHOW",
    # A statement within a text.
    "FROM query('DROP TABLE main.entity')": "query",
    "FROM query_table('main.entity')": "query_table",
    "SELECT json_execute_serialized_sql('{}')": "json_execute_serialized_sql",
    "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))": "json_execute_seri",
    # Effects beside the answer.
    "SELECT write_log('x')": "write_log",
    "SELECT nextval('x')": "nextval",
    "SELECT setseed(0.5)": "setseed",
    "SELECT sleep_ms(100000)": "sleep_ms",
    "SELECT pg_sleep(100)": "pg_sleep",
    "FROM enable_logging()": "enable_logging",
    "FROM force_checkpoint()": "force_checkpoint",
    # Tables beside the views, where real and invented rows lie together.
    "FROM main.entity": "main.entity",
    "FROM entity": "'entity'",
    "FROM atlas.tidy.recipients": "tidy.<name>",
    "FROM atlas.main.mart_indicator": "tidy.<name>",
    "SELECT (WITH entity AS (SELECT 1) FROM entity), e FROM entity AS e": "'entity' is a name",
    "WITH sqlite_master AS (SELECT 1) FROM sqlite_master": "'sqlite_master' is a name",
    "FROM unit_terms('total', 'all', 'eur', 'all')": "unit_terms",
    "FROM tidy.recipients AT (VERSION => 1)": "tidy.<name>",
    # Values from outside, and what makes huge ones.
    "SELECT $1": "parameter",
    "SELECT repeat('x', 1000000000)": "repeat",
    "SELECT lpad('x', 1000000000, 'y')": "lpad",
    "FROM repeat(1, 1000000000)": "repeat",
    "SELECT list_resize([1], 1000000000)": "list_resize",
    "SELECT " + "(" * 5_000 + "1" + ")" * 5_000: "depth",
}  # fmt: skip
"""Statements, and what their refusal says: why."""

ASKED = (
    "SELECT 1",
    "select 1 as a -- a remark; another\n;",
    "FROM tidy.municipalities",
    "TABLE tidy.municipalities",
    "VALUES (1, 'a'), (2, 'b')",
    "DESCRIBE tidy.recipients",
    "SUMMARIZE tidy.municipalities",
    "SELECT count(*), sum(paid), avg(paid), median(paid), mode(kind) FROM tidy.recipients",
    "SELECT rank() OVER (PARTITION BY kind ORDER BY paid) AS n FROM tidy.recipients QUALIFY n < 3",
    "WITH a AS (FROM tidy.recipients WHERE paid > 1e6) SELECT kind, count(*) FROM a GROUP BY ALL",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9) FROM t",
    "SELECT m.name_lt, r.name FROM recipients r JOIN tidy.municipalities m USING (municipality)",
    "SELECT kind FROM tidy.recipients INTERSECT SELECT kind FROM tidy.recipients",
    "SELECT COLUMNS('name.*') FROM tidy.municipalities",
    "SELECT * EXCLUDE (name_en) REPLACE (upper(name_lt) AS name_lt) FROM tidy.municipalities",
    "SELECT CASE WHEN residents > 1e5 THEN 'a' ELSE 'b' END FROM tidy.municipalities",
    "SELECT coalesce(nuts3, '–') FROM municipalities WHERE name_lt ILIKE '%r.%' AND type != 'x'",
    "SELECT year, value FROM tidy.figures WHERE indicator = 'total' AND counts ORDER BY 1, 2",
    "SELECT corr(value, residents), quantile_cont(value, [0.25, 0.5]) FROM tidy.figures",
    "SELECT unnest([1, 2, 3]) AS x, range(3) AS y, [z * 2 FOR z IN [1, 2] IF z > 1]",
    "SELECT x FROM range(5) AS t(x) WHERE x % 2 = 0 AND x BETWEEN 1 AND 4",
    "SELECT DATE '2025-01-31' - INTERVAL 1 MONTH, extract('year' FROM DATE '2025-01-01')",
    "SELECT CAST('1.5' AS DECIMAL(9, 2)), 'a' || 'b', regexp_extract('abc', 'b.'), 7 // 2, 2 ^ 3",
)
"""Statements that have an answer."""


@pytest.fixture(scope="module")
def tables(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with opened(str(database), invented=True) as connection:
        yield connection


@pytest.mark.parametrize(("statement", "why"), REFUSED.items())
def test_what_may_not_be_asked_is_refused_with_the_reason(
    tables: duckdb.DuckDBPyConnection, database: Path, statement: str, why: str
) -> None:
    if not statement:
        with pytest.raises(NotAllowed, match=why):
            select(database, statement)
        return
    with pytest.raises(NotAllowed) as refused:
        tables_of(tables, statement)
    assert why in str(refused.value)


@pytest.mark.parametrize("statement", ASKED)
def test_what_may_be_asked_has_an_answer(tables: duckdb.DuckDBPyConnection, statement: str) -> None:
    tables_of(tables, statement)
    rows = tables.execute(statement).fetchall()
    assert rows
    json.dumps([[plain(value) for value in row] for row in rows], allow_nan=False)


@pytest.mark.parametrize(
    "statement",
    [
        "FROM read_text('/etc/passwd')",
        "FROM '/etc/passwd'",
        "ATTACH '/tmp/x.duckdb' AS x",
        "COPY (SELECT 1) TO '/tmp/x.csv'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SET lock_configuration = false",
        "DELETE FROM atlas.main.entity",
        "CREATE TABLE atlas.main.x AS SELECT 1",
    ],
)
def test_what_is_not_refused_by_its_parse_would_still_not_be_done(
    tables: duckdb.DuckDBPyConnection, statement: str
) -> None:
    with pytest.raises(duckdb.Error):
        tables.execute(statement)


def test_functions_that_reach_beyond_their_values_are_not_among_those_that_may_be_asked(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    effects = tables.execute(
        "SELECT DISTINCT function_name FROM duckdb_functions() WHERE has_side_effects "
        "OR function_type IN ('pragma', 'table', 'table_macro')"
    ).fetchall()
    assert FUNCTIONS & {name for (name,) in effects} == {"histogram", "unnest"}


def test_real_and_invented_rows_are_never_there_together(database: Path) -> None:
    kinds = []
    for invented in (False, True):
        with opened(str(database), invented=invented) as tables:
            marked = [name for name, columns in columns_of(tables).items() if "demo" in columns]
            assert "figures" in marked
            kinds += [
                (invented, bool(demo))
                for name in marked
                for (demo,) in tables.table(f"tidy.{name}").select("demo").distinct().fetchall()
            ]
    assert {*kinds} == {(False, False), (True, True)}


def test_every_table_is_told_of_with_its_columns(database: Path) -> None:
    told = askable(database)
    assert {"figures", "municipalities", "recipients"} <= told.keys()
    assert "residents" in told["municipalities"]


def test_an_answer_is_cut_at_its_rows_and_its_bytes(database: Path) -> None:
    found = select(database, "FROM tidy.recipients ORDER BY recipient", invented=True)
    assert len(found.rows) == MOST_ROWS
    assert found.cut
    wide = "WITH a AS (SELECT string_agg(x, '') AS s FROM range(90000) AS t(x)) SELECT s FROM a"
    assert select(database, wide).cut
    whole = select(database, "SELECT 1 AS a, 'ą' AS b, NULL AS c, DATE '2025-01-01' AS d")
    assert (whole.columns, whole.rows) == (("a", "b", "c", "d"), ((1, "ą", None, "2025-01-01"),))
    assert not whole.cut


@pytest.mark.parametrize(
    "bomb",
    [
        "SELECT list_sum(range(3000000000))",
        "WITH " + ", ".join(
            f"a{n} AS (SELECT x || x AS x FROM a{n - 1})" if n else "a0 AS (SELECT 'aaaaaaaa' AS x)"
            for n in range(40)
        ) + " SELECT length(x) FROM a39",
        "SELECT printf('%2000000000d', 1)",
        "FROM range(9999) AS a(x), range(9999) AS b(x), range(9999) AS c(x) ORDER BY ALL",
    ],
)  # fmt: skip
def test_what_takes_too_much_memory_or_time_ends_alone(database: Path, bomb: str) -> None:
    with pytest.raises(StoreError, match=r"memory|longer"):
        select(database, bomb, seconds=2)


def test_a_long_one_is_stopped_while_others_are_answered(database: Path, store: Store) -> None:
    endless = "SELECT sum(x) FROM range(1000000000000) AS t(x)"
    began = monotonic()
    with ThreadPoolExecutor() as at_once:
        long = at_once.submit(select, database, endless, seconds=2)
        short = at_once.submit(select, database, "SELECT count(*) FROM tidy.municipalities")
        assert len(store.query("sources")) > 5
        assert short.result().rows == ((60,),)
        with pytest.raises(TooLong, match="2 seconds"):
            long.result()
    assert monotonic() - began < 8


@pytest.mark.parametrize("statement", ["SELECT 1" + " " * LONGEST, "SELECT '\0'", "  "])
def test_what_is_no_statement_at_all_is_refused(database: Path, statement: str) -> None:
    with pytest.raises(NotAllowed, match="one SELECT of at most"):
        select(database, statement)


def test_a_mistake_is_told_as_the_database_tells_it(database: Path) -> None:
    with pytest.raises(StoreError, match='"paidd" not found'):
        select(database, "SELECT paidd FROM tidy.recipients")
    with pytest.raises(NotAllowed, match="syntax error"):
        select(database, "SELEC 1")
    with pytest.raises(NotAllowed, match=r"meant perhaps tidy\.recipients"):
        select(database, "FROM tidy.recipient")
