"""Invented budgets are as large, and split as unevenly, as real ones."""

import statistics
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from data.demo import stories
from data.demo.residents import residents
from data.demo.shape import YEARS
from tests.data.demo.sums import group, of_year


@pytest.mark.parametrize(
    ("year", "low", "high"), [(2015, 760, 840), (2020, 1150, 1350), (2025, 2200, 2400)]
)
def test_the_national_budget_per_resident_is_plausible(money, year, low, high):
    people = sum(residents(code, y) for code, y in money.total if y == year)
    assert low < of_year(money.total, year) / people < high


def test_no_municipality_is_implausible(money):
    outlier = (stories.OUTLIER.municipality, stories.OUTLIER.year)
    national = {
        year: of_year(money.total, year)
        / sum(residents(code, y) for code, y in money.total if y == year)
        for year in YEARS
    }
    for (code, year), total in money.total.items():
        if (code, year) != outlier:
            perhead = total / residents(code, year)
            assert Decimal("0.7") < perhead / national[year] < Decimal("1.8")


@pytest.mark.parametrize("year", [2015, 2020, 2025])
def test_budgets_are_split_as_budgets_are(money, year):
    def share(sums, part):
        named = sum(v for (_, y, p), v in sums.items() if y == year and p == part)
        return float(100 * named / of_year(money.total, year))

    assert 45 < share(money.area, "education") < 50
    assert 16 < share(money.area, "social") < 22
    assert share(money.area, "rights") < share(money.area, "ngo") < 2
    assert share(money.kind, "budgetary_institution") > 70
    assert 5 < share(money.kind, "public_institution") < 15


def test_ngo_money_by_competition_grows_from_one_to_some_per_cent(money):
    share = {
        year: float(100 * of_year(money.competition, year) / of_year(money.total, year))
        for year in YEARS
    }
    assert 0.8 < share[2015] < 1.5
    assert 3.0 < share[2025] < 4.0
    assert share[2020] < share[2019] < share[2021]


def test_ngo_money_is_uneven_between_municipalities(money):
    shares = sorted(
        float(money.competition[key] / total)
        for key, total in money.total.items()
        if key[1] == 2025
    )
    assert shares[-1] > 5 * shares[0]
    assert shares[-1] < 0.07


def test_ngo_money_goes_to_few(rows):
    ngos = {entity.code for entity in rows["entity"] if entity.recipient_kind == "ngo"}
    by_place = defaultdict(Counter)
    for line in rows["allocation"]:
        if line.year == 2024 and line.entity in ngos:
            by_place[line.municipality][line.entity] += line.executed
    top_fifth = []
    for got in by_place.values():
        amounts = sorted(got.values(), reverse=True)
        top_fifth.append(float(sum(amounts[: max(1, len(amounts) // 5)]) / sum(amounts)))
    assert statistics.median(top_fifth) > 0.55


def test_cities_fund_ngos_more_and_their_rings_grow_faster(money):
    def share(codes):
        return statistics.mean(
            float(money.competition[c, 2024] / money.total[c, 2024]) for c in codes
        )

    def growth(codes):
        both = [c for c in codes if (c, 2016) in money.total and (c, 2025) in money.total]
        return statistics.mean(float(money.total[c, 2025] / money.total[c, 2016]) for c in both)

    assert share(group("city")) > 1.5 * share(group("ring"))
    assert growth(group("ring")) > 1.05 * growth(group("city"))


def test_resorts_spend_most_per_resident(money):
    def level(codes):
        return statistics.mean(float(money.total[c, 2024]) / residents(c, 2024) for c in codes)

    assert level(group("resort")) > level(group("other")) > level(group("city"))
