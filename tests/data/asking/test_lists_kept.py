"""Lists of recipients that are kept place by place say the same as those grouped at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

from data.asking.recipients import SORTS, RecipientFilter, recipient_list, recipient_sums
from data.asking.store import Store
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

FILTERS = (
    RecipientFilter(),
    RecipientFilter(year=2022),
    RecipientFilter(municipality="13"),
    RecipientFilter(municipality="53", year=2024),
    RecipientFilter(kind="ngo"),
    RecipientFilter(area="sport", year=2021),
    RecipientFilter(mode="competition"),
    RecipientFilter(financing="state", year=2020),
    RecipientFilter(legal_form="630", name="asociacija 01"),
)


@pytest.fixture(scope="module")
def keeping(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same database with its lists kept, as one of many receipts has them."""
    path = tmp_path_factory.mktemp("keeping") / "atlas.duckdb"
    shutil.copyfile(store.path, path)
    marts = statements(SQL / "marts")
    with duckdb.connect(path) as atlas:
        for name in ("104_receipt_by", "105_concentration"):
            atlas.execute(f"DROP TABLE serving.{name[4:]}")
            atlas.execute(marts[name].text.replace("> 300000", "> 0"))
    with Store(path) as opened:
        yield opened


@pytest.mark.parametrize("asked", FILTERS, ids=lambda asked: "-".join(asked.chosen) or "all")
def test_kept_and_grouped_lists_are_the_same(
    store: Store, keeping: Store, asked: RecipientFilter
) -> None:
    grouped, kept = recipient_sums(store, asked), recipient_sums(keeping, asked)
    assert grouped.keys() == kept.keys()
    for demo in grouped:
        assert not grouped[demo].stretch
        assert bool(kept[demo].stretch) is not bool(asked.name)
        for part in ("recipients", "half", "among", "provisional"):
            assert getattr(grouped[demo], part) == getattr(kept[demo], part)
        for part in ("paid", "awarded", "private_paid", "private_awarded"):
            numbers = getattr(grouped[demo], part), getattr(kept[demo], part)
            assert numbers[0] == pytest.approx(numbers[1], nan_ok=True)
        for sort in (*SORTS, "-name", "-paid"):
            how = {"sort": sort, "most": 40, "after": 20}
            lists = [
                recipient_list(of, asked, sums[demo], **how)
                for of, sums in ((store, grouped), (keeping, kept))
            ]
            pd.testing.assert_frame_equal(*(each[["code", "paid"]] for each in lists))
