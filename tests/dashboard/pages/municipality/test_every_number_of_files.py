"""Every number of the table to take away is the one that the tables of the database give."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pandas as pd
import pytest

from tests.dashboard.pages.municipality.base_tables import Base
from tests.dashboard.pages.municipality.page_compared import PLACES
from tests.dashboard.pages.municipality.reckoned import UNITS, Reckoned

if TYPE_CHECKING:
    from pathlib import Path

    from asgi import Client

    from tests.dashboard.pages.municipality.reckoned import One

NAMES = ["Code", "Year", "Value", "Distance", "Residents", "Residents per km²", "65 and over, %",
         "Year of the share of 65 and over", "Budget per resident, €"]  # fmt: skip
OWN = ["Peers’ median", "Peers’ lower quartile", "Peers’ upper quartile", "Rank among peers",
       "Of how many peers", "Larger than % of peers", "Highest rank", "Lowest rank",
       "Rank among all", "Of how many", "Larger than % of all", "Change in a year",
       "Change in five years", "Lacks to the median", "Lacks, % of the budget"]  # fmt: skip
NONE = (None,) * 3


@pytest.fixture(scope="module")
def base(database: Path) -> Base:
    return Base(database)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("53", {}),
        ("53", {"year": 2019, "unit": "constant", "peers": "county"}),
        ("13", {"year": 2022}),
        ("59", {"peers": "neighbours"}),
        ("18", {"year": 2021, "unit": "budget_share", "nearest": 15, "weight-county": 2}),
        ("12", {"peers": "list", "with": "23,15,25", "unit": "eur"}),
    ],
)
def test_every_number_of_the_file_is_that_of_the_tables(
    client: Client, base: Base, code: str, asked: dict[str, Any]
) -> None:
    query = urlencode(asked, safe=",")
    text = client.page(f"/download/en/municipality/{code}.csv", f"?{query}").lstrip("\ufeff")
    table = pd.read_csv(StringIO(text), comment="#", dtype={"Code": str})
    found, expected = Reckoned(base, code, asked), []
    for indicator in UNITS:
        one = found.one(indicator)
        expected += [[*row(one, at), *(own(one) if at == code else [None] * len(OWN))]
                     for at in (code, *found.peers)]  # fmt: skip
    assert [*table["Code"]] == [each[0] for each in expected]
    numbers = [name for name in (*NAMES, *OWN) if name != "Code"]
    wanted = pd.DataFrame(expected, columns=[*NAMES, *OWN])[numbers].astype(float)
    pd.testing.assert_frame_equal(table[numbers].astype(float), wanted)
    assert set(table["Municipality"]) == {PLACES[at].name_en for at in (code, *found.peers)}


def row(one: One, at: str) -> list[Any]:
    """What stands in the row of every municipality."""
    features = one.all.features.loc[at]
    distance = None if at == one.all.code else one.all.distances[at]
    return [at, one.all.year, one.now.loc[at, "value"], distance, features["residents"],
            features["density"], features["older"], one.all.base.older_year(one.all.year),
            features["budget"]]  # fmt: skip


def own(one: One) -> list[Any]:
    """What stands in the own row alone."""
    known = one.counted[one.all.peers].dropna()
    middle = known.quantile([0.5, 0.25, 0.75]) if len(known) >= 3 else NONE
    changes = [found and found[0] for found in (one.change(1), one.change(5))]
    return [*middle, *(one.rank(one.all.peers) or NONE), *(one.span or NONE[:2]),
            *(one.rank(one.everybody) or NONE), *changes, *(one.takes or NONE[:2])]  # fmt: skip
