"""What accepted forms say of earlier years, from the moment that they are accepted.

The published database has them only after the next build; a form of the next year may come before.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb

from data.errors import ArchiveError
from data.forms.archive.accepted import Archive
from data.forms.checking.context import KnownEntity
from data.forms.values.persons import is_private
from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.context import Context

    FolderKey = tuple[str, int, str, str, str, str]

_READ = """
    FROM read_csv(
        $files, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
        columns = $types
    )
"""


def with_accepted(context: Context, data_dir: Path) -> Context:
    """Add what the forms that count paid; of a municipality and year they know better.

    Args:
        context: what is known otherwise, as from the published database.
        data_dir: the data folder; it need not be there.

    Raises:
        ArchiveError: the log or a form cannot be read.
    """
    archive = Archive(data_dir)
    current = archive.current()
    folders = (archive.folder_of(*key, entry.checksum) for key, entry in current.items())
    lines = _lines([path for each in folders if (path := each / "allocations.csv").is_file()])
    newer = {(municipality, year) for municipality, year, *_ in lines}
    totals = {key: euros for key, euros in context.totals.items() if key not in newer}
    received = {key: euros for key, euros in context.received.items() if key[:2] not in newer}
    entities = dict(context.entities)
    for municipality, year, code, executed, name, kind in lines:
        key = municipality, year
        received[*key, code] = Decimal(executed or 0)
        totals[key] = totals.get(key, Decimal()) + received[*key, code]
        if is_private(name or ""):  # what one office wrote of a person, no other one is told
            entities.pop(code, None)
            continue
        known = entities.get(code)
        entities[code] = KnownEntity(name, kind, known.legal_form if known else None)
    return replace(context, totals=totals, received=received, entities=entities)


def _lines(files: list[Path]) -> list[FolderKey]:
    """Return what each recipient got, oldest years first."""
    if not files:
        return []
    alike: dict[str, list[str]] = {}
    for path in files:
        with path.open(encoding="utf-8") as file:
            alike.setdefault(file.readline().strip(), []).append(str(path))
    found: list[FolderKey] = []
    try:
        with duckdb.connect() as connection:
            for header, paths in alike.items():
                types = dict.fromkeys(header.split(","), "VARCHAR")
                rows = connection.sql(_READ, params={"files": paths, "types": types})
                paid = rows.query("sheet", statements(SQL / "forms")["received"].text)
                found += paid.fetchall() if paid else []
    except duckdb.Error as error:
        raise ArchiveError(f"accepted forms cannot be read: {error}") from error
    return sorted(found, key=lambda line: line[1])
