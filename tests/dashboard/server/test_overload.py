"""Where too much is asked, what is cheap is served first and nobody waits in vain."""

from __future__ import annotations

import asyncio
import re
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from asgi import Client
from fastapi import Response

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from dashboard.pages.municipality import routes as sheets
from dashboard.server import overload, places
from dashboard.server.overload import Overload
from dashboard.server.places import (
    AT_ONCE,
    DEAR_AT_ONCE,
    MOST_DEAR_WAITING,
)
from tests.looped import in_a_loop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Message, Receive, Scope, Send

    from data.asking.store import Store

SHEET = "/download/lt/municipality/13.pdf"
PAGE = "/en/map"
LIE_READY = ("/static/", "/bundles/", "/geometry/")


class Visit:
    """Somebody who asks a layer and hears of a handler that works until it is told to end.

    Attributes:
        begun, ends: of the work.
        statuses: of the answers that came.
        leaves: the visitor does.
    """

    def __init__(self, layer: Overload, path: str = "/") -> None:
        self.statuses: list[int] = []
        self.leaves, self.takes = asyncio.Event(), asyncio.Event()
        self.takes.set()
        self._asked: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]
        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
        self.task = asyncio.ensure_future(layer(scope, self._say, self._hear))

    async def _say(self) -> Message:
        if self._asked:
            return self._asked.pop()
        await self.leaves.wait()
        return {"type": "http.disconnect"}

    async def _hear(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.statuses.append(message["status"])
        await self.takes.wait()


class Work:
    """A handler that works until it is told to end."""

    def __init__(self) -> None:
        self.begun, self.ends = 0, asyncio.Semaphore(0)

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "http.request"
        self.begun += 1
        await self.ends.acquire()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"made"})


async def settled() -> None:
    """Until nothing is left to do but to wait."""
    for _ in range(50):
        await asyncio.sleep(0)


@in_a_loop
async def test_who_leaves_frees_the_place_in_the_line() -> None:
    work = Work()
    layer = Overload(work)
    visits = [Visit(layer) for _ in range(AT_ONCE + 3)]
    await settled()
    for gone in visits[AT_ONCE : AT_ONCE + 2]:
        gone.leaves.set()
    await settled()
    assert len(layer.places.lines[False]) == 1
    for _ in range(AT_ONCE + 1):
        work.ends.release()
    await asyncio.gather(*(visit.task for visit in visits))
    assert [visit.statuses for visit in visits] == [[200]] * AT_ONCE + [[], [], [200]]
    assert work.begun == AT_ONCE + 1
    assert (layer.places.cheap, layer.places.dear) == (0, 0)


@in_a_loop
async def test_who_takes_an_answer_slowly_holds_no_place() -> None:
    work = Work()
    layer = Overload(work)
    slow = [Visit(layer) for _ in range(AT_ONCE)]
    for visit in slow:
        visit.takes.clear()
        work.ends.release()
    await settled()
    assert not any(visit.task.done() for visit in slow)
    work.ends.release()
    assert (await Visit(layer).task, layer.places.cheap) == (None, 0)
    for visit in slow:
        visit.takes.set()
    await asyncio.gather(*(visit.task for visit in slow))


@in_a_loop
async def test_work_that_fails_gives_its_place_back() -> None:
    async def fail(*_: Any) -> None:
        raise RuntimeError

    layer = Overload(fail)
    for _ in range(2 * AT_ONCE):
        with pytest.raises(RuntimeError):
            await Visit(layer).task
    assert layer.places.cheap == 0


@in_a_loop
async def test_who_has_waited_too_long_is_told_to_come_again() -> None:
    work = Work()
    layer = Overload(work)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(overload.LONGEST_S, False, 0)
        visits = [Visit(layer) for _ in range(AT_ONCE + 1)]
        await visits[-1].task
    assert visits[-1].statuses == [503]
    assert not layer.places.lines[False]
    for _ in visits:
        work.ends.release()
    await asyncio.gather(*(visit.task for visit in visits))


@pytest.fixture(scope="module")
def free(store: Store) -> Iterator[Client]:
    """A visitor of an atlas of its own."""
    with Client(create_app(Settings(rate_limit=0), store).server) as client:
        yield client


