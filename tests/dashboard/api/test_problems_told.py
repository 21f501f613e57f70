"""What is asked wrongly is answered by a document that says what was possible, never by a 5xx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from asgi import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.frame.problem import PROBLEMS
from dashboard.language.i18n import CODES, language
from dashboard.resources.params import MOST
from dashboard.resources.registry import RESOURCES
from dashboard.resources.telling import params_told
from data.errors import StoreError, TooLong

if TYPE_CHECKING:
    import httpx

    from dashboard.answers import Atlas
    from data.asking.store import Store

V1 = "/api/v1"
FIGURES = f"{V1}/figures?indicator=total"


def problem(answer: httpx.Response) -> dict[str, Any]:
    """The document, whole."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    told: dict[str, Any] = answer.json()
    assert told["status"] == answer.status_code
    assert {"type", "title", "detail", "instance"} <= {*told}
    return told


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("asked", "kind", "more"),
    [
        ("/api/nothing", "address", {"known": ["/api/v1", "/api/openapi.json"]}),
        ("/api/v1/", "", {}),
        (f"{V1}/recipient", "resource", {"near": ["recipients", "receipts", "residents"]}),
        (f"{V1}/municipalities/99", "row", {"value": "99"}),
        (f"{V1}/municipalities/Kauno m. sav.", "row", {}),
        (f"{V1}/municipalities/13/2020", "row", {"value": "13/2020"}),
        (f"{V1}/figures", "missing", {"parameter": "indicator"}),
        (f"{V1}/figures?indicator=totl", "choice", {"near": ["total"]}),
        (f"{FIGURES}&unit=percent", "choice", {"parameter": "unit", "value": "percent"}),
        (f"{FIGURES}&colour=red", "parameter", {"parameter": "colour"}),
        (f"{FIGURES}&year=abc", "value", {"parameter": "year", "value": "abc"}),
        (f"{FIGURES}&municipality=Kaunas", "value", {"parameter": "municipality"}),
        (f"{FIGURES}&sort=size", "value", {"parameter": "sort"}),
        (f"{FIGURES}&fields=value,value", "value", {"parameter": "fields"}),
        (f"{FIGURES}&limit={MOST + 1}", "value", {"parameter": "limit"}),
        (f"{FIGURES}&format=xml", "value", {"known": ["json", "csv", "parquet"]}),
        (f"{FIGURES}&year=2020&year=2021", "twice", {"parameter": "year"}),
        (f"{FIGURES}&cursor=abc", "cursor", {"parameter": "cursor"}),
        (f"{FIGURES}&version=2020-01-01.00000000", "version", {"parameter": "version"}),
        (f"{V1}/recipients?name={'x' * 9000}", "length", {}),
        (f"{V1}/figure?indicator=total&year=1999", "choice", {"parameter": "year"}),
        (f"{V1}/figure?indicator=total&sort=year", "parameter", {"parameter": "sort"}),
        (f"{V1}/views/totl", "choice", {"parameter": "indicator", "near": ["total"]}),
        (f"{V1}/municipalities/13?year=2020", "parameter", {"known": ["fields"]}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_was_possible(
    client: Client, asked: str, kind: str, more: dict[str, Any], code: str
) -> None:
    answer = client.get(f"{asked}{'&' if '?' in asked else '?'}lang={code}")
    if not kind:
        assert answer.status_code == 200
        return
    told, words = problem(answer), language(code)
    assert told["status"] == PROBLEMS[kind]
    assert told["title"] == words.t(f"api.problem.{kind}.title")
    assert told["type"] == f"{words.path('/api')}#problem-{kind}"
    assert {name: told.get(name) for name in more} == more
    assert "immutable" not in answer.headers["cache-control"]


def test_an_unknown_language_is_told_too(client: Client) -> None:
    told = problem(client.get(f"{V1}?lang=de"))
    assert told["known"] == ["lt", "en"]


def test_a_name_leads_to_the_key(client: Client) -> None:
    told = problem(client.get(f"{V1}/municipalities/{quote('Kauno m. sav')}"))
    assert "19" in told["near"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "QUERY", "FOO"])
@pytest.mark.parametrize("path", ["/api/v1", f"{V1}/figures", f"{V1}/views/total", "/api/x"])
def test_nothing_can_be_changed(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert problem(answer)["status"] == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_cursor_is_of_one_question_and_version(client: Client) -> None:
    following = client.get(f"{V1}/codes?limit=2").json()["next"]
    cursor = following.partition("cursor=")[2]
    assert problem(client.get(f"{V1}/codes?list=currency&cursor={cursor}"))["status"] == 404
    assert problem(client.get(f"{V1}/checks?cursor={cursor}"))["status"] == 404
    from dashboard.api.cursor import Cursor, read_cursor  # noqa: PLC0415

    here = read_cursor(cursor)
    former = Cursor("2020-01-01.00000000", here.question, here.after)
    assert problem(client.get(f"{V1}/codes?cursor={former.text}"))["status"] == 410


@pytest.mark.parametrize(("error", "kind"), [(TooLong(2), "slow"), (StoreError("disk"), "data")])
def test_a_database_that_does_not_answer_says_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str
) -> None:
    def fail(*_: object) -> Any:
        raise error

    monkeypatch.setattr("dashboard.api.answering.ask", fail)
    answer = client.get(f"{V1}/recipients")
    told = problem(answer)
    assert told["status"] == PROBLEMS[kind] == 503
    assert "disk" not in answer.text
    assert int(answer.headers["retry-after"]) > 0


def test_what_nobody_foresaw_is_a_problem_without_a_trace(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Any:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("dashboard.api.routes.resource_answer", fail)
    with Client(create_app(Settings(), store).server) as client:
        answer = client.get(f"{V1}/recipients")
    assert answer.status_code == answer.json()["status"] == 500
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text


NONSENSE = (
    "abc",
    "9" * 400,
    "1e999",
    "NaN",
    "\x00",
    "",
    ",",
    "../../etc/passwd",
    "null",
    "2025-13-45",
)
TEXTS = ("x'; DROP TABLE build", "ą", "%", "\U0001f600" * 20, "", "../../etc/passwd")
OWN = ("lang", "format", "cursor", "version")


def test_no_nonsense_in_any_parameter_breaks_anything(
    client: Client, address: str, resource: str, atlas: Atlas
) -> None:
    params = params_told(RESOURCES[resource], atlas, language("lt"))
    texts = [
        each.name
        for each in params.values()
        if each.kind == "filter" and each.type == "string" and not each.known
    ]
    some = "&".join(f"{name}={quote(TEXTS[n % len(TEXTS)])}" for n, name in enumerate(texts))
    assert client.get(f"{address}{some}").status_code == 200, "any text may be asked for"
    others = [name for name in params if name not in texts]
    for number, name in enumerate([*others, *OWN, *texts[:1], "nothing"]):
        value = "\x00" if name in texts else NONSENSE[number % len(NONSENSE)]
        base = address if f"?{name}=" not in address else f"{V1}/{resource}?"
        answer = client.get(f"{base}{quote(name)}={quote(value)}")
        assert answer.status_code == 200 or problem(answer)["status"] < 500, answer.url


@settings(max_examples=80)
@given(
    path=st.lists(st.text(max_size=8) | st.sampled_from(["v1", "views", *RESOURCES]), max_size=4),
    asked=st.dictionaries(
        st.sampled_from(["lang", "year", "cursor", "sort", "fields", "indicator"]) | st.text(),
        st.text(max_size=20),
        max_size=4,
    ),
)
def test_any_address_below_is_answered_or_is_a_problem(
    client: Client, path: list[str], asked: dict[str, str]
) -> None:
    where = "/".join(quote(part, safe="", errors="replace") for part in path)
    params = {name.encode("utf-8", "replace"): value for name, value in asked.items()}
    answer = client.request("GET", f"/api/{where}", params=params)
    if not answer.url.path.startswith("/api/"):
        return  # the page, or by way of ".." an address elsewhere
    assert answer.status_code in {200, 307} or problem(answer)["status"] < 500
