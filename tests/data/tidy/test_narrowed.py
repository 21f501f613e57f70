"""Parts of tables are what pandas makes of the same rows, in an order that is always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.asking.store import Store
from data.errors import TooLong
from data.tidy.described import TidyColumn, TidyTable, tidy_tables
from data.tidy.narrowing import Narrow, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {"key": "integer", "word": "string", "code": "string", "whole": "integer", "part": "number"}
TABLE = TidyTable(
    "made",
    ("key",),
    {
        name: TidyColumn(name, kind, "", "mode" if name == "code" else "", "", {})  # type: ignore[arg-type]
        for name, kind in TYPES.items()
    },
    {},
    {},
)
ALPHABET = "aąbčdeėfiįyksšuūvzž"


def rows() -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries(
        {
            "word": st.none() | st.text(ALPHABET, min_size=1, max_size=2),
            "code": st.none() | st.sampled_from("abc"),
            "whole": st.none() | st.integers(-3, 3),
            "part": st.none() | st.floats(-9, 9),
        }
    )
    return st.lists(row, max_size=12).map(
        lambda found: [{"key": number} | each for number, each in enumerate(found)]
    )


@pytest.fixture(scope="module")
def opened(empty: Path) -> Iterator[Store]:
    with Store(empty) as store:
        yield store


def part(store: Store, made: list[dict[str, Any]], **asked: Any) -> tuple[list[int], int]:
    frame = pd.DataFrame(made, columns=list(TYPES))
    found = narrowed(store, TABLE, Narrow(**asked), language="lt", given=frame)
    return found.frame["key"].tolist(), found.total


@settings(max_examples=40)
@given(
    made=rows(),
    whole=st.none() | st.lists(st.integers(-3, 3), min_size=1, max_size=3),
    codes=st.none() | st.lists(st.sampled_from("abcd"), min_size=1, max_size=2),
    least=st.none() | st.floats(-9, 9),
    greatest=st.none() | st.integers(-3, 3),
)
def test_filters_keep_what_pandas_keeps(
    opened: Store,
    made: list[dict[str, Any]],
    whole: list[int] | None,
    codes: list[str] | None,
    least: float | None,
    greatest: int | None,
) -> None:
    frame = pd.DataFrame(made, columns=list(TYPES))
    where = {"whole": whole, "code": codes}
    kept = frame
    for name, values in where.items():
        kept = kept[kept[name].isin(values)] if values else kept
    kept = kept if least is None else kept[kept["part"].astype(float) >= least]
    kept = kept if greatest is None else kept[kept["whole"].astype(float) <= greatest]
    asked = {
        "where": {name: tuple(values) for name, values in where.items() if values},
        "least": {} if least is None else {"part": least},
        "greatest": {} if greatest is None else {"whole": greatest},
    }
    assert part(opened, made, **asked) == (kept["key"].tolist(), len(kept))


@settings(max_examples=40)
@given(
    made=rows(),
    by=st.sampled_from(["whole", "part", "code"]),
    down=st.booleans(),
    most=st.integers(1, 5),
)
def test_sorting_is_that_of_pandas_and_pages_make_up_the_whole(
    opened: Store, made: list[dict[str, Any]], by: str, down: bool, most: int
) -> None:
    frame = pd.DataFrame(made, columns=list(TYPES))
    frame[by] = frame[by].astype(object if by == "code" else float)
    expected = frame.sort_values([by, "key"], ascending=[not down, True], na_position="last")[
        "key"
    ].tolist()
    sort = (f"-{by}" if down else by,)
    pages = [
        part(opened, made, sort=sort, most=most, after=after)[0]
        for after in range(0, max(1, len(made)), most)
    ]
    assert [key for page in pages for key in page] == expected


def test_texts_stand_in_lithuanian_order_and_what_is_missing_last(opened: Store) -> None:
    words = ["zuikis", "ąžuolas", "Šakiai", "abrikosas", "ygla", "Suomija", "jūra", "ilgas", None]
    made = [{"key": number, "word": word} for number, word in enumerate(words)]
    keys, _ = part(opened, made, sort=("word",))
    assert [words[key] for key in keys] == [
        "abrikosas", "ąžuolas", "ygla", "ilgas", "jūra", "Suomija", "Šakiai", "zuikis", None,
    ]  # fmt: skip


def test_a_cut_part_of_a_view_is_no_longer_than_asked_and_is_where_it_was(store: Store) -> None:
    for name, table in tidy_tables().items():
        if name in views(store):
            whole = narrowed(store, table, Narrow(most=30), language="lt", seconds=60)
            for most, after in ((1, 0), (7, 0), (7, 20)):
                asked = Narrow(most=most, after=after)
                found = narrowed(store, table, asked, language="lt", seconds=60)
                there = whole.frame.iloc[after : after + most].reset_index(drop=True)
                assert found.total == whole.total
                assert found.frame.astype(str).equals(there.astype(str)), name


def views(store: Store) -> set[str]:
    with store.cursor() as cursor:
        found = cursor.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'tidy'")
        return {name for (name,) in found.fetchall()}


def test_a_question_that_takes_too_long_is_stopped(opened: Store) -> None:
    frame = pd.DataFrame({"key": range(3_000_000), "word": "ąžuolas"}).reindex(columns=list(TYPES))
    with pytest.raises(TooLong):
        narrowed(opened, TABLE, Narrow(sort=("-part",)), language="lt", given=frame, seconds=0.001)
    assert part(opened, [{"key": 7}])[0] == [7], "the store answers on"