@pytest.fixture
def full(free: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The same where there is a place for nobody, nor in the line."""
    monkeypatch.setattr(places, "AT_ONCE", 0)
    monkeypatch.setattr(places, "MOST_WAITING", 0)
    monkeypatch.setattr(places, "MOST_DEAR_WAITING", 0)
    return free


@pytest.mark.parametrize("code", CODES)
def test_people_are_told_by_a_page_in_their_language(full: Client, code: str) -> None:
    words = language(code)
    for path in (*(page.path(words) for page in all_pages()), f"/download/{code}/view.xlsx"):
        answer = full.get(path, accept="text/html,*/*;q=0.8")
        assert answer.status_code == 503
        assert f'<html lang="{code}">' in answer.text
        assert words.t("error.busy.title") in answer.text
        assert f'href="{words.path("/")}"' in answer.text
        assert answer.headers["retry-after"] in words.t(
            "error.busy.text", seconds=answer.headers["retry-after"]
        )
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("code", CODES)
def test_programs_are_told_by_a_problem(full: Client, code: str) -> None:
    answer = full.get(f"/api/v1/units?lang={code}")
    assert answer.status_code == answer.json()["status"] == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == language(code).t("api.problem.busy.title")
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["access-control-allow-origin"] == "*"


def test_others_are_told_in_a_line(full: Client) -> None:
    for path in ("/download/en/view.csv", "/search/en?q=x", "/qr/en.svg", SHEET):
        answer = full.get(path, accept="image/avif,*/*")
        assert answer.status_code == 503
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.text.count("\n") == 1
        assert int(answer.headers["retry-after"]) > 0
    assert "The server is busy" in full.get("/search/en?q=x").text
    assert full.request("HEAD", PAGE).status_code == 503


def test_what_lies_ready_is_answered_even_then(
    free: Client, request: pytest.FixtureRequest
) -> None:
    view = free.get("/api/v1/views/total?unit=eur").headers["location"]
    tag, html = free.get(view).headers["etag"], free.page(PAGE)
    full: Client = request.getfixturevalue("full")
    assert full.get(PAGE).status_code == 503
    assert full.get(view).status_code == 200
    assert full.get(view, if_none_match=tag).status_code == 304
    assert full.get("/health").status_code == 200
    ready = {each for each in re.findall(r'="([^"]+)"', html) if each.startswith(LIE_READY)}
    assert len(ready) > 2
    assert {full.get(each).status_code for each in ready} == {200}


def test_pages_are_served_while_a_hundred_sheets_wait(
    free: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends = threading.Semaphore(0), threading.Event()

    def slow(*_: Any, **__: Any) -> Response:
        begun.release()
        assert ends.wait(60)
        return Response(b"%PDF")

    monkeypatch.setattr(sheets, "sheet_file", slow)
    with ThreadPoolExecutor(100) as visitors:
        try:
            asked = [visitors.submit(free.get, SHEET) for _ in range(100)]
            for _ in range(DEAR_AT_ONCE):
                assert begun.acquire(timeout=60)
            assert free.get(PAGE).status_code == 200
            assert free.get("/health").status_code == 200
            assert free.view("total", unit="eur", area="culture")["years"]
            away = [*islice(as_completed(asked, 60), 100 - DEAR_AT_ONCE - MOST_DEAR_WAITING)]
        finally:
            ends.set()
        assert {each.result().status_code for each in away} == {503}
        assert {each.result(60).status_code for each in asked if each not in away} == {200}


def test_nobody_is_turned_away_from_a_room_full_of_people(free: Client) -> None:
    """They open a page at once; then some of them choose views that nobody has seen before."""
    views = [
        f"/api/v1/views/total?lang={code}&unit={unit}&area={area}"
        for code in CODES
        for unit in ("eur", "per_resident", "constant", "budget_share")
        for area in ("sport", "health")
    ]
    with ThreadPoolExecutor(200) as room:
        assert {each.status_code for each in room.map(free.get, [PAGE] * 200)} == {200}
        leads = [*room.map(free.get, views)]
        assert {each.status_code for each in leads} == {307}
        shown = room.map(free.get, [each.headers["location"] for each in leads])
        assert {each.status_code for each in shown} == {200}
