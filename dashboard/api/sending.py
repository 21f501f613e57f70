"""An answer with a mark of its content, by which whoever has it learns that nothing changed."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from fastapi import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request


def send(request: Request, body: bytes, kind: str, headers: Mapping[str, str]) -> Response:
    """The body, or 304 where whoever asks has it already.

    Args:
        request: What was asked; its `If-None-Match` names what is there already.
        body: The whole answer.
        kind: Its media type.
        headers: Of the answer.
    """
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    told = {**headers, "ETag": tag}
    condition = request.headers.get("if-none-match", "")
    tags = {each.strip().removeprefix("W/") for each in condition.split(",")}
    if tags & {tag, "*"}:
        return Response(status_code=304, headers=told)
    return Response(body, headers=told, media_type=kind)
