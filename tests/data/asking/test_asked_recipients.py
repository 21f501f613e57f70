"""Recipients as pages ask for them add up to what the tables have, however they are filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from dashboard.language.alphabet import collation
from data.asking.recipients import (
    SORTS,
    RecipientFilter,
    RecipientSums,
    find_recipient,
    loosened,
    recipient_grants,
    recipient_kin,
    recipient_list,
    recipient_receipts,
    recipient_sums,
    recipients_near,
)
from data.asking.search import find_recipients
from data.asking.store import Store
from geo.spelling import fold
from tests.recipients import HEIR, NGO, OLD, small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

EVERYTHING = 10**6
FILTERS = (
    RecipientFilter(),
    RecipientFilter(municipality="13"),
    RecipientFilter(year=2021),
    RecipientFilter(municipality="53", year=2021),
    RecipientFilter(kind="ngo"),
    RecipientFilter(legal_form="630"),
    RecipientFilter(area="culture", year=2019),
    RecipientFilter(mode="competition"),
    RecipientFilter(financing="eu", year=2025),
    RecipientFilter(area="sport", mode="competition"),
    RecipientFilter(municipality="13", kind="budgetary_institution", year=2020),
    RecipientFilter(name="sporto"),
    RecipientFilter(name="asociacija", municipality="53"),
    RecipientFilter(name="asociacija", area="sport", mode="competition"),
    RecipientFilter(municipality="53", financing="eu", mode="other", area="rights", year=2015),
)
ALL = """
    SELECT
        received.*,
        entity.name,
        entity.legal_form
    FROM serving.received
    JOIN entity ON entity.code = received.entity
"""


@pytest.fixture(scope="module")
def received(tables: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Every payment and grant as the tables of the data set have them."""
    found = tables.execute(ALL).df()
    return found.assign(folded=[fold(name) for name in found["name"]])


def fitting(received: pd.DataFrame, asked: RecipientFilter) -> pd.DataFrame:
    fits = pd.Series(data=True, index=received.index)
    for name in asked.chosen:
        if name == "name":
            fits &= received["folded"].str.contains(rf"\b{asked.name}")
        else:
            fits &= received[name] == getattr(asked, name)
    return received[fits]


@pytest.mark.parametrize("asked", FILTERS, ids=lambda it: "-".join(it.chosen) or "all")
def test_what_is_found_is_what_fits_and_sums_are_those_of_the_tables(
    store: Store, received: pd.DataFrame, asked: RecipientFilter
) -> None:
    fits = fitting(received, asked)
    both = recipient_sums(store, asked)
    assert {*both} == {*fits["demo"]}
    for demo, sums in both.items():
        of_kind = fits[fits["demo"] == demo]
        rows = recipient_list(store, asked, sums, most=EVERYTHING)
        assert [*rows["code"]] == [*dict.fromkeys(rows["code"])]
        assert {*rows["code"]} == {*of_kind["entity"]}
        assert sums.recipients == len(rows)
        for name in ("paid", "awarded"):
            whole = of_kind[name].sum(min_count=1)
            assert np.isclose(getattr(sums, name), whole, equal_nan=True), name
            assert np.isclose(rows[name].sum(min_count=1), whole, equal_nan=True), name
        check_half(sums, rows["paid"])


def check_half(sums: RecipientSums, paid: pd.Series[float]) -> None:
    """So many of the largest got half, and one less did not."""
    known = np.sort(paid[paid > 0].to_numpy())[::-1]
    assert sums.among == len(known)
    if len(known):
        assert known[: sums.half].sum() >= known.sum() / 2 - 0.01
        assert known[: sums.half - 1].sum() < known.sum() / 2


@pytest.mark.parametrize(
    "asked",
    [FILTERS[0], FILTERS[3], FILTERS[9], FILTERS[12]],
    ids=["all", "at hand", "by several things", "by name"],
)
@pytest.mark.parametrize("sort", [sign + name for name in SORTS for sign in ("", "-")])
def test_pages_of_a_list_are_the_list_in_its_order(
    store: Store, asked: RecipientFilter, sort: str
) -> None:
    sums = recipient_sums(store, asked)[True]
    whole = recipient_list(store, asked, sums, sort=sort, most=EVERYTHING)
    parts = [
        recipient_list(store, asked, sums, sort=sort, most=7, after=after)
        for after in (0, 7, 14, sums.recipients - sums.recipients % 7)
    ]
    for part, after in zip(parts, (0, 7, 14, sums.recipients - sums.recipients % 7), strict=True):
        assert [*part["code"]] == [*whole["code"][after : after + 7]]
    name = sort.removeprefix("-")
    column = whole[{"last": "last_year"}.get(name, name)]
    known = [collation(each) for each in column] if name == "name" else [*column.dropna()]
    rises = (name == "name") != sort.startswith("-")
    assert known == sorted(known, reverse=not rises)


