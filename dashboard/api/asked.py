"""An address of the interface, read: which resource, which row, and how the answer is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from dashboard.api.cursor import question_mark, read_cursor
from dashboard.api.rows import with_mark
from dashboard.language.i18n import CODES, language
from dashboard.resources.params import key_columns, read_key, read_params
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked
from dashboard.resources.telling import params_told, require_known
from data.errors import near

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Request

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource
    from dashboard.resources.telling import ParamTold
    from data.tidy.narrowing import Narrow

LONGEST_ADDRESS = 8_000
"""Bytes of path and query together."""

MOST_PARAMS = 200

FEW = 15
"""Values that are told in a sentence."""

FORMATS = ("json", "csv", "parquet")


class NotAsked(Exception):
    """Something cannot be asked like that.

    Attributes:
        kind: of `dashboard.frame.problem.PROBLEMS`.
        said: what fills the places of its text.
        more: what else the problem tells.
        headers: of the answer.
    """

    def __init__(
        self, kind: str, said: Mapping[str, Any], headers: Mapping[str, str] = {}, **more: Any
    ):
        self.kind, self.said, self.more, self.headers = kind, said, more, headers
        super().__init__(kind)


@dataclass(frozen=True)
class ApiAsked:
    """What an address asks for.

    Attributes:
        resource: which.
        words: language of its names.
        format: one of `FORMATS`.
        version: the data version that the address names; empty for the present one.
        params: all that was asked, by name.
        choices: what is chosen of the resource.
        narrow: which rows and columns; `after` is set from the cursor.
        key: the row, by the columns of its key; empty for all.
        question: what tells it from other questions.
    """

    resource: Resource
    words: Language
    format: str
    version: str
    params: Mapping[str, str]
    choices: Mapping[str, str]
    narrow: Narrow
    key: tuple[str, ...]
    question: str


def language_of(request: Request) -> Language:
    """The language that is asked for, as far as it can be read: problems are told in it too."""
    asked = dict(parse_qsl(_query(request)))
    return language(asked.get("lang", CODES[0]))


def read_query(request: Request, own: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The parameters of an address, each once; `own` has the values of those of few values."""
    size = len(request.url.path) + len(_query(request))
    if size > LONGEST_ADDRESS:
        raise NotAsked("length", {"most": LONGEST_ADDRESS})
    try:
        pairs = parse_qsl(_query(request), keep_blank_values=True, max_num_fields=MOST_PARAMS)
    except ValueError:
        raise NotAsked("length", {"most": LONGEST_ADDRESS}) from None
    params: dict[str, str] = {}
    for name, value in pairs:
        if name in params:
            raise NotAsked("twice", {"name": name}, parameter=name)
        params[name] = value
    for name, known in own.items():
        if name in params and params[name] not in known:
            raise NotAsked(
                "value",
                {"name": name, "value": params[name], "expected": ", ".join(known)},
                parameter=name, value=params[name], known=known, near=near(params[name], known),
            )  # fmt: skip
    return params


def read_asked(request: Request, parts: list[str], atlas: Atlas) -> ApiAsked:
    """What `/api/v1/<resource>[/<key>]?…` asks for.

    Args:
        request: What was asked.
        parts: Of the path, from the resource on.
        atlas: The data.

    Raises:
        NotAsked: It cannot be asked like that.
    """
    words = language_of(request)
    name, *key = parts
    if name not in RESOURCES:
        known = tuple(RESOURCES)
        raise NotAsked("resource", {"name": name}, known=known, near=near(name, known))
    resource = RESOURCES[name]
    params = read_query(request, {"lang": CODES, "format": FORMATS})
    try:
        return _read(resource, words, params, tuple(key), atlas)
    except WrongAsked as wrong:
        raise refused(wrong, resource, atlas, words) from wrong


