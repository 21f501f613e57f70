"""The address holds the view, and what does not fit in it is noted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.commitments.state import SORTS, PlanState, read_plan_state, write_plan_state

KNOWN_CHOICES = {
    "plan": {"3": "", "4": ""},
    "section": {"3-I": "", "3-II": ""},
    "institution": {"finance": ""},
    "assessor": {"government": "", "irm": ""},
    "status": {"started": "", "not_assessed": ""},
}
states = st.builds(
    PlanState,
    plan=st.sampled_from(["", "3"]),
    section=st.sampled_from(["", "3-I", "3-II"]),
    institution=st.sampled_from(["", "finance"]),
    assessor=st.sampled_from(["", "government", "irm"]),
    status=st.sampled_from(["", "started", "not_assessed"]),
    on=st.none() | st.dates(),
    since=st.none() | st.dates(),
    q=st.sampled_from(["", "NVO fondas", "50 % & daugiau"]),
    sort=st.sampled_from([*SORTS, *(f"-{name}" for name in SORTS)]),
)


@given(states)
def test_an_address_brings_back_the_view_that_it_was_made_of(state: PlanState) -> None:
    assert read_plan_state(write_plan_state(state), KNOWN_CHOICES) == state


def test_the_usual_view_needs_no_query() -> None:
    assert write_plan_state(PlanState()) == ""


@given(st.text(st.characters(), max_size=40))
def test_any_query_opens(query: str) -> None:
    write_plan_state(read_plan_state(query, KNOWN_CHOICES))


@pytest.mark.parametrize(
    ("query", "noted"),
    [
        ("?plan=9", ["plan"]),
        ("?on=2017-02-30&since=yesterday", ["on", "since"]),
        ("?sort=colour&status=lost", ["status", "sort"]),
        ("?plan=4&section=3-I", ["section"]),
        ("?plan=&status=&q=", []),
        ("?utm_source=letter", []),
    ],
)
def test_what_does_not_fit_is_noted_and_left_out(query: str, noted: list[str]) -> None:
    state = read_plan_state(query, KNOWN_CHOICES)
    assert sorted(note.key for note in state.notes) == sorted(noted)
    assert replace(state, notes=(), plan="") == PlanState()
