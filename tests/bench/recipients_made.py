"""A database of as many recipients as wanted, made by SQL beside the built one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb

from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

PAYMENTS = 4
"""Of each recipient: each in a year of its own choice, and in one of two areas."""

_ATTACH = "ATTACH $path AS atlas (BLOCK_SIZE 16384, ROW_GROUP_SIZE 2048)"

_CLEAR = (
    """
    CREATE TEMP TABLE words AS
    SELECT list(word ORDER BY word) AS words
    FROM (SELECT DISTINCT unnest(string_split(lower(name), ' ')) AS word FROM entity)
    WHERE length(word) > 3
    """,
    "CREATE TEMP TABLE codes AS SELECT list(code ORDER BY code) AS places FROM municipality",
    """
    CREATE TEMP TABLE areas AS
    SELECT list(code ORDER BY code) AS areas FROM code WHERE list = 'policy_area' AND offered
    """,
    "UPDATE submission SET demo = FALSE, state = 'accepted', source = 'vilnius'",
    "DELETE FROM allocation",
    "DELETE FROM award",
    "DELETE FROM entity",
)
# Names are a kind, an invented word of three syllables and two words of names that there are.
_ENTITIES = """
    INSERT INTO entity
    SELECT
        (300000000 + i * 37)::VARCHAR AS code,
        concat_ws(
            ' ',
            ['Sporto klubas', 'Asociacija', 'VšĮ', 'Bendruomenė', 'Fondas'][1 + (hash(i) % 5)::INT],
            words[1 + (hash(i, 3) % len(words))::INT],
            ['šv', 'na', 'la', 'mi', 'ro'][1 + (hash(i, 5) % 5)::INT]
            || ['ka', 'nė', 'lis', 'mia', 'ra', 'to', 'vė'][1 + (hash(i, 6) % 7)::INT]
            || ['kas', 'nė', 'mas', 'rė', 'tas', 'vė', 'dis'][1 + (hash(i, 7) % 7)::INT],
            words[1 + (hash(i, 4) % len(words))::INT]
        ) AS name,
        NULL AS legal_form,
        ['ngo', 'ngo', 'public_institution', 'budgetary_institution', 'other'][
            1 + (hash(i) % 5)::INT
        ] AS recipient_kind,
        places[1 + (hash(i, 2) % 60)::INT] AS municipality,
        NULL AS successor,
        NULL AS closed_on
    FROM range($count) AS numbers (i), words, codes
"""
_PAYMENTS = """
    INSERT INTO allocation BY NAME
    SELECT
        municipality,
        (2015 + hash(code, y) % 11)::INT AS year,
        code AS entity,
        recipient_kind AS kind,
        areas[1 + (hash(code, 8, y % 2) % 8)::INT] AS area,
        ['appropriation', 'competition', 'procurement'][1 + (hash(code, 9, y) % 3)::INT] AS mode,
        'P' || y AS programme,
        ['municipal', 'state', 'eu'][1 + (hash(code, 10) % 3)::INT] AS financing,
        0 AS planned,
        0 AS revised,
        round(100 + (hash(code, 11, y) % 1000000) * (hash(code, 12) % 1000) / 1000.0, 2) AS executed
    FROM entity, range($payments) AS numbers (y), areas
    ORDER BY municipality, year, entity
"""


def make(built: Path, target: Path, count: int) -> None:
    """Copy the built database and give it other recipients, with the tables that answer fast."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(built, target)
    with duckdb.connect(":memory:") as connection:
        connection.execute(_ATTACH, {"path": str(target)})
        connection.execute("USE atlas")
        for statement in _CLEAR:
            connection.execute(statement)
        connection.execute(_ENTITIES, {"count": count})
        connection.execute(_PAYMENTS, {"payments": PAYMENTS})
        for name, statement in statements(SQL / "marts").items():
            if name >= "1":
                text = statement.text
                for kind in ("TABLE", "VIEW", "MACRO"):
                    text = text.replace(f"CREATE {kind}", f"CREATE OR REPLACE {kind}")
                connection.execute(text)
        connection.execute("CHECKPOINT atlas")
