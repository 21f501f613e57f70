"""What goes with the tables: a text for people and a data package description for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.dataset.offered import LICENCE, LICENCE_URL, citation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from data.dataset.tables import Table

HERE = Path(__file__).parent

_TYPES = {"VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date", "TIMESTAMP": "datetime"}


def readme(
    version: str, tables: Sequence[Table], sources: Sequence[dict[str, Any]], built_at: datetime
) -> str:
    """Return the description for people, Lithuanian first, English below."""
    return "\n".join(
        _text(language, version, tables, sources, built_at) for language in ("lt", "en")
    )


def package(
    version: str, tables: Sequence[Table], sources: Sequence[dict[str, Any]], built_at: datetime
) -> str:
    """Return the description for programs: datapackage.json of the CSV files."""
    described = {
        "name": "savivalda",
        "title": "Savivalda: data of the atlas of Lithuanian municipalities",
        "version": version,
        "created": f"{built_at:%Y-%m-%dT%H:%M:%SZ}",
        "licenses": [{"name": "CC-BY-4.0", "title": LICENCE, "path": LICENCE_URL}],
        "sources": [
            {"title": each["title_en"], "organization": each["publisher"], "path": each["url"]}
            for each in sources
        ],
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    first = table.columns[0]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": first["title_en"],
        "title_lt": first["title_lt"],
        "description": f"One row: {first['grain_en']}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in table.columns]},
    }


def _field(column: dict[str, Any]) -> dict[str, Any]:
    number = "integer" if column["type"] == "INTEGER" else "number"
    field = {
        "name": column["name"],
        "type": _TYPES.get(column["type"], number),
        "description": column["about_en"],
        "description_lt": column["about_lt"],
        "constraints": {"required": column["required"]},
    }
    extra = {key: column[key] for key in ("unit", "codes") if column[key]}
    return field | extra


def _text(
    language: str,
    version: str,
    tables: Sequence[Table],
    sources: Sequence[dict[str, Any]],
    built_at: datetime,
) -> str:
    demo = any(each["kind"] == "demo" for each in sources)
    template = (HERE / f"readme.{language}.md").read_text(encoding="utf-8")
    text, _, warning = template.partition("\n---\n")
    columns = [table.columns[0] for table in tables]
    return text.format(
        version=version,
        built_at=f"{built_at:%Y-%m-%d %H:%M} UTC",
        licence=f"{LICENCE} ({LICENCE_URL})",
        citation=citation(version, language, demo=demo),
        warning=warning if demo else "",
        tables="\n".join(
            f"- {each['of_table']}: {each[f'title_{language}']} ({each[f'grain_{language}']})"
            for each in columns
        ),
        sources="\n".join(
            f"- {each[f'title_{language}']}. {each['publisher']}. {each[f'licence_{language}']}."
            f" {each['retrieved']}. {each['url'] or ''}".rstrip()
            for each in sources
        ),
    )
