"""How long an answer may be kept, and who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from asgi import Client

    from data.asking.store import Store

TABLE = "/api/v1/units"
ADDRESSES = ("/api/v1", TABLE, "/api/openapi.json", "/api/v1/figure?indicator=total")


@pytest.mark.parametrize("path", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "no-cache", "tomorrow it may be another"
    again = client.get(path, if_none_match=f'W/"x", {first.headers["etag"]}')
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(path, if_none_match='"other"').status_code == 200


def test_two_questions_have_two_marks(client: Client) -> None:
    tags = {client.get(f"{TABLE}?lang={code}").headers["etag"] for code in ("lt", "en")}
    assert len(tags) == 2


def test_an_answer_of_a_named_version_is_kept_for_ever(client: Client, store: Store) -> None:
    kept = client.get(f"{TABLE}?version={store.version}&limit=2")
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert kept.json()["data"] == client.get(f"{TABLE}?limit=2").json()["data"]
    following = client.get(kept.json()["next"])
    assert "immutable" in following.headers["cache-control"]
    former = client.get(f"{TABLE}?version=2020-01-01.00000000")
    assert former.status_code == 404
    assert former.json()["known"] == [store.version]
    assert former.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", [*ADDRESSES, "/api/x", "/api/v1/views/total", "/catalog"])
def test_any_page_may_read_it(client: Client, path: str) -> None:
    answer = client.get(path, origin="https://elsewhere.test")
    assert answer.headers.get_list("access-control-allow-origin") == ["*"]
    assert "set-cookie" not in answer.headers
    asked = client.request(
        "OPTIONS",
        path,
        headers={"origin": "https://elsewhere.test", "access-control-request-method": "GET"},
    )
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "GET" in asked.headers["access-control-allow-methods"]
    assert "If-None-Match" in asked.headers["access-control-allow-headers"]


def test_files_of_data_may_be_read_and_pages_may_not(client: Client) -> None:
    assert client.get("/download/lt/view.csv").headers["access-control-allow-origin"] == "*"
    for path in ("/", "/duomenys", "/api", "/health", "/bundles/api.css"):
        assert "access-control-allow-origin" not in client.get(path).headers
    shown = client.get(TABLE).headers["access-control-expose-headers"]
    assert {"ETag", "Link", "Data-Version", "Retry-After"} <= {*shown.split(", ")}


def test_the_head_can_be_asked_for_alone(client: Client) -> None:
    whole, head = client.get(TABLE), client.request("HEAD", TABLE)
    assert head.status_code == 200
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.content == b""


def test_a_view_from_memory_is_open_too(client: Client) -> None:
    address = client.get("/api/v1/views/total").headers["location"]
    for _ in range(2):
        assert client.get(address).headers["access-control-allow-origin"] == "*"
