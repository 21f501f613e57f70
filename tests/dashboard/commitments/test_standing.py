"""How commitments stand, what moved, and who differs: on few made-up ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.commitments.reading import read_plans
from dashboard.commitments.standing import (
    Standing,
    counts,
    differing,
    grouped,
    latest,
    standings,
)
from dashboard.commitments.state import PlanState
from dashboard.language.i18n import language
from tests.dashboard.commitments.promises import (
    BEGUN,
    COMPLETE,
    DAYS,
    DONE,
    IDLE,
    KNOWN,
    UNCHANGED,
    histories,
    promised,
    said,
)

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.commitments.model import (
        Assessment,
    )


def test_the_last_word_counts_and_an_undated_one_stands_where_its_place_is() -> None:
    history = [said(IDLE, DAYS[0]), said(BEGUN, DAYS[1]), said(DONE)]
    assert latest(history) == history[2]
    assert latest(history, on=DAYS[0]) == history[0]
    assert latest(history, on=DAYS[2]) == history[1]
    assert latest(history, on=date(2017, 1, 1)) is None
    assert latest(history, "irm") is None


def test_of_two_assessors_the_one_who_spoke_later_counts() -> None:
    history = [
        said(BEGUN, DAYS[2]),
        said(COMPLETE, DAYS[1], "irm"),
        said(UNCHANGED, DAYS[2], "irm"),
    ]
    assert latest(history) == history[0]
    assert latest(history, on=DAYS[1]) == history[1]
    assert latest(history, "irm") == history[1]


def test_what_has_no_day_is_not_known_to_be_later_than_what_has_one() -> None:
    history = [said(BEGUN, DAYS[0]), said(COMPLETE, None, "irm")]
    assert latest(history) == history[0]


@given(st.lists(histories, max_size=6))
def test_no_commitment_ever_drops_out_of_the_counts(made: list[list[Assessment]]) -> None:
    found = [Standing(promised(*history), latest(history)) for history in made]
    counted = counts(found, KNOWN)
    assert sum(counted.values()) == len(found)
    groups = grouped(found, lambda item: (item.theme,))
    assert sum(map(len, groups.values())) == len(found)


@given(histories, st.sampled_from(DAYS))
def test_nothing_moves_in_no_time(history: list[Assessment], day: date) -> None:
    now = latest(history, on=day)
    found = Standing(promised(*history), now, now, since=day)
    assert not found.moved
    assert not found.unsure


def test_a_first_assessment_and_a_fall_back_have_moved_too() -> None:
    def moved(now: Assessment, before: Assessment | None, since: date | None = DAYS[0]) -> bool:
        return Standing(promised(), now, before, since).moved

    assert moved(said(BEGUN, DAYS[1]), None)
    assert moved(said(IDLE, DAYS[1]), said(BEGUN, DAYS[0]))
    assert not moved(said(BEGUN, DAYS[1]), said(BEGUN, DAYS[0]))
    assert not moved(said(BEGUN, DAYS[1]), None, since=None)


def test_what_has_no_day_moved_only_where_it_is_known_to_be_later() -> None:
    before = said(IDLE, DAYS[0])
    for known_after, proven in [(DAYS[0], True), (DAYS[1], True), (None, False)]:
        now = replace(said(BEGUN), known_after=known_after)
        found = Standing(promised(), now, before, since=DAYS[0])
        assert (found.moved, found.unsure) == (proven, not proven)
    late = Standing(promised(), replace(said(BEGUN), known_after=DAYS[0]), before, since=DAYS[1])
    assert (late.moved, late.unsure) == (False, True), "it may have come before that day"


def test_those_who_say_the_same_in_other_words_do_not_differ() -> None:
    agree = promised(said(DONE, DAYS[0]), said(COMPLETE, DAYS[1], "irm"))
    differ = promised(said(BEGUN, DAYS[0]), said(COMPLETE, DAYS[1], "irm"))
    other = promised(said(DONE, DAYS[0]), said(UNCHANGED, DAYS[1], "irm"))
    alone = promised(said(DONE, DAYS[0]))
    found = [Standing(item, None) for item in (agree, differ, other, alone)]
    assert [item for item, _ in differing(found, ["government", "irm"], None)] == [differ, other]
    assert differing(found, ["government", "irm"], DAYS[0]) == []


@pytest.mark.parametrize("on", [None, date(2017, 11, 20), date(2017, 11, 21), date(2026, 1, 1)])
@pytest.mark.parametrize("assessor", ["", "government", "irm", "ngo_centre"])
def test_whoever_is_asked_and_when_no_commitment_drops_out(
    atlas: Atlas, assessor: str, on: date | None
) -> None:
    plans = read_plans(atlas, language("lt"))
    found = standings(plans, PlanState(assessor=assessor, on=on))
    assert [item.commitment.key for item in found] == list(plans.commitments)
    assert sum(counts(found, plans.statuses).values()) == len(plans.commitments)


def test_nothing_stands_assessed_before_anything_was_said(atlas: Atlas) -> None:
    plans = read_plans(atlas, language("lt"))

    def assessed(state: PlanState) -> int:
        return sum(1 for item in standings(plans, state) if item.status)

    assert assessed(PlanState(on=date(2017, 11, 20))) == 0
    assert assessed(PlanState(on=date(2017, 11, 21))) == 9
    assert assessed(PlanState(assessor="ngo_centre")) == 0
    assert assessed(PlanState()) == 12
