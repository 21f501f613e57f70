"""Two subjects side by side: what counts, what is said of it, and what cannot be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.charts.series import ChartOptions
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.relation.pairs import pairs_of
from dashboard.research.relation.picture import precedence, scatter_of
from dashboard.research.relation.reckoning import relation_of
from dashboard.research.relation.view import relation_view
from data.statistics.association import associations
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView

BARE = ChartOptions(760, 460, bare=True)


def bench_of(atlas: Atlas, query: str = "", code: str = "lt") -> Bench:
    return read_bench(atlas, language(code), query)


def view_of(atlas: Atlas, query: str = "", code: str = "lt") -> ResearchView:
    return relation_view(bench_of(atlas, query, code))


def values(view: ResearchView) -> dict[str, float]:
    return {":".join(filter(None, (each.id, each.group))): each.value for each in view.statistics}


@pytest.mark.parametrize("year", [2015, 2022])
def test_statistics_are_of_what_is_taken_of_both_and_all_else_is_counted(
    atlas: Atlas, year: int
) -> None:
    bench = bench_of(atlas, f"indicator=total&other_indicator=ngo_competition_share&year={year}")
    row = bench.subject.row(year)
    both = bench.subject.taken[row] & bench.other.taken[row]
    x, y = (one.values[row][both] for one in (bench.other, bench.subject))
    view = relation_view(bench)
    assert [values(view)[each.kind] for each in associations(x, y)] == pytest.approx(
        [each.value for each in associations(x, y)]
    )
    assert view.statistics[0].n == both.sum() < 60
    assert f" {both.sum()} " in view.left_out[1]


def test_what_is_left_out_but_there_keeps_its_mark_in_the_picture(atlas: Atlas) -> None:
    bench = bench_of(atlas, "indicator=total&unit=per_resident&estimated=without&year=2023")
    pairs = pairs_of(bench)
    out = np.flatnonzero(pairs.shown & ~pairs.taken)
    picture = scatter_of(relation_of(bench, pairs), bench)
    pale = {point.name for point in picture.points if point.pale}
    assert len(out) == len(pale) > 0
    assert all(point.hollow for point in picture.points if point.pale)
    assert all("neimta" in point.title for point in picture.points if point.pale)


def test_axes_and_sizes_are_the_same_in_all_years(atlas: Atlas) -> None:
    ends = set()
    for year in view_of(atlas).playing[::4]:
        bench = bench_of(atlas, f"third=residents&year={year}")
        picture = scatter_of(relation_of(bench, pairs_of(bench)), bench)
        ends.add((picture.x.low, picture.x.high, picture.y.low, picture.y.high))
        assert all(picture.x.low <= point.x <= picture.x.high for point in picture.points)
        assert all(picture.y.low <= point.y <= picture.y.high for point in picture.points)
        assert max(point.share or 0 for point in picture.points) <= 1
    assert len(ends) == 1


def test_years_that_only_one_has_are_not_played(atlas: Atlas) -> None:
    bench = bench_of(atlas, "other_unit=constant_per_resident")
    both = {*bench.subject.years} & {*bench.other.years}
    assert {*relation_view(bench).playing} <= both
    assert len(relation_view(bench).playing) > 5


def test_a_figure_of_another_year_says_so(atlas: Atlas) -> None:
    bench = bench_of(atlas, "year=2025&other_unit=constant")
    other = bench.other.years[bench.other.row(2025)]
    said = any("m. jų nėra" in each for each in relation_view(bench).cautions)
    assert said == (other != 2025)


def test_a_logarithm_of_nought_is_left_out_and_counted(atlas: Atlas) -> None:
    plain, logs = view_of(atlas, "year=2015"), view_of(atlas, "year=2015&log=y")
    noughts = (bench_of(atlas).subject.counted[0] == 0).sum()
    assert noughts > 0
    below = (bench_of(atlas).subject.values[0] <= 0) & ~np.isnan(bench_of(atlas).other.values[0])
    assert (plain.statistics[0].n or 0) - (logs.statistics[0].n or 0) == below.sum()
    assert any(f"{below.sum()} savivaldyb" in each and "ogaritm" in each for each in logs.left_out)
    assert not any("ogaritm" in each for each in plain.left_out)


def test_too_few_points_say_so_instead_of_a_statistic(atlas: Atlas) -> None:
    view = view_of(atlas, "places=list&with=13,19,21,27")
    assert view.statistics == ()
    assert view.findings == ()
    assert any("statistikai reikia bent 5" in each for each in view.cautions)
    assert view.pictures
    assert "<title>" in view.pictures[0].draw(BARE)


def test_a_constant_goes_together_with_nothing(atlas: Atlas) -> None:
    view = view_of(atlas, "indicator=total&unit=budget_share", "en")
    assert view.statistics == ()
    assert "are the same" in view.sentence
    assert view.findings == ()


def test_a_subject_beside_itself_is_no_finding(atlas: Atlas) -> None:
    view = view_of(atlas, "other_indicator=ngo_competition_share")
    assert "tas pats rodiklis" in view.sentence
    assert view.findings == view.cautions == ()


def test_the_sentence_fits_the_interval(atlas: Atlas) -> None:
    unclear = view_of(atlas, "", "en")
    spearman = unclear.statistics[1]
    assert (spearman.low or 0) < 0 < (spearman.high or 0)
    assert "no clear relation" in unclear.sentence
    clear = view_of(atlas, "indicator=total&unit=eur&other_indicator=residents&log=xy", "en")
    assert "The relation is positive, strong:" in clear.sentence
    assert clear.findings[0].startswith("Where “Residents” is twice as high, “")
    assert any("Coincidence is not cause" in each for each in clear.cautions)


def test_parts_are_reckoned_apart_where_there_are_enough(atlas: Atlas) -> None:
    view = view_of(atlas, "other_indicator=density&colour=county&year=2024")
    groups = {each.group for each in view.statistics if each.group}
    small = [
        county for county in {place.county for place in municipalities()} if county not in groups
    ]
    assert groups
    assert all(each.n and each.n >= 5 for each in view.statistics)
    assert any(f"({n})" in view.findings[-1] for n in range(5)) == bool(small)


def test_every_point_and_the_farthest_first(atlas: Atlas) -> None:
    bench = bench_of(atlas, "select=13,21")
    relation = relation_of(bench, pairs_of(bench))
    picture = scatter_of(relation, bench)
    assert len(picture.points) == relation.pairs.shown.sum()
    assert [point.own for point in picture.points].index(False) == 2
    line, pairs = relation.line, relation.pairs
    assert line is not None
    away = np.abs(pairs.y - line.intercept - line.slope * pairs.x)
    assert precedence(relation)[0] == np.nanargmax(np.where(pairs.shown, away, np.nan))
    svg = relation_view(bench).pictures[0].draw(BARE)
    assert svg.count("<title>") == len(picture.points)
    assert "select=21" in svg  # a selected one leads to what is without it


def test_nothing_at_all_is_no_picture_and_no_mistake(atlas: Atlas) -> None:
    view = view_of(atlas, "measure=change&since=2025&year=2025")
    assert view.pictures == view.statistics == view.playing == ()
    assert "nė viena savivaldybė neturi" in view.sentence
    for table in view.tables:
        assert table.plain() is not None


def test_what_rests_on_few_points_is_said_to_be_unsure(atlas: Atlas) -> None:
    few = "indicator=ngo_any&unit=eur&other_indicator=ngo_recipients&places=group:ring&year=2023"
    assert any("mažiau nei 10" in each for each in view_of(atlas, few).cautions)
    assert not any(
        "mažiau nei 10" in each for each in view_of(atlas, "places=group:other").cautions
    )


def test_points_that_do_not_move_are_not_said_to_rise_and_fall(atlas: Atlas) -> None:
    view = view_of(atlas, "indicator=openness&measure=growth&other_indicator=area_km2&year=2016")
    assert not any("0 proc. p. iki 0 proc. p., tad" in each for each in view.findings)
