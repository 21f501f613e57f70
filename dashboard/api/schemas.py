"""Described columns and parameters as JSON Schema has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.resources.params import GREATEST, LONGEST_VALUE, MOST_VALUES
from dashboard.resources.telling import row_values

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource
    from dashboard.resources.telling import ParamTold
    from data.tidy.described import TidyColumn

    Schema = dict[str, Any]

_ROWS: dict[str, Schema] = {
    "string": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "date": {"type": ["string", "null"], "format": "date"},
    "datetime": {"type": ["string", "null"], "format": "date-time"},
}

_ASKED: dict[str, Schema] = {
    "string": {
        "type": "string",
        "maxLength": LONGEST_VALUE,
        "pattern": r"^[^,\u0000-\u001f\u007f-\u009f]*$",
    },
    "integer": {"type": "integer", "minimum": -(10**14) + 1, "maximum": 10**15 - 1},
    "number": {"type": "number", "minimum": -GREATEST, "maximum": GREATEST},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date"},
}

PROBLEM_SCHEMA: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "parameter": {"type": "string"},
        "value": {"type": "string"},
        "expected": {"type": "string"},
        "known": {"type": "array", "items": {"type": "string"}},
        "near": {"type": "array", "items": {"type": "string"}},
    },
}
"""Of RFC 9457, and what there was to ask for."""

META_SCHEMA: Schema = {
    "type": "object",
    "required": ["version", "built_at", "language", "licence", "citation"],
    "properties": {
        "version": {"type": "string"},
        "built_at": {"type": "string", "format": "date-time"},
        "language": {"type": "string", "enum": ["lt", "en"]},
        "licence": {"type": "string"},
        "licence_url": {"type": "string", "format": "uri"},
        "citation": {"type": "string"},
        "resource": {"type": "string"},
        "chosen": {"type": "object", "additionalProperties": {"type": "string"}},
        "total": {"type": "integer", "minimum": 0},
        "count": {"type": "integer", "minimum": 0},
        "demo": {"type": "boolean"},
        "demonstration": {"type": "string"},
        "source": {"type": "string"},
    },
}


def row_schema(resource: Resource, atlas: Atlas, words: Language) -> Schema:
    """A row; which of its columns are there is asked for."""
    return {
        "type": "object",
        "title": resource.table.title[words.code],
        "description": resource.table.about[words.code],
        "additionalProperties": False,
        "properties": {
            column.name: _column(column, atlas, words) for column in resource.table.columns.values()
        },
    }


def _column(column: TidyColumn, atlas: Atlas, words: Language) -> Schema:
    schema = _ROWS[column.type] | {"description": column.about[words.code]}
    if column.unit:
        schema["x-unit"] = column.unit
    if column.refers_to:
        schema["x-refers-to"] = column.refers_to
    codes = row_values(column, atlas)
    if codes:
        schema["enum"] = [*codes, None]
    return schema


def param_schema(param: ParamTold) -> Schema:
    """The values of a parameter."""
    if param.kind == "limit":
        one: Schema = {"type": "integer", "minimum": 1, "maximum": param.most}
    elif param.known:
        kind = param.type if param.type in {"integer", "number"} else "string"
        known = [int(each) for each in param.known] if kind == "integer" else list(param.known)
        one = {"type": kind, "enum": known}
    elif param.kind == "choice":
        one = {"type": "string"}
    else:
        one = _ASKED[param.type]
    if param.usual:
        one = one | {"default": int(param.usual) if one["type"] == "integer" else param.usual}
    if not param.many:
        return one
    unique = {"uniqueItems": True} if param.kind in {"fields", "sort"} else {}
    return {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_VALUES, **unique}
