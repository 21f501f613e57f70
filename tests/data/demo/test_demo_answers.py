"""Who answered, who was silent, and who declared that there was nothing."""

import re
from collections import Counter
from datetime import date

import pytest

from data.demo.shape import YEARS
from geo.places import municipalities
from tests.data.demo.sums import SILENT


def test_every_municipality_year_has_a_state(state):
    assert set(state) == {(place.code, year) for place in municipalities() for year in YEARS}


def test_silence_grows_rarer(state):
    count = Counter((year, s) for (_, year), s in state.items())
    assert {year for year, s in count if s == "not_asked"} == {2015, 2016}
    assert all(4 <= count[year, "no_answer"] <= 6 for year in range(2015, 2021))
    assert all(1 <= count[year, "no_answer"] <= 3 for year in range(2021, 2026))
    assert count[2025, "no_answer"] == 2
    assert {key: n for key, n in count.items() if key[1] == "received"} == {(2025, "received"): 2}
    assert sum(n for (_, s), n in count.items() if s == "declared_zero") >= 10


@pytest.mark.parametrize("table", ["allocation", "competition", "service", "openness"])
def test_silent_municipality_years_have_no_rows(rows, state, table):
    found = {(row.municipality, row.year) for row in rows[table]}
    assert found.isdisjoint(key for key, s in state.items() if s in SILENT)


def test_all_others_have_money_services_and_openness(rows, state):
    answered = {key for key, s in state.items() if s not in SILENT}
    for table in ("allocation", "service", "openness"):
        assert {(row.municipality, row.year) for row in rows[table]} == answered


def test_declared_zero_means_no_competitions_but_other_money(rows, state, money):
    zero = {key for key, s in state.items() if s == "declared_zero"}
    assert zero.isdisjoint((c.municipality, c.year) for c in rows["competition"])
    assert all(money.competition[key] == 0 < money.total[key] for key in zero)
    paid = {key for key, s in state.items() if s in {"accepted", "received"}}
    assert all(money.competition[key] > 0 for key in paid)


def test_forms_arrive_in_the_spring_after_the_year(rows):
    for submission in rows["submission"]:
        if submission.state in SILENT:
            assert submission.received_on is submission.checksum is None
        else:
            spring = date(submission.year + 1, 3, 1), date(submission.year + 1, 7, 1)
            assert spring[0] <= submission.received_on <= spring[1]
            assert re.fullmatch(r"[0-9a-f]{16}", submission.checksum)


def test_checksums_differ(rows):
    sums = [s.checksum for s in rows["submission"] if s.checksum]
    assert len(set(sums)) == len(sums)