def _read(
    resource: Resource,
    words: Language,
    params: Mapping[str, str],
    key: tuple[str, ...],
    atlas: Atlas,
) -> ApiAsked:
    own = own_params(resource, row=bool(key))
    asked = {name: value for name, value in params.items() if name not in own}
    if key:
        _require_few(resource, asked)
        names, value = key_columns(resource), "/".join(key)
        if len(key) != len(names):
            raise NotAsked("row", {"value": value, "key": "/".join(names)}, value=value)
    choices, narrow = read_params(resource, asked)
    require_known(resource, narrow, atlas)
    if key:
        narrow = replace(narrow, where=read_key(resource, key))
    form = params.get("format", FORMATS[0])
    if form != FORMATS[0]:
        narrow = replace(narrow, columns=with_mark(resource, narrow.columns))
    version = params.get("version", "") if "version" in own else ""
    require_version(version, atlas, given="version" in own and "version" in params)
    question = question_mark(resource.id, key, params)
    if "cursor" in params:
        narrow = replace(narrow, after=_after(params["cursor"], question, atlas))
    return ApiAsked(resource, words, form, version, params, choices, narrow, key, question)


def own_params(resource: Resource, *, row: bool = False) -> tuple[str, ...]:
    """The parameters that are of the interface, not of a resource; a column's name goes first."""
    own = ("lang", "format", "version", *(() if row else ("cursor",)))
    return tuple(name for name in own if name not in resource.table.columns)


def row_params(resource: Resource) -> tuple[str, ...]:
    """The parameters of a resource that a single row takes too."""
    return (*(choice.name for choice in resource.choices), "fields")


def _require_few(resource: Resource, asked: Mapping[str, str]) -> None:
    known = row_params(resource)
    for name in asked:
        if name not in known:
            raise NotAsked("parameter", {"name": name}, parameter=name, known=known)


def require_version(version: str, atlas: Atlas, *, given: bool) -> None:
    """Passes where the data version that is asked for is the present one, or none is given."""
    if given and not atlas.store.has(version):
        present = atlas.store.version
        raise NotAsked(
            "version", {"value": version, "present": present},
            parameter="version", value=version, known=(present,),
        )  # fmt: skip


def _after(text: str, question: str, atlas: Atlas) -> int:
    found = read_cursor(text)
    if found and not atlas.store.has(found.version):
        present = atlas.store.version
        said = {"value": found.version, "present": present}
        raise NotAsked("former", said, parameter="cursor", known=(present,))
    if found is None or found.question != question:
        raise NotAsked("cursor", {}, parameter="cursor", value=text[:80])
    return found.after


def refused(wrong: WrongAsked, resource: Resource, atlas: Atlas, words: Language) -> NotAsked:
    """The problem of what cannot be asked of a resource, in the language that it is asked in."""
    return refused_param(wrong, params_told(resource, atlas, words))


def refused_param(wrong: WrongAsked, params: Mapping[str, ParamTold]) -> NotAsked:
    """The problem of a parameter, as its description tells it."""
    more: dict[str, Any] = {"parameter": wrong.name, "known": wrong.known, "near": wrong.near}
    param = params.get(wrong.name)
    if param is None:
        return NotAsked("parameter", {"name": wrong.name}, **more)
    more |= {"value": wrong.value, "expected": param.expected}
    few = ", ".join(wrong.known) if 0 < len(wrong.known) <= FEW else param.expected
    said = {"name": wrong.name, "value": wrong.value, "expected": few}
    if param.kind != "choice":
        return NotAsked("value", said, **more)
    return NotAsked("choice" if wrong.value else "missing", said, **more)


def path_parts(request: Request) -> list[str]:
    """The parts of the path below `/api`; a slash that is written `%2F` parts nothing."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("latin-1").partition("?")[0]
    return [unquote(part) for part in path.removesuffix("/").split("/")[2:]]


def _query(request: Request) -> str:
    text: bytes = request.scope.get("query_string", b"")
    return text.decode("latin-1")
