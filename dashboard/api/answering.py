"""Answers what is asked of a resource: a part of its rows, or one, in the form that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import orjson

from dashboard.address import FOREVER
from dashboard.api.asked import NotAsked, read_asked, refused
from dashboard.api.cursor import Cursor
from dashboard.api.rows import csv_text, parquet, records
from dashboard.api.sending import send
from dashboard.frame.site import site_of
from dashboard.resources.asking import ask
from dashboard.resources.params import key_columns
from dashboard.resources.resource import WrongAsked
from data.dataset.offered import LICENCE, LICENCE_URL, citation
from data.errors import near
from data.tidy.narrowing import Narrow

if TYPE_CHECKING:
    from datetime import datetime

    from fastapi import Request, Response

    from dashboard.answers import Atlas
    from dashboard.api.asked import ApiAsked
    from dashboard.resources.asking import Answer

V1 = "/api/v1"

KINDS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "parquet": "application/vnd.apache.parquet",
}


def resource_answer(request: Request, parts: list[str], atlas: Atlas) -> Response:
    """The answer to `/api/v1/<resource>[/<key>]?…`.

    Raises:
        NotAsked: It cannot be asked like that.
        StoreError: The database cannot answer.
    """
    asked, answer = atlas.settled(lambda: _answered(request, parts, atlas))
    if asked.key and not answer.total:
        raise _no_row(asked, atlas)
    headers = {
        "Data-Version": answer.version,
        "Total-Count": str(answer.total),
        "Link": f'<{LICENCE_URL}>; rel="license"',
    }
    following = _next(request, asked, answer)
    if following:
        headers["Link"] += f', <{following}>; rel="next"'
    if asked.format != "json":
        name = "-".join([asked.resource.id, *asked.key])
        headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}.{asked.format}"
    body = _body(asked, answer, following)
    headers["Cache-Control"] = FOREVER if asked.version else "no-cache"
    return send(request, body, KINDS[asked.format], headers)


def meta(version: str, built_at: datetime, code: str, *, demo: bool) -> dict[str, Any]:
    """What is told beside any answer: which data, under what licence, and how to cite them."""
    return {
        "version": version,
        "built_at": f"{built_at:%Y-%m-%dT%H:%M:%SZ}",
        "language": code,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "citation": citation(version, code, demo=demo),
    }


def _answered(request: Request, parts: list[str], atlas: Atlas) -> tuple[ApiAsked, Answer]:
    """What is asked, and the answer; the version that an address or a cursor names is read anew."""
    asked = read_asked(request, parts, atlas)
    try:
        return asked, ask(atlas, asked.words, asked.resource, asked.choices, asked.narrow)
    except WrongAsked as wrong:
        raise refused(wrong, asked.resource, atlas, asked.words) from wrong


def _body(asked: ApiAsked, answer: Answer, following: str) -> bytes:
    if asked.format == "csv":
        return csv_text(answer).encode()
    if asked.format == "parquet":
        return parquet(answer)
    rows, code = records(answer), asked.words.code
    about = meta(answer.version, answer.built_at, code, demo=answer.demo)
    return orjson.dumps(
        {
            "data": rows[0] if asked.key else rows,
            "meta": about
            | {
                "resource": asked.resource.id,
                "chosen": answer.chosen,
                "total": answer.total,
                "count": len(rows),
                "demo": answer.demo,
                "demonstration": answer.mark,
                "source": answer.source,
            },
            "next": following or None,
        }
    )


def _next(request: Request, asked: ApiAsked, answer: Answer) -> str:
    """The address of the rows after these; empty where there are none."""
    after = answer.after + len(answer.frame)
    if asked.key or after >= answer.total or not len(answer.frame):
        return ""
    cursor = Cursor(answer.version, asked.question, after).text
    query = urlencode({**asked.params, "cursor": cursor})
    return f"{site_of(request)}{V1}/{asked.resource.id}?{query}"


NEAR_AMONG = 5_000
"""Rows among which what may be meant is looked for; among more it would take long."""


def _no_row(asked: ApiAsked, atlas: Atlas) -> NotAsked:
    """Says that there is no such row, and which may be meant, by key or by name."""
    names, columns = key_columns(asked.resource), asked.resource.table.columns
    said = {"value": "/".join(asked.key), "key": "/".join(names)}
    wanted = (*names, *(("name",) if "name" in columns and "name" not in names else ()))
    everything = Narrow(columns=wanted, most=NEAR_AMONG)
    answer = ask(atlas, asked.words, asked.resource, asked.choices, everything)
    rows = records(answer) if answer.total <= NEAR_AMONG else []
    keys = {"/".join(str(row[name]) for name in names): row.get("name") for row in rows}
    called = {str(name): key for key, name in keys.items() if name}
    meant = near(said["value"], keys) or tuple(called[name] for name in near(said["value"], called))
    return NotAsked("row", said, value=said["value"], near=meant)
