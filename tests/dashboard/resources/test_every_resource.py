"""Every table that programs can ask for is what its description says, in both languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from dashboard.language.i18n import language
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from data.catalog import ALL_AREAS
from data.tidy.described import tidy_tables
from data.tidy.narrowing import Narrow

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.resources.asking import Answer

WHOLE = 10**7
CHOSEN = {"indicator": "ngo_competition_share", "municipality": "53"}
"""What is chosen where something has to be."""

PANDAS = {
    "string": "O",
    "integer": "iu",
    "number": "f",
    "boolean": "b",
    "date": "M",
    "datetime": "M",
}


def asked(atlas: Atlas, name: str, code: str = "lt", **how: object) -> Answer:
    resource = RESOURCES[name]
    choices = {each.name: CHOSEN[each.name] for each in resource.choices if each.required}
    narrow = Narrow(**{"most": WHOLE, **how})  # type: ignore[arg-type]
    return ask(atlas, language(code), resource, choices, narrow, seconds=60)


@pytest.fixture(scope="module")
def answered(atlas: Atlas) -> object:
    return cache(lambda name: asked(atlas, name))


@pytest.fixture(scope="module")
def whole(answered: object) -> object:
    return lambda name: answered(name).frame  # type: ignore[operator]


def test_every_described_table_can_be_asked_for() -> None:
    assert list(RESOURCES) == list(tidy_tables())


@pytest.mark.parametrize("name", RESOURCES)
def test_rows_have_the_described_columns_and_types(name: str, whole: object) -> None:
    frame, table = whole(name), tidy_tables()[name]  # type: ignore[operator]
    assert list(frame) == list(table.columns)
    for column in table.columns.values():
        there = frame[column.name].dropna()
        if len(there):
            kind = pd.Series(there.tolist()).infer_objects().dtype.kind
            assert kind in PANDAS[column.type] or (column.type == "string" and kind == "O"), column


@pytest.mark.parametrize("name", RESOURCES)
def test_keys_are_there_once(name: str, whole: object) -> None:
    frame, key = whole(name), list(tidy_tables()[name].key)  # type: ignore[operator]
    assert not frame.duplicated(key).any()
    assert len(frame) or name in {"remarks", "changes"}


@pytest.mark.parametrize("name", RESOURCES)
def test_codes_are_of_their_lists_and_references_lead_somewhere(
    name: str, whole: object, atlas: Atlas
) -> None:
    frame = whole(name)  # type: ignore[operator]
    for column in tidy_tables()[name].columns.values():
        there = set(frame[column.name].dropna())
        if column.codes:
            known = {*atlas.codes(column.codes)["code"]} | {ALL_AREAS}
            assert there <= known, column.name
        if column.refers_to:
            (key,) = tidy_tables()[column.refers_to].key
            assert there <= set(whole(column.refers_to)[key]), column.name  # type: ignore[operator]


@pytest.mark.parametrize("name", RESOURCES)
def test_both_languages_tell_the_same_rows(name: str, whole: object, atlas: Atlas) -> None:
    frame, english = whole(name), asked(atlas, name, "en")  # type: ignore[operator]
    key = list(tidy_tables()[name].key)
    assert english.frame[key].equals(frame[key])
    told = [column for column in frame if not frame[column].equals(english.frame[column])]
    words = {column.name for column in english.columns if column.type in {"string", "boolean"}}
    assert set(told) <= words
    assert set(told) & {*frame} == set(told)
    for column in told:
        if not column.endswith("_ours"):
            assert frame[column].isna().equals(english.frame[column].isna()), column


@pytest.mark.parametrize("name", RESOURCES)
def test_what_is_invented_is_said_even_where_the_column_is_not_asked_for(
    name: str, answered: object, atlas: Atlas
) -> None:
    first = next(iter(tidy_tables()[name].columns))
    every, one = answered(name), asked(atlas, name, columns=(first,))  # type: ignore[operator]
    assert list(one.frame) == [first]
    assert (one.demo, one.mark, one.source) == (every.demo, every.mark, every.source)
    assert bool(every.mark) == every.demo
    assert atlas.store.version in every.source


@pytest.mark.parametrize("name", RESOURCES)
def test_pages_make_up_the_whole_table(name: str, whole: object, atlas: Atlas) -> None:
    """In the table's own order, and sorted by what most rows have alike."""
    frame, key = whole(name), list(tidy_tables()[name].key)  # type: ignore[operator]
    most = max(1, -(-len(frame) // 3))
    for sort in ((), (f"-{frame.nunique().idxmin()}",)):
        every = (asked(atlas, name, sort=sort).frame if sort else frame)[key]
        parts = [
            asked(atlas, name, sort=sort, most=most, after=after).frame[key]
            for after in range(0, max(1, len(frame)), most)
        ]
        assert pd.concat(parts, ignore_index=True).equals(every)
        assert sorted(map(str, every.to_numpy().tolist())) == sorted(
            map(str, frame[key].to_numpy().tolist())
        )


def test_names_stand_in_lithuanian_order(atlas: Atlas) -> None:
    frame = asked(atlas, "recipients", sort=("municipality_name",), most=WHOLE).frame
    names = frame["municipality_name"].dropna().drop_duplicates().tolist()
    assert names == asked(atlas, "municipalities").frame["name"].tolist()


def test_a_whole_answer_is_what_its_parameters_ask(atlas: Atlas) -> None:
    resource = RESOURCES["figures"]
    choices, narrow = read_params(
        resource,
        {
            "indicator": "total", "unit": "eur", "year": "2020,2021", "value_from": "1000000",
            "demo": "true", "sort": "-value", "fields": "municipality,value", "limit": "3",
        },
    )  # fmt: skip
    answer = ask(atlas, language("en"), resource, choices, narrow)
    assert list(answer.frame) == ["municipality", "value"]
    assert answer.frame["value"].is_monotonic_decreasing
    assert len(answer.frame) == 3 < answer.total
    assert answer.mark == "DEMONSTRATION FIGURES, NOT REAL ONES."
