"""The description that programs read: OpenAPI 3.1, made of the descriptions of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.address import VIEWS
from dashboard.api.answering import V1
from dashboard.api.asked import FORMATS, own_params, row_params
from dashboard.api.figure import FIGURE, figure_params
from dashboard.api.schemas import META_SCHEMA, PROBLEM_SCHEMA, param_schema, row_schema
from dashboard.frame.problem import PROBLEM, PROBLEMS
from dashboard.language.i18n import CODES
from dashboard.resources.params import key_columns
from dashboard.resources.registry import RESOURCES
from dashboard.resources.telling import params_told
from data.catalog import INDICATORS
from data.dataset.offered import LICENCE, LICENCE_URL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource
    from dashboard.resources.telling import ParamTold

    Json = dict[str, Any]

HEADERS = ("ETag", "Cache-Control", "Link", "Data-Version", "Total-Count")


def openapi(atlas: Atlas, words: Language, base: str) -> Json:
    """The whole description.

    Args:
        atlas: The data, for its codes and its version.
        words: Language of what is told.
        base: Path below which the atlas stands.
    """
    paths: Json = {V1: _get("list", words, _own(("lang",), words), _ok(_ref("List"), words))}
    for resource in RESOURCES.values():
        paths |= _paths(resource, atlas, words)
    paths |= _figure(atlas, words) | _views(atlas, words)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words.t("api.title"),
            "version": "1",
            "description": words.t("api.description"),
            "license": {"name": LICENCE, "url": LICENCE_URL},
            "x-data-version": atlas.store.version,
        },
        "servers": [{"url": base or "/"}],
        "paths": paths,
        "components": _components(atlas, words),
    }


def _paths(resource: Resource, atlas: Atlas, words: Language) -> Iterator[tuple[str, Json]]:
    """The addresses of a resource: its rows, and one of them."""
    table, told = resource.table, params_told(resource, atlas, words)
    name = _name(resource)
    many = [_param(each) for each in told.values()] + _own(own_params(resource), words)
    title = table.title[words.code]
    yield (
        f"{V1}/{resource.id}",
        _get(f"all-{resource.id}", words, many, _ok(_ref(name), words, files=True), title),
    )
    key = key_columns(resource)
    columns = table.columns
    ends = [
        {
            "name": part,
            "in": "path",
            "required": True,
            "description": columns[part].about[words.code],
            "schema": _path_schema(columns[part].type),
        }
        for part in key
    ]
    few = [_param(told[each]) for each in row_params(resource)]
    own = _own(own_params(resource, row=True), words)
    row = _ok(_ref(f"{name}One"), words, files=True)
    path = f"{V1}/{resource.id}/" + "/".join(f"{{{part}}}" for part in key)
    said = table.about[words.code]
    yield path, _get(f"one-{resource.id}", words, [*ends, *few, *own], row, said)


def _path_schema(kind: str) -> Json:
    if kind in {"integer", "number", "boolean"}:
        return {"type": kind} | ({"minimum": 0, "maximum": 10**9} if kind == "integer" else {})
    if kind in {"date", "datetime"}:
        return {"type": "string", "format": "date"}
    return {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[A-Za-z0-9._:-]+$"}


def _figure(atlas: Atlas, words: Language) -> Json:
    """One figure with its trace."""
    params = [_param(each) for each in figure_params(atlas, words).values()]
    told = {"type": "object", "required": ["value", "state", "demo", "source", "version"]}
    data = {"type": "object", "required": ["data"], "properties": {"data": told}}
    asked = [*params, *_own(("lang", "version"), words)]
    found = _get(FIGURE, words, asked, _ok(data, words), words.t("api.figure.title"))
    found["get"]["description"] = words.t("api.figure.about")
    return {f"{V1}/{FIGURE}": found}


def _views(atlas: Atlas, words: Language) -> Json:
    """Views of the map, which the pages themselves ask for."""
    known = {
        "unit": dict.fromkeys(unit for each in INDICATORS.values() for unit in each.units),
        "area": ("all", *atlas.areas),
        "classes": ("quantile", "natural", "equal"),
        "limits": ("fixed", "year"),
        "figures": ("all", "real"),
    }
    asked = [
        _enum("indicator", "path", INDICATORS, words),
        *_own(("lang",), words),
        *(_enum(name, "query", values, words) for name, values in known.items()),
    ]
    version = {"name": "version", "in": "path", "required": True, "schema": {"type": "string"}}
    moved = {"307": {"description": words.t("api.answer.moved"), "headers": {"Location": _text()}}}
    view = _ok({"type": "object"}, words)
    return {
        f"{VIEWS}/{{indicator}}": _get("view", words, asked, moved),
        f"{VIEWS}/{{version}}/{{indicator}}": _get(
            "view-of-version", words, [version, *asked], view | moved
        ),
    }


def _enum(name: str, place: str, values: Iterable[str], words: Language) -> Json:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": words.t(f"api.view.{name}"),
        "schema": {"type": "string", "enum": list(values)},
    }


def _get(id_: str, words: Language, params: list[Json], ok: Json, summary: str = "") -> Json:
    problems = {
        str(status): {"$ref": f"#/components/responses/{status}"}
        for status in sorted(set(PROBLEMS.values()) - {405})
    }
    said = summary or words.t(f"api.summary.{id_.replace('-', '_')}")
    return {
        "get": {
            "operationId": id_,
            "summary": said,
            "parameters": params,
            "responses": ok | problems,
        }
    }


def _ok(schema: Json, words: Language, *, files: bool = False) -> Json:
    content: Json = {"application/json": {"schema": schema}}
    if files:
        content["text/csv"] = {"schema": {"type": "string"}}
        content["application/vnd.apache.parquet"] = {}
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}
    same = {name: headers[name] for name in ("ETag", "Cache-Control")}
    return {
        "200": {
            "description": words.t("api.answer.ok"),
            "headers": headers if files else same,
            "content": content,
        },
        "304": {"description": words.t("api.answer.same"), "headers": same},
    }


def _param(param: ParamTold) -> Json:
    style = {"style": "form", "explode": False} if param.many else {}
    return {
        "name": param.name,
        "in": "query",
        "required": param.required,
        "description": f"{param.about} ({param.expected})",
        "schema": param_schema(param),
        **style,
    }


def _own(names: Iterable[str], words: Language) -> list[Json]:
    """The parameters of the interface itself."""
    schemas: dict[str, Json] = {
        "lang": {"type": "string", "enum": list(CODES), "default": CODES[0]},
        "format": {"type": "string", "enum": list(FORMATS), "default": FORMATS[0]},
        "version": {"type": "string"},
        "cursor": {"type": "string"},
    }
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": words.t(f"api.param.{name}"),
            "schema": schemas[name],
        }
        for name in names
    ]


def _components(atlas: Atlas, words: Language) -> Json:
    schemas: Json = {"Problem": PROBLEM_SCHEMA, "Meta": META_SCHEMA, "List": _list_schema()}
    for resource in RESOURCES.values():
        name = _name(resource)
        row = _ref(f"{name}Row")
        schemas[f"{name}Row"] = row_schema(resource, atlas, words)
        schemas[name] = _answer({"type": "array", "items": row})
        schemas[f"{name}One"] = _answer(row)
    return {
        "schemas": schemas,
        "headers": {
            name: {"description": words.t(f"api.header.{_key(name)}"), **_text()}
            for name in (*HEADERS, "Retry-After")
        },
        "responses": {
            str(status): _problem(status, words) for status in sorted(set(PROBLEMS.values()))
        },
    }


def _problem(status: int, words: Language) -> Json:
    kinds = [kind for kind, its in PROBLEMS.items() if its == status]
    again = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    return {
        "description": " / ".join(words.t(f"api.problem.{kind}.title") for kind in kinds),
        **({"headers": again} if status in {429, 503} else {}),
        "content": {PROBLEM: {"schema": _ref("Problem")}},
    }


def _answer(data: Json) -> Json:
    return {
        "type": "object",
        "required": ["data", "meta", "next"],
        "properties": {
            "data": data,
            "meta": _ref("Meta"),
            "next": {"type": ["string", "null"], "format": "uri"},
        },
    }


def _list_schema() -> Json:
    text = {"type": "string"}
    texts = {"type": "array", "items": text}
    item = {"resource": text, "title": text, "row": text, "key": texts, "columns": texts}
    item["href"] = {"type": "string", "format": "uri"}
    return {
        "type": "object",
        "required": ["data", "meta", "links"],
        "properties": {
            "data": {"type": "array", "items": {"type": "object", "properties": item}},
            "meta": _ref("Meta"),
            "links": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }


def _name(resource: Resource) -> str:
    return "".join(part.title() for part in resource.id.split("_"))


def _key(name: str) -> str:
    return name.lower().replace("-", "_")


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _text() -> Json:
    return {"schema": {"type": "string"}}
