"""A small database with what the others have not: private persons, a provider, a merger."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb

from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

NGO, OLD, HEIR = "302222222", "301111111", "303333333"

_GIVEN = (
    """
    UPDATE submission SET state = 'accepted', demo = FALSE, source = 'forms'
    WHERE municipality = '53' AND year IN (2020, 2021)
    """,
    f"""
    INSERT INTO entity VALUES
    ('{NGO}', 'Kėdainių „Žalioji“ bendruomenė', '630', 'ngo', '53', NULL, NULL),
    ('{OLD}', 'Kėdainių senoji mokykla', '950', 'budgetary_institution', '53', '{HEIR}',
     '2020-08-31'),
    ('{HEIR}', 'Kėdainių naujoji mokykla', '950', 'budgetary_institution', '53', NULL, NULL),
    ('private', 'Fizinis asmuo', NULL, 'other', '53', NULL, NULL)
    """,
    f"""
    INSERT INTO allocation BY NAME
    SELECT '53' AS municipality, 'P' AS programme, 'municipal' AS financing, given.*
    FROM (
        VALUES
        (2021, '{NGO}', 'culture', 'competition', 1000.50),
        (2020, '{OLD}', 'education', 'appropriation', 5000),
        (2021, '{HEIR}', 'education', 'appropriation', 9000),
        (2021, 'private', 'culture', 'competition', 300.25),
        (2020, 'private', 'sport', 'other', 40)
    ) AS given (year, entity, area, mode, executed)
    """,
    f"""
    INSERT INTO service BY NAME
    SELECT '53' AS municipality, year, min(code) AS service, 'social' AS area,
        'ngo' AS provider_kind, 'transferred' AS transfer_stage, '{NGO}' AS provider
    FROM code, range(2020, 2022) AS years (year)
    WHERE list = 'service'
    GROUP BY year
    """,
)


def small(bare: Path, target: Path) -> Path:
    """Make it from a database without figures, with the tables that answer fast."""
    shutil.copyfile(bare, target)
    with duckdb.connect(str(target)) as connection:
        for given in _GIVEN:
            connection.execute(given)
        for name, statement in statements(SQL / "marts").items():
            if name >= "1":
                text = statement.text
                for kind in ("TABLE", "VIEW", "MACRO"):
                    text = text.replace(f"CREATE {kind}", f"CREATE OR REPLACE {kind}")
                connection.execute(text)
    return target
