"""How figures spread: by years or parts, on one scale; who lies far out; what is too few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.distribution.picture import boxes_of
from dashboard.research.distribution.rows import spread_of
from dashboard.research.distribution.view import distribution_view

if TYPE_CHECKING:
    from dashboard.charts.boxes import BoxesPicture
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView
    from data.asking.store import Store


def bench_of(atlas: Atlas, query: str = "") -> Bench:
    return read_bench(atlas, language("lt"), f"view=distribution&{query}")


def view_of(atlas: Atlas, query: str = "") -> ResearchView:
    return distribution_view(bench_of(atlas, query))


def picture_of(atlas: Atlas, query: str = "") -> BoxesPicture:
    bench = bench_of(atlas, query)
    return boxes_of(spread_of(bench), bench)


def test_numbers_of_a_year_are_those_of_what_is_taken(atlas: Atlas) -> None:
    view, measured = view_of(atlas), bench_of(atlas).subject
    told = {(each.id, each.group): each.value for each in view.statistics}
    for row, year in enumerate(measured.years):
        known = measured.counted[row][measured.taken[row]]
        assert told["median", str(year)] == pytest.approx(np.median(known))
        assert told["p90", str(year)] == pytest.approx(np.quantile(known, 0.9))
        assert told["n", str(year)] == measured.taken[row].sum()
    assert f"{measured.taken.sum()} reikšm" in view.left_out[1]


def test_all_that_is_there_is_shown_once_in_each_row(atlas: Atlas) -> None:
    measured, picture = bench_of(atlas).subject, picture_of(atlas)
    assert [len(row.dots) for row in picture.rows] == measured.there.sum(axis=1).tolist()
    assert all(dot.title.startswith(dot.name) for row in picture.rows for dot in row.dots)
    pale = sum(dot.pale for row in picture.rows for dot in row.dots)
    assert pale == (measured.there & ~measured.taken).sum()


def test_the_scale_is_the_same_for_all_years_that_are_played(atlas: Atlas) -> None:
    years = view_of(atlas, "by=group").playing
    ends = {
        (picture.axis.low, picture.axis.high)
        for picture in (picture_of(atlas, f"by=group&year={year}") for year in years)
    }
    assert len(ends) == 1
    assert len(years) > 5
    assert view_of(atlas).playing == ()


def test_parts_with_few_have_dots_only_and_say_so(atlas: Atlas) -> None:
    view, picture = view_of(atlas, "by=county&year=2024"), picture_of(atlas, "by=county&year=2024")
    few = [row for row in picture.rows if sum(not dot.pale for dot in row.dots) < 5]
    assert few
    assert all(row.box is None and row.dots for row in few)
    assert {each.group_name for each in view.statistics}.isdisjoint(row.label for row in few)
    assert all(row.label in view.cautions[0] for row in few)


def test_the_country_is_told_of_a_level_alone(atlas: Atlas) -> None:
    assert all(row.national is not None for row in picture_of(atlas).rows)
    assert all(row.national is None for row in picture_of(atlas, "measure=z").rows)
    assert all(row.national is None for row in picture_of(atlas, "indicator=density").rows)


def test_who_lies_far_out_is_named(atlas: Atlas) -> None:
    view = view_of(atlas, "indicator=residents&by=group")
    assert any("Vilniaus m. sav." in each for each in view.findings)
    rows = picture_of(atlas, "indicator=residents&by=group").rows
    assert {"Vilniaus m."} <= {dot.name for row in rows for dot in row.dots if row.label}


def test_a_selected_one_is_joined_over_years_and_named_once(atlas: Atlas) -> None:
    rows = picture_of(atlas, "select=21").rows
    own = [dot for row in rows for dot in row.dots if dot.own]
    assert [bool(dot.name) for dot in own] == [False] * (len(own) - 1) + [True]
    assert any(dot.joins for dot in own)
    assert not own[0].joins


def test_what_is_the_same_everywhere_is_said_and_nobody_is_far_out(atlas: Atlas) -> None:
    view = view_of(atlas, "indicator=total&unit=budget_share")
    assert "vienoda: 100,00" in view.sentence
    assert view.findings == ()


@pytest.mark.parametrize("by", ["year", "group", "county"])
def test_two_municipalities_have_no_statistic(atlas: Atlas, by: str) -> None:
    view = view_of(atlas, f"by={by}&places=list&with=19,21")
    assert view.statistics == ()
    assert len(view.cautions) == 1
    assert view.pictures
    for table in view.tables:
        assert len(table.readable().columns) > 0


@pytest.mark.parametrize("by", ["year", "group"])
def test_nothing_at_all_is_no_picture_and_no_mistake(atlas: Atlas, by: str) -> None:
    view = view_of(atlas, f"by={by}&measure=change&since=2025&year=2025")
    assert view.pictures == view.statistics == ()
    assert "reikšmių nėra" in view.cautions[0]
    assert len(view.tables[0].plain()) == len(view.tables[0].readable()) == 60


def test_one_municipality_is_no_country(mixed_stores: tuple[Store, Store]) -> None:
    picture = picture_of(Atlas(mixed_stores[1]), "indicator=total&figures=real")
    assert picture.rows
    assert all(row.national is None for row in picture.rows)


def test_where_parts_have_too_few_the_largest_is_said_to_be_among_the_others(atlas: Atlas) -> None:
    assert "bent 5 reikšmės" in view_of(atlas, "by=county&year=2024").sentence
    assert "bent 5" not in view_of(atlas, "by=county&indicator=area_km2&places=county:02").sentence


def test_an_index_is_not_said_to_draw_apart(atlas: Atlas) -> None:
    assert any("kvartilių" in each for each in view_of(atlas).findings)
    findings = view_of(atlas, "measure=index&since=2020").findings
    assert not any("nuotolis tarp kvartilių" in each for each in findings)


def test_figures_that_are_repeated_and_places_given_anew_are_said(atlas: Atlas) -> None:
    newest = max(bench_of(atlas, "indicator=older").subject.older_years.values())
    assert any(f"nei {newest} m." in each for each in view_of(atlas, "indicator=older").notes)
    assert any("iš naujo" in each for each in view_of(atlas, "measure=rank").cautions)
    assert (
        view_of(atlas, "measure=rank&by=group").cautions != view_of(atlas, "measure=rank").cautions
    )


def test_a_mean_of_small_whole_numbers_has_a_decimal(atlas: Atlas) -> None:
    told = view_of(atlas, "indicator=competitions").statistics
    means = [each for each in told if each.id == "mean" and each.value != round(each.value)]
    assert means
    assert all("," in each.text for each in means)
    assert all("," not in each.text for each in told if each.id == "n")
