"""The requests of a load, made beforehand: views of the atlas, callbacks of the baseline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.browsing import settle, visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tests.bench.servers import Served

HEAD = "HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAccept-Encoding: gzip\r\n"


class Callback(NamedTuple):
    """A callback's request as a page sends it: the path with its query, and the body."""

    path: str
    body: str


def capture_callback(browser: Browser, served: Served, prop: str, value: Any) -> Callback:
    """The request that a page of Dash sends when a component's property is set.

    Args:
        browser: where to look.
        served: whose page.
        prop: the property with its component, "year.value".
        value: what it is set to, JSON.
    """
    name, kind = prop.split(".")
    with visit(browser, served) as page:
        settle(page)
        with page.expect_request(lambda it: "_dash-update-component" in it.url) as caught:
            page.evaluate(
                "([id, props]) => dash_clientside.set_props(id, props)", [name, {kind: value}]
            )
        request = caught.value
        return Callback("/" + request.url.split("/", 3)[3], request.post_data or "")


def callbacks(callback: Callback, choices: Sequence[dict[str, Any]]) -> list[bytes]:
    """A captured callback's request, once for each choice of its inputs' values (id → value)."""
    body = json.loads(callback.body)
    made = []
    for choice in choices:
        inputs = [
            {**item, "value": choice.get(item["id"], item["value"])} for item in body["inputs"]
        ]
        content = json.dumps({**body, "inputs": inputs}).encode()
        kind = f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        made.append(f"POST {callback.path} {HEAD}{kind}".encode() + content)
    return made


def gets(addresses: Sequence[str]) -> list[bytes]:
    """A request for each address, as a browser without it would send it."""
    return [f"GET {address} {HEAD}\r\n".encode() for address in addresses]
