"""Whatever is sent: a page, a 4xx or the first view, never an error, and nothing of the inside.

The atlas has no callbacks on the server today; the guard stands before the first one that comes, so
it is tried with an application of one callback.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from asgi import CALLBACK, Client
from dash import Dash, Input, Output, State, html
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from dashboard.server.guard import CallbackGuard
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT = re.escape(str(Path(__file__).parents[3]))
LEAKS = re.compile(rf"Traceback|\.py\b|site-packages|{ROOT}|InternalServerError")
PATHS = [page.path(language(code)) for page in all_pages() for code in CODES]
REAL = {
    "output": "answer.children",
    "outputs": {"id": "answer", "property": "children"},
    "inputs": [{"id": "question", "property": "title", "value": "what"}],
    "state": [{"id": "question", "property": "lang", "value": "lt"}],
    "changedPropIds": ["question.title"],
}

words = st.one_of(
    st.text(st.characters(), max_size=10),
    st.sampled_from(["..", "...", ".", "{}", "answer.children", "question.title", "lt", "en"]),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=10,
)
many = settings(max_examples=80)


@pytest.fixture(scope="module")
def guarded() -> Iterator[Client]:
    """An application with one callback behind the guard."""
    server = FastAPI()
    app = Dash("guarded", server=server)
    app.layout = [html.Div(id="question"), html.Div(id="answer")]

    @app.callback(
        Output("answer", "children"), Input("question", "title"), State("question", "lang")
    )
    def answer(question: object, code: object) -> str:
        return f"{question!r} {code!r}".encode("ascii", "replace").decode()

    server.add_middleware(CallbackGuard, callbacks=app.callback_map)
    app._setup_server()
    with Client(server) as opened:
        yield opened


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
    body: Any = copy.deepcopy(REAL)
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


def asking(question: object, code: object) -> dict[str, Any]:
    body = copy.deepcopy(REAL)
    body["inputs"][0]["value"] = question  # type: ignore[index]
    body["state"][0]["value"] = code  # type: ignore[index]
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
def test_a_changed_request_is_answered_or_turned_away(guarded: Client, body: object) -> None:
    judge(guarded, body)


@many
@given(json_values)
def test_any_json_is_turned_away(guarded: Client, body: object) -> None:
    assert judge(guarded, body) == 400


@many
@given(st.binary(max_size=200))
def test_any_bytes_are_turned_away(guarded: Client, body: bytes) -> None:
    assert judge(guarded, body) == 400


@many
@given(json_values, json_values)
def test_any_values_in_the_right_places_are_taken(
    guarded: Client, question: object, code: object
) -> None:
    assert judge(guarded, asking(question, code)) == 200


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ([], 200),
        (["question.title"], 200),
        *((wrong, 400) for wrong in ("question.title", {"question.title": 1}, 1, True)),
        *(([wrong], 400) for wrong in (1, None, {}, ["question.title"])),
        (["question.title", None], 400),
    ],
)
def test_what_has_changed_is_a_list_of_names(guarded: Client, changed: object, status: int) -> None:
    answer = guarded.post({**REAL, "changedPropIds": changed})
    assert answer.status_code == status
    if status == 400:
        assert answer.text == "changedPropIds is not a list of names\n"


@pytest.mark.parametrize(
    "value",
    ["[" * 900 + "]" * 900, "[" * 30_000, "9" * 5000, "1e999", "NaN", '"\\ud800"', '"\\u0000"'],
)
def test_json_at_its_limits(guarded: Client, value: str) -> None:
    body = json.dumps(asking("here", "lt")).replace('"here"', value).encode()
    assert judge(guarded, body) in {200, 400}


def test_a_request_that_is_too_large_is_not_read_to_its_end(guarded: Client) -> None:
    assert guarded.post(asking("x" * 100_000, "lt")).status_code == 413
    assert guarded.post(b" " * 1_000_000).status_code == 413


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data", ""])
def test_the_type_that_a_request_calls_itself_does_not_matter(guarded: Client, kind: str) -> None:
    body = json.dumps(REAL).encode()
    answer = guarded.request("POST", CALLBACK, content=body, headers={"content-type": kind})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"


def test_a_callback_of_the_browser_cannot_be_called(client: Client) -> None:
    body = {
        "output": "shown.value",
        "outputs": {"id": "shown", "property": "value"},
        "inputs": [{"id": "choice", "property": "value", "value": "x"}],
        "changedPropIds": ["choice.value"],
    }
    assert judge(client, body) >= 400


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_requests_that_bring_something_are_read(client: Client, method: str) -> None:
    answer = client.request(method, CALLBACK)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("path", ["/_dash-ws-callback", "/", "/anything"])
def test_websockets_are_refused(client: Client, path: str) -> None:
    assert client.websocket(path) == ["websocket.close"]


queries = st.dictionaries(
    st.sampled_from(
        ["indicator", "unit", "area", "classes", "year", "select", "names", "plan", "on", "since"]
    )
    | st.text(max_size=5),
    st.text(max_size=12) | st.sampled_from(["total", "eur", "2019", "13,53", "-1", "9" * 400]),
    max_size=5,
)


@many
@given(st.sampled_from(PATHS), queries)
def test_any_query_gives_the_page(client: Client, path: str, query: dict[str, str]) -> None:
    asked = {key.encode("utf-8", "replace"): value for key, value in query.items()}
    answer = client.request("GET", path, params=asked)
    assert answer.status_code == 200
    assert "Traceback" not in answer.text


@many
@given(st.text(max_size=20))
def test_any_path_gives_a_page_or_404(client: Client, path: str) -> None:
    answer = client.get(f"/{quote(path, errors='replace')}")
    assert answer.status_code in {200, 307, 404}
    assert not LEAKS.search(answer.text.replace(path, ""))


def test_markup_in_an_address_stays_text(client: Client) -> None:
    attack = '"><img src=x onerror=alert(1)>'
    page = client.page(EN_MAP, f"?indicator={quote(attack)}&select={quote(attack)}")
    assert "<img src=x" not in page
    note = language("en").t("note.unknown", key="indicator", value="&#34;&gt;&lt;img")
    assert note.split("&#34;")[0] in page
    assert "&#34;&gt;&lt;img src=x" in page
    assert "<img src=x" not in client.get(f"/en/{quote(attack)}").text
    commitments = client.page("/en/commitments", f"?q={quote(attack)}&plan={quote(attack)}")
    assert "<img src=x" not in commitments
