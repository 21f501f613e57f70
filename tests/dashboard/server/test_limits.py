"""Who asks too often is told when to come again; what is answered from memory costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.server import limits
from dashboard.server.limits import Buckets, asking

if TYPE_CHECKING:
    from data.asking.store import Store


def test_a_bucket_empties_and_fills_again_evenly() -> None:
    now = [0.0]
    buckets = Buckets(60, lambda: now[0])
    assert [buckets.wait("a") for _ in range(61)] == [0] * 60 + [1]
    assert buckets.wait("b") == 0, "another address has its own"
    now[0] = 2.5
    assert [buckets.wait("a") for _ in range(3)] == [0, 0, 1]
    now[0] = 1_000
    assert [buckets.wait("a") for _ in range(61)] == [0] * 60 + [1], "no more than a minute's"


def test_the_wait_that_is_told_is_enough() -> None:
    now = [0.0]
    buckets = Buckets(7, lambda: now[0])
    while not (wait := buckets.wait("a")):
        pass
    now[0] += wait
    assert buckets.wait("a") == 0


def test_only_so_many_addresses_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 3)
    buckets = Buckets(1)
    for address in "abcdef":
        assert buckets.wait(address) == 0
    assert [*buckets.kept] == ["d", "e", "f"]


@pytest.mark.parametrize(
    ("client", "who"),
    [
        (("192.0.2.7", 5), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 5), "2001:db8:1:2::"),
        (("2001:db8:1:2::9", 7), "2001:db8:1:2::"),
        (("::ffff:192.0.2.7", 5), "::ffff:192.0.2.7"),
        (("testclient", 5), "testclient"),
        (None, ""),
    ],
)
def test_who_asks_is_an_address_or_a_network(client: object, who: str) -> None:
    assert asking({"client": client}) == who


@pytest.mark.parametrize("code", ["lt", "en"])
def test_who_asks_too_often_is_told_when_to_come_again(store: Store, code: str) -> None:
    with Client(create_app(Settings(rate_limit=3), store).server) as client:
        path = f"/api/v1/units?lang={code}"
        assert [client.get(path).status_code for _ in range(3)] == [200] * 3
        answer = client.get(path)
        assert answer.status_code == answer.json()["status"] == 429
        assert answer.headers["content-type"] == "application/problem+json"
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["access-control-allow-origin"] == "*"
        assert client.get("/health").status_code == 200
        assert client.get("/en/api").status_code == 200, "pages are not counted"


def test_assistants_are_counted_too() -> None:
    assert "/mcp".startswith(limits.LIMITED)


def test_what_is_answered_from_memory_is_not_counted(store: Store) -> None:
    with Client(create_app(Settings(rate_limit=2), store).server) as client:
        address = client.get("/api/v1/views/total").headers["location"]
        assert [client.get(address).status_code for _ in range(10)] == [200] * 10
        assert client.get("/api/v1/units").status_code == 429, "two were made"
        refused = client.get("/api/v1/views/openness")
        assert refused.status_code == 429
        assert client.get(address).status_code == 200


def test_nought_counts_nothing(store: Store) -> None:
    with Client(create_app(Settings(rate_limit=0), store).server) as client:
        assert all(client.get("/api/v1/nothing").status_code == 404 for _ in range(5))
