"""Turns away forged callback requests before Dash would stumble over them.

Dash trusts what its own front end sends. Here a request must name a callback that exists and
bring its inputs and state in their places; anything else gets a 4xx with one plain line. Values
are not looked at: callbacks take any value and fall back to defaults.

The pages of today have no callbacks on the server, so everything is turned away; the first one that
comes finds the door as it should be.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/_dash-update-component"
JSON = "application/json"
MOST_BYTES = 64_000
"""The largest request of the atlas itself is about 2 kB."""


class CallbackGuard:
    """Lets through callback requests that fit a callback of the application."""

    def __init__(self, app: ASGIApp, callbacks: Mapping[str, dict[str, Any]]) -> None:
        self.app = app
        self.callbacks = callbacks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything but forged callback requests."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4003})
            return
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        body = await _read(receive)
        if body is None:
            await PlainTextResponse("request too large\n", 413)(scope, receive, send)
            return
        problem = forged(body, self.callbacks)
        if problem:
            await PlainTextResponse(f"{problem}\n", 400)(scope, receive, send)
            return
        sent = False

        async def replay() -> Message:
            nonlocal sent
            if sent:
                return await receive()
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send_json(message: Message) -> None:
            if message["type"] == "http.response.start":  # Dash leaves its answers without a type
                MutableHeaders(scope=message).setdefault("content-type", JSON)
            await send(message)

        headers = [item for item in scope["headers"] if item[0] != b"content-type"]
        headers.append((b"content-type", JSON.encode()))
        await self.app({**scope, "headers": headers}, replay, send_json)


def forged(body: bytes, callbacks: Mapping[str, dict[str, Any]]) -> str | None:
    """What is wrong with the body of a callback request; None if nothing is."""
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        return "not JSON"
    if not isinstance(asked, dict):
        return "not an object"
    output = asked.get("output")
    callback = callbacks.get(output) if isinstance(output, str) else None
    if callback is None or "callback" not in callback:  # the browser runs some of them itself
        return "no such callback"
    for part in ("inputs", "state"):
        if not _fits(asked.get(part, []), callback[part]):
            return f"{part} do not fit the callback"
    if not _is_strings(asked.get("changedPropIds", [])):
        return "changedPropIds is not a list of names"
    if not _outputs_fit(asked.get("outputs"), output):
        return "outputs do not fit the callback"
    return None


def _outputs_fit(given: Any, output: Any) -> bool:
    items = given if isinstance(given, list) else [given]
    if not all(isinstance(item, dict) for item in items):
        return False
    names = [f"{item.get('id')}.{item.get('property')}" for item in items]
    wanted = output.strip(".").split("...") if output.startswith("..") else [output]
    return names == wanted and isinstance(given, list) == output.startswith("..")


def _fits(given: Any, wanted: list[dict[str, Any]]) -> bool:
    if not isinstance(given, list) or len(given) != len(wanted):
        return False
    return all(
        isinstance(item, dict)
        and item.get("id") == place["id"]
        and item.get("property") == place["property"]
        for item, place in zip(given, wanted, strict=True)
    )


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


async def _read(receive: Receive) -> bytes | None:
    """The whole body, or None if it is larger than any that the atlas sends."""
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return body
