"""What is looked at on the bench is its address: it is read whatever it is, and written short."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.research.state import (
    CHOICES,
    OTHER,
    ResearchState,
    read_research_state,
    write_research_state,
)
from dashboard.research.subjects import MEASURES, STUDIED, Subject, measures_of, units_of
from data.catalog import UNITS, YEARS

AREAS = ("culture", "sport")
NAMES = ("indicator", "unit", "area", "measure", "year", "since", "with", "select", *CHOICES)
VALUES = (
    *(value for known in CHOICES.values() for value in known),
    *(*STUDIED, *UNITS, *AREAS, *MEASURES, *map(str, YEARS), "13", "53,57", "kaunas-county"),
)
ASKED = st.dictionaries(
    st.sampled_from([*NAMES, *(f"{OTHER}{name}" for name in NAMES[:4])]),
    st.sampled_from(VALUES) | st.text(max_size=12),
    max_size=8,
)


@given(ASKED.map(urlencode) | st.text(max_size=60))
def test_any_address_is_read_and_what_it_means_is_written_to_mean_the_same(query: str) -> None:
    state = replace(read_research_state(query, AREAS), notes=())
    assert read_research_state(write_research_state(state), AREAS) == state


def test_what_is_usual_is_not_written() -> None:
    assert write_research_state(ResearchState()) == ""


@pytest.mark.parametrize("name", ["view", "indicator", "unit", "measure", "year", "places", "log"])
def test_a_value_that_there_is_not_leaves_a_note_and_the_usual(name: str) -> None:
    state = read_research_state(f"{name}=nonsense", AREAS)
    assert [(note.key, note.value) for note in state.notes] == [(name, "nonsense")]
    assert replace(state, notes=()) == ResearchState()


def test_what_a_form_keeps_of_another_indicator_is_no_mistake() -> None:
    state = read_research_state("indicator=openness&unit=eur&area=culture&measure=share", AREAS)
    assert not state.notes
    assert state.subject == Subject("openness", "percent")


@pytest.mark.parametrize("of", STUDIED)
def test_a_share_of_the_country_is_offered_of_what_adds_up_alone(of: str) -> None:
    for unit in units_of(of):
        offered = "share" in measures_of(Subject(of, unit))
        assert offered == ((unit in {"eur", "constant", "count"} and of != "average_grant")
                           or of in {"residents", "area_km2"})  # fmt: skip
