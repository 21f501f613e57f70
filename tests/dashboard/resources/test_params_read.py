"""Parameters are read as programs write them; whatever else comes is told what there is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language.i18n import language
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked

if TYPE_CHECKING:
    from dashboard.answers import Atlas

FIGURES = RESOURCES["figures"]

WRONG = (
    ("yearr", "2024", "year"),
    ("Value_from", "1", "value_from"),
    ("year", "2024.0", ""),
    ("year", "", ""),
    ("year", "2024,", ""),
    ("year", "9" * 400, ""),
    ("year", "２０２４", ""),
    ("value_from", "nan", ""),
    ("value_to", "inf", ""),
    ("value_from", "1e400", ""),
    ("value_from", "1_000", ""),
    ("demo", "yes", ""),
    ("demo_from", "true", ""),
    ("municipality", "\ud800", ""),
    ("municipality", "13\0", ""),
    ("municipality", "x" * 501, ""),
    ("municipality", ",".join("12" for _ in range(101)), ""),
    ("sort", "valeu", "value"),
    ("sort", "value,value", ""),
    ("fields", "municipality,municipality", ""),
    ("fields", "", ""),
    ("fields", "-value", "value"),
    ("limit", "0", ""),
    ("limit", "-1", ""),
    ("limit", "10001", ""),
    ("limit", "1e3", ""),
)


@pytest.mark.parametrize(("name", "value", "meant"), WRONG)
def test_what_cannot_be_asked_names_the_parameter_and_what_there_is(
    name: str, value: str, meant: str
) -> None:
    with pytest.raises(WrongAsked) as wrong:
        read_params(FIGURES, {"indicator": "total", name: value})
    assert wrong.value.name == name
    assert wrong.value.expected
    if meant:
        assert meant in wrong.value.near
        assert meant in wrong.value.known


@pytest.mark.parametrize(
    ("choices", "name", "meant"),
    [
        ({}, "indicator", ""),
        ({"indicator": "totl"}, "indicator", "total"),
        ({"indicator": "total", "unit": "euro"}, "unit", "eur"),
        ({"indicator": "openness", "area": "culture"}, "area", ""),
        ({"indicator": "total", "figures": "reel"}, "figures", "real"),
    ],
)
def test_a_choice_that_there_is_not_lists_those_that_there_are(
    atlas: Atlas, choices: dict[str, str], name: str, meant: str
) -> None:
    with pytest.raises(WrongAsked) as wrong:
        ask(atlas, language("en"), FIGURES, *read_params(FIGURES, choices))
    assert wrong.value.name == name
    assert wrong.value.known
    assert not meant or meant in wrong.value.near


def test_values_become_what_their_columns_hold() -> None:
    choices, asked = read_params(
        RESOURCES["competitions"],
        {"year": "2020,2021", "demo": "false", "budget_from": "-1.5", "announced_to": "2021-05-06"},
    )
    assert choices == {}
    assert asked.where == {"year": (2020, 2021), "demo": (False,)}
    assert asked.least == {"budget": -1.5}
    assert asked.greatest == {"announced": date(2021, 5, 6)}


NAMES = [*FIGURES.table.columns, "year_from", "value_to", "sort", "fields", "limit", "figures"]
VALUES = ["2020", "-5", "0.1", "true", "13", "all", "ok", "-value,year", "year", "real", "1e17"]


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from(NAMES) | st.text(max_size=8),
        st.sampled_from(VALUES) | st.text(max_size=12),
        max_size=4,
    )
)
def test_whatever_is_asked_is_answered_or_refused(atlas: Atlas, params: dict[str, str]) -> None:
    try:
        choices, asked = read_params(FIGURES, {"indicator": "total"} | params)
        answer = ask(atlas, language("lt"), FIGURES, choices, asked)
    except WrongAsked:
        return
    assert len(answer.frame) == min(answer.total, asked.most)
