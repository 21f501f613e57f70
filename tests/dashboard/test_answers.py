"""What the atlas remembers is made once, by one thread, for one version of the data."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, cast

import pytest

from dashboard import answers
from dashboard.answers import Atlas
from dashboard.language.i18n import language
from data.asking.views import submissions
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from asgi import Client

    from data.asking.store import Store

SOON = 10
"""Seconds after which a test that hangs fails; none waits for them otherwise."""


class Published:
    """A store of which only the version matters here."""

    version = "first"


@pytest.fixture
def published() -> Published:
    return Published()


@pytest.fixture
def remembering(published: Published) -> Atlas:
    return Atlas(cast("Store", published))


class Making:
    """Something that takes as long as the test wants, and counts how often it was begun."""

    def __init__(self, outcome: object = "made") -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.times, self._outcome = 0, outcome

    def __call__(self) -> object:
        self.times += 1
        self.begun.set()
        assert self.go_on.wait(SOON)
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome


def never() -> None:
    raise AssertionError("made again")


def at_once(count: int, ask: Callable[[], object]) -> list[object]:
    """What `count` threads get that ask at the same moment; errors as they are."""
    start = threading.Barrier(count)

    def begin() -> object:
        start.wait(SOON)
        try:
            return ask()
        except ValueError as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return [asked.result(SOON) for asked in [pool.submit(begin) for _ in range(count)]]


def waiters(atlas: Atlas, count: int) -> Callable[[], list[object]]:
    """Threads that ask for what is being made; call what comes back for their answers."""
    given: list[object] = []
    threads = [
        threading.Thread(target=lambda: given.append(atlas.once("a", never))) for _ in range(count)
    ]
    for thread in threads:
        thread.start()

    def finish() -> list[object]:
        for thread in threads:
            thread.join(SOON)
        assert len(given) == count
        return given

    return finish


def test_what_was_made_is_remembered_also_where_it_is_nothing(remembering: Atlas) -> None:
    assert remembering.once("a", lambda: 1) == 1
    assert remembering.once("a", never) == 1
    assert remembering.once("nothing", lambda: None) is None
    assert remembering.once("nothing", never) is None


def test_sixteen_who_ask_at_once_get_what_one_makes(remembering: Atlas) -> None:
    making = Making(outcome=object())
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(remembering.once, "a", making)
        assert making.begun.wait(SOON)
        asked = waiters(remembering, 15)
        making.go_on.set()
        found = {id(answer) for answer in (first.result(SOON), *asked())}
    assert len(found) == making.times == 1


def test_threads_that_begin_together_make_it_once(remembering: Atlas) -> None:
    made: list[int] = []
    answers_given = at_once(16, lambda: remembering.once("a", lambda: made.append(1) or len(made)))
    assert answers_given == [1] * 16
    assert made == [1]


def test_other_keys_are_not_held_up(remembering: Atlas) -> None:
    making = Making()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(remembering.once, "slow", making)
        assert making.begun.wait(SOON)
        assert remembering.once("quick", lambda: "quick") == "quick"
        assert not slow.done()
        making.go_on.set()
        assert slow.result(SOON) == "made"


def test_what_is_made_may_ask_for_something_else(remembering: Atlas) -> None:
    assert remembering.once("whole", lambda: remembering.once("part", lambda: 1) + 1) == 2
    assert remembering.once("part", never) == 1


def test_an_error_reaches_all_who_ask_and_is_not_remembered(remembering: Atlas) -> None:
    def fail() -> None:
        raise ValueError("broken")

    found = at_once(16, lambda: remembering.once("a", fail))
    assert {str(error) for error in found} == {"broken"}
    assert remembering.once("a", lambda: "mended") == "mended"


def test_those_who_wait_get_the_error_of_the_one_who_makes(remembering: Atlas) -> None:
    error = ValueError("broken")
    making = Making(outcome=error)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(remembering.once, "a", making)
        assert making.begun.wait(SOON)
        _, waited_for, mine = remembering._claim("a")
        assert not mine
        making.go_on.set()
        assert first.exception(SOON) is waited_for.exception(SOON) is error


def test_a_new_version_empties_it(remembering: Atlas, published: Published) -> None:
    assert remembering.once("a", lambda: "old") == "old"
    published.version = "second"
    assert remembering.once("a", lambda: "new") == "new"
    assert remembering.once("a", never) == "new"


def test_what_was_made_for_the_former_version_is_not_kept_for_the_new(
    remembering: Atlas, published: Published
) -> None:
    making = Making(outcome="old")
    with ThreadPoolExecutor(1) as pool:
        former = pool.submit(remembering.once, "a", making)
        assert making.begun.wait(SOON)
        published.version = "second"
        assert remembering.once("a", lambda: "new") == "new"
        making.go_on.set()
        assert former.result(SOON) == "old"
    assert remembering.once("a", never) == "new"


def test_a_version_published_meanwhile_counts_also_when_nobody_else_asked(
    remembering: Atlas, published: Published
) -> None:
    def publish() -> str:
        published.version = "second"
        return "old"

    assert remembering.once("a", publish) == "old"
    assert remembering.once("a", lambda: "new") == "new"


def test_an_error_for_the_former_version_leaves_the_new_alone(
    remembering: Atlas, published: Published
) -> None:
    making = Making(outcome=ValueError("broken"))
    with ThreadPoolExecutor(1) as pool:
        former = pool.submit(remembering.once, "a", making)
        assert making.begun.wait(SOON)
        published.version = "second"
        remembering.once("a", lambda: "new")
        making.go_on.set()
        assert isinstance(former.exception(SOON), ValueError)
    assert remembering.once("a", never) == "new"


def test_the_oldest_makes_room(remembering: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "REMEMBERED", 3)
    for key in "abcd":
        remembering.once(key, lambda key=key: key)
    for key in "bcd":
        assert remembering.once(key, never) == key
    assert len(remembering._kept) == 3
    assert remembering.once("a", lambda: "again") == "again"


@pytest.mark.parametrize(
    ("real", "told"),
    [
        ((), "Prašyta, neatsakyta ◊"),
        (("38",), "Prašyta, neatsakyta (◊)"),
        (..., "Prašyta, neatsakyta"),
    ],
)
def test_that_a_municipality_did_not_answer_is_said_to_be_invented_where_it_is(
    store: Store, monkeypatch: pytest.MonkeyPatch, real: tuple[str, ...], told: str
) -> None:
    forms = submissions(store)
    forms["demo"] = False if real is ... else ~forms["municipality"].isin(real)
    monkeypatch.setattr(answers, "submissions", lambda _: forms)
    labels = Atlas(store).labels("value_state", language("lt"))
    assert labels["no_answer"] == told
    assert labels["not_comparable"] == "Nepalyginama"


@pytest.mark.parametrize("address", [LT_MAP, "/download/lt/map.svg"])
def test_the_map_says_so_where_it_tells_the_state(client: Client, address: str) -> None:
    shown = client.get(f"{address}?year=2016").text
    assert "Prašyta, neatsakyta ◊" in shown
    assert "Neprašyta ◊" in shown


def test_however_many_are_asked_for_it_holds_a_few_hundred(remembering: Atlas) -> None:
    for key in range(1_000):
        remembering.once(key, lambda: "made")
    assert 100 <= len(remembering._kept) <= 300
    assert remembering.once(999, never) == "made"