def test_awarded_is_never_part_of_what_was_paid(store: Store, received: pd.DataFrame) -> None:
    granted = received[received["awarded"].notna()]
    only = {*granted["entity"]} - {*received[received["paid"].notna()]["entity"]}
    assert only, "some are known from lists of grants alone"
    row = find_recipient(store, min(only))
    assert row is not None
    assert np.isnan(row["paid"])
    grants = recipient_grants(store, row["code"])
    assert np.isclose(row["awarded"], grants["awarded"].sum())
    assert recipient_receipts(store, row["item"])["paid"].isna().all()


def test_the_receipts_of_a_recipient_are_all_it_was_paid(
    store: Store, received: pd.DataFrame
) -> None:
    for code in ("D53-0034", "190001843"):
        row = find_recipient(store, code)
        assert row is not None
        receipts = recipient_receipts(store, row["item"])
        own = received[received["entity"] == code]
        assert np.isclose(receipts["paid"].sum(), own["paid"].sum())
        assert np.isclose(row["paid"], own["paid"].sum())
        assert (row["first_year"], row["last_year"]) == (own["year"].min(), own["year"].max())
        assert (receipts["paid"] <= receipts["total"]).all()
        won = receipts[receipts["mode"] == "competition"]
        assert won["competition"].notna().all()


def test_filters_that_leave_nothing_say_which_one_to_loosen(store: Store) -> None:
    asked = RecipientFilter(municipality="53", kind="ngo", name="licėjus", year=2021)
    assert not recipient_sums(store, asked)
    without = loosened(store, asked)
    assert {*without} == {*asked.chosen}
    for name, counts in without.items():
        looser = recipient_sums(store, asked.without(name))
        assert counts == {demo: sums.recipients for demo, sums in looser.items()}
    assert without["name"][True] > 0


def test_merged_entities_know_each_other(store: Store, tables: duckdb.DuckDBPyConnection) -> None:
    ended = "SELECT code, successor FROM entity WHERE successor IS NOT NULL"
    for code, successor in tables.execute(ended).fetchall():
        (heir,) = recipient_kin(store, code).query("heir")["code"]
        assert heir == successor
        assert code in {*recipient_kin(store, successor).query("not heir")["code"]}


@pytest.mark.parametrize("text", ["190001844", "19000184x", "D53-003", "gedimino licejus"])
def test_of_an_unknown_code_near_ones_are_told(store: Store, text: str) -> None:
    assert find_recipient(store, text) is None
    assert recipients_near(store, text)


@pytest.fixture(scope="module")
def few(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database in which private persons got money."""
    with Store(small(empty, tmp_path_factory.mktemp("few") / "few.duckdb")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "paid", "private"),
    [
        (RecipientFilter(), 15000.5, 340.25),
        (RecipientFilter(area="culture"), 1000.5, 300.25),
        (RecipientFilter(area="culture", mode="competition", year=2021), 1000.5, 300.25),
        (RecipientFilter(name="bendruomenė"), 1000.5, np.nan),
    ],
)
def test_a_private_person_is_on_no_list_and_in_the_sums(
    few: Store, asked: RecipientFilter, paid: float, private: float
) -> None:
    sums = recipient_sums(few, asked)[False]
    assert (sums.paid, sums.private_paid) == pytest.approx((paid, private), nan_ok=True)
    rows = recipient_list(few, asked, sums)
    assert {*rows["code"]} <= {NGO, OLD, HEIR}
    assert len(rows) == sums.recipients
    assert find_recipient(few, "private") is None
    for text in ("private", "fizinis asmuo", "asmuo"):
        assert find_recipients(few, text) == []


def test_a_filter_that_only_private_persons_meet_lists_nobody(few: Store) -> None:
    sums = recipient_sums(few, RecipientFilter(area="sport"))[False]
    assert (sums.recipients, sums.private_paid, sums.half) == (0, 40, 0)
    assert recipient_list(few, RecipientFilter(area="sport"), sums).empty
