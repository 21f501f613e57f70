"""Pages are read to the end, a busy atlas is waited for, and what is no atlas is told plainly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

import savivalda
from savivalda.address import PAGE, AddressReader
from savivalda.answers import Answers
from savivalda.fetching import Fetched

if TYPE_CHECKING:
    from collections.abc import Iterator

AT = "http://atlas.test/below"
META = {
    "version": "2026-11-21.aa",
    "built_at": "2026-11-21T12:30:00Z",
    "source": "Somebody.",
    "demonstration": "",
    "demo": False,
    "licence": "CC BY 4.0",
}


def page(rows: int = 1, following: str | None = None, **meta: Any) -> Fetched:
    data = [{"municipality": f"{number:02}"} for number in range(rows)]
    return said({"data": data, "meta": META | meta, "next": following})


def said(body: Any, status: int = 200, **headers: str) -> Fetched:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Fetched(status, text, {name.replace("_", "-"): each for name, each in headers.items()})


def listed(*names: str) -> Fetched:
    return said({"data": [{"resource": name} for name in names or ("municipalities",)]})


class Server:
    """Answers one by one and remembers what it was asked."""

    def __init__(self, *answers: Fetched) -> None:
        self.answers: Iterator[Fetched] = iter(answers)
        self.asked: list[str] = []

    def __call__(self, address: str, _: float) -> Fetched:
        self.asked.append(address)
        return next(self.answers)


def opened(*answers: Fetched) -> tuple[savivalda.OpenAtlas, Server]:
    server = Server(listed(), *answers)
    return savivalda.OpenAtlas(AddressReader(AT, "en", fetch=server)), server


def test_pages_are_read_to_the_end() -> None:
    behind = "http://10.0.0.1:8050/elsewhere?cursor"  # as the server knows itself behind a proxy
    atlas, server = opened(page(2, f"{behind}=a"), page(2, f"{behind}=b"), page(1))

    assert len(atlas.municipalities(county="01")) == 5
    first, second, third = server.asked[1:]
    parts = urlsplit(first)
    assert parts.path == "/below/api/v1/municipalities"
    assert parse_qs(parts.query) == {"county": ["01"], "limit": [str(PAGE)], "lang": ["en"]}
    assert second == f"{AT}/api/v1/municipalities?cursor=a"
    assert third == f"{AT}/api/v1/municipalities?cursor=b"


@pytest.mark.filterwarnings("ignore::savivalda.Demonstration")
def test_a_mark_or_source_of_a_later_page_is_not_lost() -> None:
    invented = {"demo": True, "demonstration": "Invented!", "source": "A set."}
    atlas, _ = opened(page(1, "?cursor=a"), page(1, "?cursor=b", **invented), page(1))

    attrs = atlas.municipalities().attrs
    assert (attrs["demonstration"], attrs["source"]) == ("Invented!", "Somebody. A set.")


def test_no_more_rows_are_asked_for_than_are_wanted() -> None:
    atlas, server = opened(page(2, "?cursor=a"), page(2, "?cursor=b"))

    assert len(atlas.municipalities(limit=3)) == 3
    assert parse_qs(urlsplit(server.asked[1]).query)["limit"] == ["3"]


def test_a_table_is_read_anew_when_new_data_come_in_the_middle() -> None:
    new = {"version": "2026-11-22.bb"}
    atlas, _ = opened(
        page(1, "?cursor=a"), page(1, **new), page(2, "?cursor=a", **new), page(2, **new)
    )

    frame = atlas.municipalities()
    assert len(frame) == 4
    assert frame.attrs["version"] == "2026-11-22.bb"


def test_a_place_in_former_data_is_no_fault_of_whoever_asks() -> None:
    former = said({"title": "Former", "status": 410, "parameter": "cursor"}, 410)
    atlas, _ = opened(page(1, "?cursor=a"), former, page(2))

    assert len(atlas.municipalities()) == 2


def test_data_that_never_rest_are_no_endless_work() -> None:
    atlas, _ = opened(
        *(page(1, None if number % 2 else "?cursor=a", version=str(number)) for number in range(6))
    )

    with pytest.raises(savivalda.NoAnswer, match="again and again"):
        atlas.municipalities()


def test_what_the_atlas_refuses_says_what_can_be_asked() -> None:
    refused = {"parameter": "sort", "value": "x", "expected": "a column", "known": ["a", "b"]}
    atlas, _ = opened(said({"title": "Wrong", "status": 400, **refused}, 400))

    with pytest.raises(
        savivalda.CannotAsk, match=r"sort is 'x': expected a column.*a, b"
    ) as caught:
        atlas.municipalities(sort="x")
    assert caught.value.known == ("a", "b")


def test_a_table_that_an_older_atlas_does_not_have_is_told_with_those_it_has() -> None:
    atlas, server = opened()
    with pytest.raises(
        savivalda.CannotAsk, match=r"table is 'receipts'.*there are: municipalities"
    ):
        atlas.table("receipts")
    assert len(server.asked) == 1


def test_columns_of_a_newer_atlas_are_given_as_they_come() -> None:
    new = said({"data": [{"municipality": "01", "new": 1.5}], "meta": META, "next": None})
    atlas, _ = opened(new)
    assert atlas.municipalities()["new"].tolist() == [1.5]


def test_a_busy_atlas_is_waited_for_as_long_as_it_says_and_not_for_ever() -> None:
    busy = said({"title": "Too many", "detail": "Too many questions"}, 429, retry_after="7")
    waited: list[float] = []
    answers = Answers(Server(busy, busy, page()), 1, waited.append)
    assert answers.get(AT, "data")["data"]
    assert waited == [7, 7]

    for few in ([busy] * 4, [said({"title": "Too many"}, 429, retry_after="3600")]):
        with pytest.raises(savivalda.NoAnswer, match="answers 429: Too many"):
            Answers(Server(*few), 1, waited.append).get(AT)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (said(b"<!DOCTYPE html>", 200), "200, without JSON"),
        (said(b"[1]", 200), "200, without JSON"),
        (said({"detail": "Not Found"}, 404), "404: Not Found"),
        (said({"detail": "Only v2 is spoken here"}, 410), "410: Only v2 is spoken here"),
        (said({"rows": []}, 200), "200: without data"),
        (said({"data": {"x": 1}}, 200), "string indices"),
    ],
)
def test_what_is_no_atlas_says_what_was_expected_where(answer: Fetched, told: str) -> None:
    with pytest.raises(savivalda.CannotOpen) as caught:
        AddressReader(AT, "en", fetch=Server(answer))
    assert f"at {AT}/api/v1" in str(caught.value)
    assert told in str(caught.value)


def test_an_atlas_that_breaks_down_is_not_called_something_else() -> None:
    with pytest.raises(savivalda.NoAnswer, match="503: The database cannot answer") as caught:
        AddressReader(AT, "en", fetch=Server(said({"detail": "The database cannot answer"}, 503)))
    assert not isinstance(caught.value, savivalda.CannotOpen)


def test_nobody_there_is_told_with_the_address() -> None:
    with pytest.raises(savivalda.NoAnswer, match=r"http://127.0.0.1:9/.* does not answer"):
        savivalda.open("http://127.0.0.1:9/", timeout=1)
