"""The dictionary: every table and column that can be asked for, and those of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.resources.resource import Resource
from data.asking.views import dictionary
from data.tidy.described import tidy_tables

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from typing import Any

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Chosen

TIDY, DATABASE = "tidy", "database"


def _tables(atlas: Atlas, words: Language, _: Chosen) -> pd.DataFrame:
    told = [
        {
            "layer": TIDY,
            "table": table.name,
            "title": table.title[words.code],
            "about": table.about[words.code],
            "key": " ".join(table.key),
            "columns": len(table.columns),
        }
        for table in tidy_tables().values()
    ]
    stored: dict[str, dict[str, object]] = {}
    for row in _stored(atlas):
        table = stored.setdefault(
            row["of_table"],
            {
                "layer": DATABASE,
                "table": row["of_table"],
                "title": row[f"title_{words.code}"],
                "about": row[f"grain_{words.code}"],
                "key": row["key"],
                "columns": 0,
            },
        )
        table["columns"] = int(str(table["columns"])) + 1
    return pd.DataFrame([*told, *stored.values()])


def _columns(atlas: Atlas, words: Language, _: Chosen) -> pd.DataFrame:
    return pd.DataFrame([*_told(words), *_found(atlas, words)])


def _told(words: Language) -> Iterator[dict[str, object]]:
    for table in tidy_tables().values():
        for position, column in enumerate(table.columns.values(), 1):
            yield {
                "layer": TIDY,
                "table": table.name,
                "column": column.name,
                "position": position,
                "type": column.type,
                "unit": column.unit or None,
                "codes": column.codes or None,
                "refers_to": column.refers_to or None,
                "is_key": column.name in table.key,
                "about": column.about[words.code],
            }


def _found(atlas: Atlas, words: Language) -> Iterator[dict[str, object]]:
    for row in _stored(atlas):
        yield {
            "layer": DATABASE,
            "table": row["of_table"],
            "column": row["name"],
            "position": int(row["position"]),
            "type": row["type"],
            "unit": row["unit"],
            "codes": row["codes"],
            "refers_to": row["refers_to"],
            "is_key": row["name"] in str(row["key"] or "").split(),
            "about": row[f"about_{words.code}"],
        }


def _stored(atlas: Atlas) -> list[dict[Hashable, Any]]:
    found: list[dict[Hashable, Any]] = atlas.once("dictionary", lambda: dictionary(atlas.store))
    return found


TABLES_TOLD = Resource("tables", read=_tables)
DICTIONARY = Resource("dictionary", read=_columns)
