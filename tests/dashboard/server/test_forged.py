"""Whatever is sent to the one address that takes requests: an answer, a 4xx, never an error."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from asgi import CALLBACK, Client, page_request, view_request
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

ROOT = re.escape(str(Path(__file__).parents[3]))
LEAKS = re.compile(rf"Traceback|\.py\b|site-packages|{ROOT}|InternalServerError")

words = st.one_of(
    st.text(st.characters(), max_size=10),
    st.sampled_from(
        ["..", "...", ".", "{}", "view.data", "page.children", "drawn.data", "lt", "en", "url"]
    ),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=10,
)
requests = st.sampled_from(
    [
        view_request({"indicator": "total", "unit": "eur", "area": "all"}, "en"),
        page_request("/en/", "?indicator=total&year=2020"),
        page_request("/en/commitments", "?plan=3&on=2017-11-21&sort=-title"),
        page_request("/isipareigojimai/4-4", ""),
    ]
)


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    with Client(create_app(Settings(), store).server) as opened:
        yield opened


many = settings(max_examples=80)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in a JSON value: the keys that lead to it."""
    found = [path]
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            found += places(item, (*path, key))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> object:
    """A real request in which one or two places hold something else, or nothing."""
    body: Any = copy.deepcopy(draw(requests))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(places(body)))
        if not path:
            return draw(json_values)
        at = body
        for key in path[:-1]:
            at = at[key]
        match draw(st.sampled_from(["replace", "remove", "add"])):
            case "replace":
                at[path[-1]] = draw(json_values)
            case "remove":
                del at[path[-1]]
            case _ if isinstance(at, dict):
                at[draw(words)] = draw(json_values)
            case _:
                at.append(draw(json_values))
    return body


def judge(client: Client, body: object) -> int:
    answer = client.post(body)
    assert answer.status_code in {200, 204} or 400 <= answer.status_code < 500, answer.text
    assert not LEAKS.search(answer.text) or answer.status_code == 200
    assert "Traceback" not in answer.text
    if answer.status_code >= 400:
        assert len(answer.text) < 100, "one plain line"
    return answer.status_code


@many
@given(mutated())
@example(page_request("/", "?indicator=\ud800"))
@example(page_request("\ud800", "\udfff"))
def test_a_changed_request_is_answered_or_turned_away(client: Client, body: object) -> None:
    judge(client, body)


@many
@given(json_values)
def test_any_json_is_turned_away(client: Client, body: object) -> None:
    assert judge(client, body) == 400


@many
@given(st.binary(max_size=200))
def test_any_bytes_are_turned_away(client: Client, body: bytes) -> None:
    assert judge(client, body) == 400


@many
@given(json_values, json_values)
def test_any_values_in_the_right_places_give_a_view(
    client: Client, choice: object, code: object
) -> None:
    assert judge(client, view_request(choice, code)) == 200


@many
@given(json_values, json_values)
def test_any_address_gives_a_page(client: Client, path: object, search: object) -> None:
    assert judge(client, page_request(path, search)) == 200


@pytest.mark.parametrize(
    "choice",
    [
        *(None, 5, "total", [], ["total"], {"indicator": None}, {"indicator": ["total"]}),
        *({"indicator": {"a": 1}}, {"unit": 5}, {"area": True}, {"classes": 1e400}),
        *({"indicator": "DROP TABLE"}, {"indicator": "__class__"}, {"unit": "../../eur"}),
    ],
)
def test_a_choice_of_the_wrong_type_gives_the_first_view(client: Client, choice: object) -> None:
    assert client.view(choice) == client.view({})


@pytest.mark.parametrize("code", [None, 5, [], {}, "xx", "../en", "lt"])
def test_an_unknown_language_is_the_first_one(client: Client, code: object) -> None:
    assert client.view({}, code) == client.view({}, "lt")


def test_what_fits_is_taken_and_the_rest_falls_back(client: Client) -> None:
    shown = client.view({"indicator": "total", "unit": ["eur"], "area": "sport", "classes": 5})
    assert shown["view"] == {
        "indicator": "total",
        "unit": "per_resident",
        "area": "sport",
        "classes": "quantile",
    }


@pytest.mark.parametrize(
    "value",
    ["[" * 900 + "]" * 900, "[" * 30_000, "9" * 5000, "1e999", "NaN", '"\\ud800"', '"\\u0000"'],
)
def test_json_at_its_limits(client: Client, value: str) -> None:
    body = json.dumps(view_request("here", "lt")).replace('"here"', value).encode()
    assert judge(client, body) in {200, 400}


def test_a_request_that_is_too_large_is_not_read_to_its_end(client: Client) -> None:
    answer = client.post(view_request("x" * 100_000, "lt"))
    assert answer.status_code == 413
    assert client.post(b" " * 1_000_000).status_code == 413


def test_a_callback_of_the_browser_cannot_be_called(client: Client) -> None:
    body = {
        "output": "drawn.data",
        "outputs": {"id": "drawn", "property": "data"},
        "inputs": [{"id": "view", "property": "data", "value": {}}],
        "state": [{"id": "frame", "property": "data", "value": {}}],
        "changedPropIds": ["view.data"],
    }
    assert judge(client, body) >= 400


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data", ""])
def test_the_type_that_a_request_calls_itself_does_not_matter(client: Client, kind: str) -> None:
    body = json.dumps(view_request({}, "lt")).encode()
    answer = client.request("POST", CALLBACK, content=body, headers={"content-type": kind})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_requests_that_bring_something_are_read(client: Client, method: str) -> None:
    answer = client.request(method, CALLBACK)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("path", ["/_dash-ws-callback", "/", "/anything"])
def test_websockets_are_refused(client: Client, path: str) -> None:
    assert client.websocket(path) == ["websocket.close"]


def test_markup_in_an_address_stays_text(client: Client) -> None:
    attack = "<img src=x onerror=alert(1)>"
    shown = json.loads(client.page("/en/", f"?indicator={attack}"))
    notes: list[str] = []

    def look(part: Any) -> None:
        if isinstance(part, dict):
            if part.get("props", {}).get("id") == "note":
                notes.append(part["props"]["children"])
            part = list(part.values())
        for inner in part if isinstance(part, list) else []:
            look(inner)

    look(shown)
    assert notes == [language("en").t("note.unknown", key="indicator", value=attack)]
    assert attack not in client.get(f"/en/?indicator={attack}").text
    assert attack not in client.get(f"/en/{attack}").text
