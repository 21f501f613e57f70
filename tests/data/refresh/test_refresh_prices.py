"""Changes of prices are read from whichever index was sent, and another index is refused."""

from decimal import Decimal

import pytest

from data.refresh.refresh import prepare
from tests.data.refresh.answers import CHANGES, HARMONISED, inflation, monthly_index, people


@pytest.mark.parametrize("sent", ["json", "xml"])
def test_changes_in_per_cent_are_taken_as_they_are(rows, sent):
    found = rows("prices", getattr(inflation(), sent)(), "prices.csv")
    assert {int(row["year"]): row["inflation_pct"] for row in found} == {
        year: f"{Decimal(change):.4f}" for year, change in CHANGES.items()
    }


def test_an_index_of_the_year_before_is_the_same(rows):
    index = {year: str(100 + Decimal(change)) for year, change in CHANGES.items()}
    assert rows("prices", inflation(index).json(), "prices.csv") == rows(
        "prices", inflation().json(), "prices.csv"
    )


def test_an_index_with_a_base_needs_the_year_before_and_gives_the_changes(rows, refused):
    level, index = Decimal(90), {2014: "90"}
    for year, change in CHANGES.items():
        level *= 1 + Decimal(change) / 100
        index[year] = f"{level:.9f}"
    found = rows("prices", inflation(index).json(), "prices.csv")
    assert [Decimal(row["inflation_pct"]) for row in found] == [*map(Decimal, CHANGES.values())]
    del index[2014]
    assert "years missing: 2015;" in refused("prices", inflation(index).json())


def test_a_monthly_index_gives_the_changes_of_yearly_means(rows):
    found = rows("prices", monthly_index().json(), "prices.csv")
    assert [Decimal(row["inflation_pct"]) for row in found] == [*map(Decimal, CHANGES.values())]


def test_a_year_that_is_not_over_is_left_out_with_a_warning(target, answer):
    content = monthly_index(last=2026, months=7).json()
    proposal = prepare("prices", answer(content), target=target)
    assert list(proposal.draft.years[1]) == list(range(2015, 2026))
    assert "months missing, years left out: 2026" in proposal.text("en")


def without(year):
    return {each: change for each, change in CHANGES.items() if each != year}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (inflation(HARMONISED).json(), "as per cent, 2022 is 18.9 % (ours: 19.7)"),
        (inflation(name="Suderinti vartotojų kainų indeksai").json(), "not the harmonised one"),
        (inflation(without(2019)).json(), "years missing: 2019;"),
        (inflation({2025: "3.8"}).json(), "it shares no year with 2015–2024"),
        (inflation(CHANGES | {2025: "380"}).json(), "2025: prices cannot have changed by 380.0 %"),
        (inflation(CHANGES | {2025: "-40"}).json(), "prices cannot have changed by -40.0 %"),
        (inflation({f"{year}K1": "1" for year in CHANGES}).json(), "neither a year nor a month"),
        (people([2015]).json(), "as per cent, 2015 is 2728500.0 % (ours: -0.9)"),
    ],
    ids=["harmonised", "by name", "gap", "new only", "absurd", "falling", "quarters", "people"],
)
def test_other_prices_are_refused(refused, content, words):
    assert words in refused("prices", content)


def test_prices_that_differ_beyond_rounding_are_told(target, answer):
    content = inflation(CHANGES | {2021: "4.9"}).json()
    text = prepare("prices", answer(content), target=target).text("en")
    assert "Warning: differ beyond rounding: 2021: 4.68 → 4.90" in text
