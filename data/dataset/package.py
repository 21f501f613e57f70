"""The data package description: what a program must know of the CSV files to load and check them.

Keys, references, code lists and bounds are those of the data dictionary, which the build has
checked every row against; `frictionless validate datapackage.json` says so again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from data.dataset.offered import LICENCE, LICENCE_URL, citation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from data.dataset.tables import DatasetTable

_TYPES: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": "string"},
    "BOOLEAN": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "DATE": {"type": "date"},
    "TIMESTAMP": {"type": "datetime", "format": "%Y-%m-%d %H:%M:%S"},
    "INTEGER": {"type": "integer"},
}
_NUMBER: dict[str, Any] = {"type": "number"}


def package(
    version: str,
    tables: Sequence[DatasetTable],
    codes: Mapping[str, Sequence[str]],
    sources: Sequence[dict[str, Any]],
    built_at: datetime,
) -> str:
    """Return datapackage.json of the CSV files.

    Args:
        version: of the data.
        tables: in the order of the files.
        codes: the codes of each list.
        sources: as the query `sources` has them.
        built_at: UTC.
    """
    keys = {table.name: table.key for table in tables}
    demo = any(each["kind"] == "demo" for each in sources)
    described = {
        "profile": "tabular-data-package",
        "name": "savivalda",
        "title": "Savivalda: data of the atlas of Lithuanian municipalities",
        "description": citation(version, "en", demo=demo),
        "description_lt": citation(version, "lt", demo=demo),
        "version": version,
        "created": f"{built_at:%Y-%m-%dT%H:%M:%SZ}",
        "licenses": [_licence()],
        "sources": [_source(each) for each in sources],
        "resources": [_resource(table, keys, codes) for table in tables],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _licence() -> dict[str, str]:
    return {"name": "CC-BY-4.0", "title": LICENCE, "path": LICENCE_URL}


def _source(source: dict[str, Any]) -> dict[str, Any]:
    """Return a source; one that is not published anywhere has no path."""
    found = {
        "title": source["title_en"],
        "path": source["url"],
        "organization": source["publisher"],
        "licence": source["licence_en"],
        "retrieved": str(source["retrieved"]),
        "kind": source["kind"],
        "note": source["note_en"],
    }
    return {name: value for name, value in found.items() if value}


def _resource(
    table: DatasetTable, keys: Mapping[str, Sequence[str]], codes: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    first = table.columns[0]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": first["title_en"],
        "title_lt": first["title_lt"],
        "description": f"One row: {first['grain_en']}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column, codes) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _foreign_key(column, keys) for column in table.columns if column["refers_to"]
            ],
        },
    }


def _field(column: dict[str, Any], codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    constraints = {
        "required": column["required"] or None,
        "enum": codes.get(column["codes"]),
        "minimum": _bound(column, "minimum"),
        "maximum": _bound(column, "maximum"),
    }
    return {
        "name": column["name"],
        **_TYPES.get(column["type"], _NUMBER),
        "description": column["about_en"],
        "description_lt": column["about_lt"],
        "constraints": {name: value for name, value in constraints.items() if value is not None},
    } | {key: column[key] for key in ("unit", "codes") if column[key]}


def _bound(column: dict[str, Any], name: str) -> int | float | None:
    bound = column[name]
    if bound is None:
        return None
    return int(bound) if bound == int(bound) else float(bound)


def _foreign_key(column: dict[str, Any], keys: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    there, named = column["refers_to"], column["name"]
    resource = "" if there == column["of_table"] else there
    return {"fields": [named], "reference": {"resource": resource, "fields": list(keys[there])}}
