"""What a build changed is noted in it: it is compared with the one that is published.

A former build may be of another schema, or damaged: what cannot be compared is not noted, and never
fails a build.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import duckdb

from data.building.publish import KEPT
from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

LOG = logging.getLogger(__name__)

MOST_FIGURES = 3_000
"""Changed figures of one build that are listed: 50 of each municipality where all changed."""


def note_changes(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Fill the table of changes, with those that the published build has noted after its own.

    Only small tables and the figures of indicators are compared, whatever the number of payments.

    Args:
        connection: the fresh database, finished and stamped.
        target: the published one, if there is any.
    """
    if not target.exists():
        return
    try:
        connection.execute("ATTACH $path AS former (READ_ONLY, TYPE duckdb)", {"path": str(target)})
    except duckdb.Error as error:
        LOG.warning("%s cannot be compared with the new build: %s", target, error)
        return
    try:
        _compare(connection, target)
    finally:
        connection.execute("DETACH former")


def _compare(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    values = {"most": MOST_FIGURES, "kept": KEPT}
    for statement in statements(SQL / "changes").values():
        bound = {name: values[name] for name in statement.parameters}
        try:
            connection.execute(statement.text, bound)
        except duckdb.Error as error:
            LOG.info("%s: %s not compared: %s", target, statement.name, error)
