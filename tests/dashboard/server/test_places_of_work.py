"""So many work at once; the others stand in a line, as long as waiting makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.server.places import (
    AT_ONCE,
    DEAR_AT_ONCE,
    MOST_WAITING,
    SOON_S,
    Full,
    Places,
)
from tests.looped import in_a_loop

if TYPE_CHECKING:
    import asyncio


def line_up(here: Places, count: int, *, dear: bool) -> list[asyncio.Future[None]]:
    return [here.enter(dear=dear) for _ in range(count)]


def given(line: list[asyncio.Future[None]]) -> int:
    return sum(place.done() for place in line)


@in_a_loop
async def test_dear_work_leaves_places_for_the_cheap() -> None:
    here = Places()
    dear, cheap = line_up(here, 20, dear=True), line_up(here, 20, dear=False)
    assert (given(dear), given(cheap)) == (DEAR_AT_ONCE, AT_ONCE - DEAR_AT_ONCE)
    for _ in range(10):
        here.leave(dear=False)
    assert (given(dear), given(cheap)) == (DEAR_AT_ONCE, AT_ONCE - DEAR_AT_ONCE + 10)


@in_a_loop
async def test_cheap_work_goes_before_dear_yet_one_place_is_dear_works_turn() -> None:
    here = Places()
    cheap, dear = line_up(here, 20, dear=False), line_up(here, 20, dear=True)
    assert (given(cheap), given(dear)) == (AT_ONCE, 0)
    here.leave(dear=False)
    assert (given(cheap), given(dear)) == (AT_ONCE, 1)
    here.leave(dear=False)
    assert (given(cheap), given(dear)) == (AT_ONCE + 1, 1)
    here.leave(dear=True)
    assert (given(cheap), given(dear)) == (AT_ONCE + 1, 2)


@in_a_loop
async def test_a_line_is_as_long_as_waiting_makes_sense() -> None:
    now = [0.0]
    here = Places(lambda: now[0])
    line_up(here, AT_ONCE, dear=False)
    line = line_up(here, 2, dear=False)
    now[0] = SOON_S[False] + 1
    with pytest.raises(Full):
        here.enter(dear=False)
    here.enter(dear=True)  # has a line of its own
    here.leave(dear=False)
    here.leave(dear=False)
    assert given(line) == 1, "one place was the dear one's"
    here.give_up(line[1], dear=False)
    line_up(here, MOST_WAITING, dear=False)
    with pytest.raises(Full):
        here.enter(dear=False)


@in_a_loop
async def test_no_place_is_lost_by_those_who_give_up() -> None:
    here = Places()
    line = line_up(here, 3 * AT_ONCE, dear=False)
    for place in line:  # the first of them while they have it, the last while they wait
        here.give_up(place, dear=False)
    assert (here.cheap, here.dear, [*here.lines[False]]) == (0, 0, [])
