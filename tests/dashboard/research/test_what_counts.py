"""A figure counts or has a reason why not; measures are made of those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.leaving import left_out_text
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

MONEY = "indicator=total&unit=constant_per_resident"


def bench(atlas: Atlas, query: str) -> Bench:
    return read_bench(atlas, language("en"), query)


def measured(atlas: Atlas, query: str) -> Measured:
    return bench(atlas, query).subject


@pytest.mark.parametrize(
    "query",
    ["", MONEY, f"{MONEY}&measure=growth&since=2018", f"{MONEY}&estimated=without",
     "indicator=older", "places=county:02&measure=z", "figures=real"],
)  # fmt: skip
def test_every_member_counts_or_is_left_out_for_one_reason(atlas: Atlas, query: str) -> None:
    found = measured(atlas, query)
    for row in range(len(found.years)):
        left = [at for places in found.left_out(row).values() for at in places]
        taken = np.flatnonzero(found.taken[row]).tolist()
        assert sorted([*left, *taken]) == np.flatnonzero(found.members).tolist()
        assert not np.isnan(found.values[row, taken]).any()


def test_levels_that_count_are_those_of_the_map(atlas: Atlas) -> None:
    shown = remembered_view(atlas, ViewRequest("total", "constant_per_resident"))
    found = measured(atlas, MONEY)
    assert (found.taken == shown.counted).all()
    assert (found.reasons[shown.states == "not_comparable"] == "broken").all()
    firm = measured(atlas, f"{MONEY}&estimated=without")
    assert (firm.taken == shown.counted & ~shown.marks["estimated"]).all()


@pytest.mark.parametrize("since", [2016, 2018])
def test_a_change_needs_both_years_and_no_break_between(atlas: Atlas, since: int) -> None:
    """In 2016 a real figure stands among invented ones: no invented one may be set beside it."""
    level, grown = measured(atlas, MONEY), measured(atlas, f"{MONEY}&measure=growth&since={since}")
    base, broken = level.years.index(since), level.reasons == "broken"
    assert ("kind" in level.reasons[base]) == (since == 2016)
    assert broken.any()
    for row in range(base + 1, len(level.years)):
        between = broken[base : row + 1].any(axis=0)
        assert (grown.taken[row] == level.taken[base] & level.taken[row] & ~between).all()
        kept = grown.taken[row]
        expected = 100 * (level.values[row] / level.values[base] - 1)
        assert grown.values[row, kept] == pytest.approx(expected[kept])
    assert not grown.taken[: base + 1].any()


def test_places_are_among_the_set_and_shares_of_the_whole_country(atlas: Atlas) -> None:
    ranked = measured(atlas, "places=county:02&measure=rank")
    ranks = ranked.counted[-1][~np.isnan(ranked.counted[-1])]
    assert ranks.min() == 1
    assert ranks.max() <= len(ranks) == ranked.taken[-1].sum()
    everybody = measured(atlas, "indicator=total&unit=eur&measure=share")
    assert np.nansum(everybody.counted, axis=1) == pytest.approx(100)
    county = measured(atlas, "indicator=total&unit=eur&measure=share&places=county:02")
    assert np.nansum(county.counted[-1]) < 60


def test_the_sets_are_whom_they_name(atlas: Atlas) -> None:
    def codes(query: str) -> set[str]:
        members = bench(atlas, query).members
        return {
            place.code for place, chosen in zip(municipalities(), members, strict=True) if chosen
        }

    places = municipalities()
    assert codes("places=county:02") == {each.code for each in places if each.county == "02"}
    assert codes("places=group:resort") == {each.code for each in places if each.group == "resort"}
    assert codes("places=list&with=13,53") == {"13", "53"}
    assert "53" in codes("places=peers&peer=53")
    assert len(codes("places=peers&peer=53")) == 9
    assert codes("places=peers&peer=53&year=2016") == codes("places=peers&peer=53&year=2025")
    assert len(codes("places=peers")) == len(codes("places=list")) == 60


def test_the_rule_is_told_with_its_counts(atlas: Atlas) -> None:
    view = bench(atlas, f"{MONEY}&measure=growth&since=2018")
    row = view.subject.row(view.year)
    said = left_out_text([(view.subject, row)], view.words)
    assert said[1].startswith(f"{view.subject.taken[row].sum()} municipalities of 60")
    for (_, places), text in zip(view.subject.left_out(row).items(), said[2:], strict=True):
        assert text.startswith(f"{len(places)} ")
