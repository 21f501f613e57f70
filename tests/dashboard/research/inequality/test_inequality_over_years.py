"""Inequality over the years: numbers as others reckon them, and words that agree with them."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest
from inequality.gini import Gini
from inequality.theil import TheilD

from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.inequality.cautioning import cautions_of
from dashboard.research.inequality.noticing import findings_of
from dashboard.research.inequality.reckoning import inequality_years
from dashboard.research.inequality.telling import InequalityTelling
from dashboard.research.inequality.view import inequality_view
from dashboard.research.measured import MARKED, Measured
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.research.view import ResearchView

NAN = np.nan
PLACES = len(municipalities())


def view(atlas: Atlas, query: str = "", code: str = "en") -> ResearchView:
    return inequality_view(read_bench(atlas, language(code), f"view=inequality&{query}"))


def numbers(shown: ResearchView) -> dict[str, float]:
    return {f"{each.id} {each.group}".strip(): each.value for each in shown.statistics}


def telling(
    atlas: Atlas, rows: dict[int, list[float]], query: str = "", **changes: object
) -> InequalityTelling:
    """Tells of figures of the first municipalities; others have none."""
    bench = read_bench(atlas, language("en"), f"view=inequality&{query}")
    values = np.full((len(rows), PLACES), NAN)
    for row, figures in zip(values, rows.values(), strict=True):
        row[: len(figures)] = figures
    measured = Measured(
        bench.subject.subject,
        (*rows,),
        values,
        np.where(np.isnan(values), "missing", ""),
        {name: np.zeros(values.shape, dtype=bool) for name in MARKED},
        np.ones(PLACES, dtype=bool),
    )
    measured = replace(measured, **changes) if changes else measured
    return InequalityTelling(bench, inequality_years(measured, atlas, object()))


def test_the_year_is_told_as_another_program_reckons_it_from_the_store(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest("ngo_competition_share", "percent"))
    row = shown.years.index(2023)
    counted = shown.counted[row]
    figures = shown.values[row][counted]
    found = numbers(view(atlas, "year=2023"))
    assert found["n"] == counted.sum() < PLACES
    assert found["gini"] == pytest.approx(Gini(figures).g, abs=1e-9)
    for by in ("county", "group"):
        parts = np.array([getattr(place, by) for place in municipalities()])[counted]
        theirs = TheilD(figures, parts)
        assert found["theil"] == pytest.approx(theirs.T, abs=1e-9)
        assert found[f"theil_between {by}"] == pytest.approx(float(np.squeeze(theirs.bg)), abs=1e-9)
        assert found[f"theil_within {by}"] == pytest.approx(float(np.squeeze(theirs.wg)), abs=1e-9)
    low, high = np.percentile(figures, (10, 90))
    assert found["p90_p10"] == pytest.approx(high / low)
    assert found["variation"] == pytest.approx(figures.std() / figures.mean())


def test_the_sentence_says_what_the_table_of_years_holds(atlas: Atlas) -> None:
    for query in ("", "indicator=openness", "indicator=total", "places=county:02"):
        shown = view(atlas, query)
        years = shown.tables[1].plain().dropna(subset=["gini"]).set_index("year")["gini"]
        first, last = years.iloc[0], years.iloc[-1]
        assert f"{first:.3f} ({years.index[0]}" in shown.sentence
        assert f"{last:.3f} ({years.index[-1]}" in shown.sentence
        fell, rose = (word in shown.sentence for word in ("index fell", "index rose"))
        assert fell == (last <= 0.9 * first)
        assert rose == (last >= 1.1 * first)


def test_a_change_of_who_counts_is_no_change_of_inequality(atlas: Atlas) -> None:
    same = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    told = telling(atlas, {2020: same, 2021: [*same, 60.0, 70.0]})
    assert told.found.same["gini", ""][0] == told.found.same["gini", ""][1]
    assert told.found.values["gini", ""][1] > told.found.values["gini", ""][0]
    assert "the Gini index rose" in told.sentence()
    assert "But among the 6 municipalities that count in all years" in told.sentence()
    assert "further apart" not in told.sentence()
    assert any("from 6 to 8" in said for said in cautions_of(told))
    others = telling(atlas, {2020: [*same, NAN, NAN], 2021: [NAN] * 4 + same})
    assert not others.found.same
    assert any("only 2 in all of them" in said for said in cautions_of(others))


def test_years_with_fewer_than_five_are_gaps_and_no_years_at_all_are_said(atlas: Atlas) -> None:
    told = telling(atlas, {2019: [1, 2, 3, 4], 2020: [1, 2, 3, 4, 5], 2021: [2, 2, 3, 4, 5]})
    assert [isnan(value) for value in told.found.values["gini", ""]] == [True, False, False]
    assert any(said.endswith("count: 2019.") for said in cautions_of(told))
    few = view(atlas, "places=list&with=13,19,21,29")
    assert "cannot be calculated" in few.sentence
    assert (few.statistics, few.pictures, few.findings) == ((), (), ())
    assert any("Fewer than five" in said for said in few.cautions)
    assert len(few.tables[0].plain()) == 4


def test_figures_below_nought_have_no_gini_and_equal_ones_no_inequality(atlas: Atlas) -> None:
    below = telling(atlas, {2020: [-1, 2, 3, 4, 5], 2021: [-2, 2, 3, 4, 5]})
    assert "cannot be calculated" in below.sentence()
    assert any("negative" in said for said in cautions_of(below))
    equal = telling(atlas, {2020: [7.0] * 6, 2021: [7.0] * 6})
    assert "the same figure, there is no inequality" in equal.sentence()
    assert findings_of(equal) == ()


def test_measures_that_can_be_negative_tell_how_far_apart_figures_lie(atlas: Atlas) -> None:
    shown = view(atlas, "indicator=total&measure=change&since=2016")
    bench = read_bench(atlas, language("en"), "indicator=total&measure=change&since=2016")
    figures = bench.subject.counted[-1]
    low, high = np.nanpercentile(figures, (10, 90))
    assert numbers(shown)["p90_p10_gap"] == pytest.approx(high - low)
    assert numbers(shown)["deviation"] == pytest.approx(np.nanstd(figures))
    assert "gini" not in numbers(shown)
    assert any("no Gini or Theil" in said for said in shown.cautions)
    ranks = view(atlas, "indicator=total&measure=rank")
    assert (ranks.statistics, ranks.pictures) == ((), ())
    assert "ranks show no inequality" in ranks.sentence


def test_an_index_begins_after_its_base_year_where_all_are_equal(atlas: Atlas) -> None:
    shown = view(atlas, "indicator=total&measure=index&since=2015")
    assert "(2016)" in shown.sentence
    assert any("In the base year" in said for said in shown.cautions)


def test_half_and_tenths_in_words_are_those_of_the_figures(atlas: Atlas) -> None:
    told = telling(atlas, {2025: [float(at) for at in range(1, 21)]}, "year=2025")
    tenths, half, *_ = findings_of(told)
    assert "18.10% or more and another tenth 2.90% or less: the first limit is 6.2" in tenths
    assert "26.2%" in half  # 55 of 210
    nothing = telling(atlas, {2025: [0.0] * 18 + [1.0]}, "year=2025")
    assert "nine of ten municipalities have 0.00%" in findings_of(nothing)[0]


@pytest.mark.parametrize("code", ["lt", "en"])
@pytest.mark.parametrize("query", ["", "measure=growth&indicator=total", "places=group:ring"])
def test_sentences_are_whole_in_both_languages(atlas: Atlas, code: str, query: str) -> None:
    shown = view(atlas, query, code)
    for said in (shown.sentence, *shown.findings, *shown.cautions):
        assert said.endswith(".")
        assert ".." not in said
        assert "nan" not in said
        assert "{" not in said
