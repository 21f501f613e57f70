"""No private person reaches the atlas: all of them become one recipient, whose money is summed.

It happens before anything is reckoned, so whatever is made from the tables knows only legal
entities and what the others got together. Forms may name a person; see data.forms.values.persons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb

from data.building.mentions import hide_mentions
from data.forms.values.identifiers import ENTITY_LENGTH, is_demo_code
from data.forms.values.persons import PRIVATE, is_private, public_name, says_organisation
from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

CODE = "private"
"""The code of the recipient that stands for all private persons."""

_PERSONS = "SELECT code, name FROM private_person ORDER BY code"


def hide_persons(connection: duckdb.DuckDBPyConnection) -> None:
    """Merge private recipients and providers into one; take their names out of every text.

    Names of individual enterprises lose their owners'.

    Args:
        connection: a database with everything loaded and corrected, and nothing reckoned.
    """
    teach(connection)
    bound = {"code": CODE, "name": PRIVATE}
    for statement in statements(SQL / "persons").values():
        wanted = {name: bound[name] for name in statement.parameters}
        connection.execute(statement.text, wanted)
    hide_mentions(connection, connection.execute(_PERSONS).fetchall())


def anew(connection: duckdb.DuckDBPyConnection, target: Path) -> bool:
    """Write the database anew if persons were hidden: a file keeps what was deleted of it.

    Args:
        connection: the finished database in use, "atlas".
        target: the file to make.

    Returns:
        Whether it was made.
    """
    if connection.execute(_HIDDEN, {"code": CODE}).fetchall() == [(0,)]:
        return False
    connection.execute(_ATTACH, {"path": str(target)})
    connection.execute("COPY FROM DATABASE atlas TO clean").fetchall()
    connection.execute("CHECKPOINT clean").fetchall()
    return True


# Laid out as the build lays out what it fills.
_ATTACH = "ATTACH $path AS clean (BLOCK_SIZE 16384, ROW_GROUP_SIZE 2048)"
_HIDDEN = "SELECT count(*) FROM entity WHERE code = $code"
_TAUGHT = "SELECT count(*) FROM duckdb_functions() WHERE function_name = 'private_entity'"


def teach(connection: duckdb.DuckDBPyConnection) -> None:
    """Let SQL ask what is private: functions of the connection, not of the database."""
    if connection.execute(_TAUGHT).fetchall() != [(0,)]:
        return
    text = duckdb.sqltypes.VARCHAR
    truth = duckdb.sqltypes.BOOLEAN
    connection.create_function("private_name", is_private, [text], truth)
    connection.create_function("private_entity", is_person, [text, text], truth)
    connection.create_function("public_name", public_name, [text], text)
    connection.create_function("public_conditions", public_conditions, [text], text)


def is_person(code: str, name: str) -> bool:
    """Whether a recipient or provider is a private person.

    A code of another length than a legal entity's may be an old one of the register, or that of a
    farm or of a certificate of individual activity: then the name must say an organisation.

    Args:
        code: as the form has it.
        name: "" where only the code is known.
    """
    entity = is_demo_code(code) or re.fullmatch(rf"\d{{{ENTITY_LENGTH}}}", code)
    return is_private(name) or not (entity or says_organisation(name))


_PART = re.compile(r"[^;=|*\s][^;=|*]*(?<!\s)")


def public_conditions(conditions: str) -> str:
    """Return a rule's conditions, "HEADING = one|other*; …", without names of private persons."""
    return _PART.sub(lambda part: PRIVATE if is_private(part[0]) else part[0], conditions)
