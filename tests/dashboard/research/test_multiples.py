"""All years at once: the same classes, the same axes, all municipalities."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.charts import palette
from dashboard.charts.series import ChartOptions
from dashboard.indicators.picture import fills
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.multiples.picture import MultiplesPictures
from dashboard.research.multiples.spanning import year_span
from dashboard.research.multiples.view import multiples_view
from data.asking.views import indicator_view
from geo.boundaries import tiles
from geo.places import municipalities
from tests.dashboard.charts.reading import parsed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.research.view import ResearchView
    from data.asking.store import Store

CODES = [place.code for place in municipalities()]


def view_asked(atlas: Atlas, query: str, code: str = "lt") -> ResearchView:
    return multiples_view(read_bench(atlas, language(code), f"view=multiples&{query}"))


def pictures(atlas: Atlas, query: str) -> MultiplesPictures:
    it = year_span(read_bench(atlas, language("en"), f"view=multiples&{query}"))
    assert it is not None
    return MultiplesPictures(it, "title", "sentence")


def test_maps_are_those_of_the_map_page(atlas: Atlas) -> None:
    shown = remembered_view(atlas, ViewRequest())
    maps = pictures(atlas, "").maps().maps
    assert [each.heading for each in maps] == [str(year) for year in shown.years]
    for row, each in enumerate(maps):
        assert [each.fills[code] for code in CODES] == fills(shown, row)
    assert [each.heading for each in maps if each.now] == ["2025"]


@pytest.mark.parametrize("query", ["indicator=total", "indicator=total&measure=index"])
def test_where_most_would_be_in_one_class_each_has_as_many(atlas: Atlas, query: str) -> None:
    made = pictures(atlas, query)
    shown = made.maps()
    found = Counter(fill for each in shown.maps for fill in each.fills.values())
    counts = [found[key.colour] for key in shown.legend[:5]]
    assert sum(counts) >= made.it.measured.taken.sum()
    assert max(counts) < 1.3 * min(counts)


@pytest.mark.parametrize("measure", ["change", "growth", "yearly", "z"])
def test_what_lies_around_nought_has_a_diverging_scheme(atlas: Atlas, measure: str) -> None:
    made = pictures(atlas, f"indicator=residents&measure={measure}&since=2018")
    scheme, classes = [*palette.diverging()], made.maps()
    assert [key.colour for key in classes.legend[:7]] == scheme[::-1]
    one = made.it.measured
    for each in classes.maps:
        for value, code in zip(one.values[one.row(int(each.heading))], CODES, strict=True):
            number = scheme.index(each.fills[code])
            assert number == 3 or (number > 3) == (value > 0)


def test_shapes_are_written_once_and_many_maps_stay_small(atlas: Atlas) -> None:
    picture = view_asked(atlas, "select=13,19").pictures[0]
    for size in (picture.wide, picture.narrow):
        svg = picture.draw(ChartOptions(*size, bare=True))
        root = parsed(svg)
        known = {shape.get("id") for shape in root.iter("path")} | {
            pattern.get("id") for pattern in root.iter("pattern")
        }
        used = [use.get("href") for use in root.iter("use")]
        assert {href.removeprefix("#") for href in used} <= known
        assert len(used) >= 11 * 60
        assert {*re.findall(r"url\(#([^)]+)\)", svg)} <= known
        assert len(svg) < 100_000


@pytest.mark.parametrize("query", ["", "indicator=total&places=county:03", "measure=index"])
def test_trends_are_all_sixty_where_they_lie_on_one_axis(atlas: Atlas, query: str) -> None:
    made = pictures(atlas, query)
    shown = made.trends()
    assert {each.code: (each.column, each.row) for each in shown.trends} == tiles()
    assert {len(each.values) for each in shown.trends} == {len(shown.years)}
    picture = view_asked(atlas, f"{query}&tiled=trends").pictures[0]
    for size in (picture.wide, picture.narrow):
        root = parsed(picture.draw(ChartOptions(*size, bare=True)))
        links = root.findall("a")
        assert len(links) == 60
        drawn = {link.get("href", "").rpartition("select=")[2]: _heights(link) for link in links}
        figures = {each.code: each.values for each in shown.trends if not each.faint}
        pairs = [
            (value, height)
            for code, values in figures.items()
            for value, height in zip([v for v in values if v is not None], drawn[code], strict=True)
        ]
        values, heights = np.array(pairs).T
        slope, start = np.polyfit(values, heights, 1)
        assert slope < 0
        assert np.abs(start + slope * values - heights).max() < 0.1  # px: as they are rounded


def test_a_broken_series_is_a_gap_and_hollow(atlas: Atlas) -> None:
    shown = remembered_view(atlas, ViewRequest())
    (row, *_), (place, *_) = np.nonzero((shown.states == "not_comparable") & shown.there)
    trend = pictures(atlas, "").trends().trends[place]
    assert trend.breaks[row]
    assert trend.hollow[row]


@pytest.mark.parametrize("code", ["lt", "en"])
def test_words_agree_with_the_store(atlas: Atlas, store: Store, code: str) -> None:
    words, table = language(code), indicator_view(store, "openness", "percent")
    view = view_asked(atlas, "indicator=openness&year=2024", code)
    taken = table[table["counts"]]
    medians = taken.groupby("year")["value"].median()
    assert {each.id: each.value for each in view.statistics} == pytest.approx(
        {f"median_{year}": value for year, value in medians.items()}
    )
    values = taken[taken["year"] == 2024].set_index("municipality")["value"]
    for figure in (values.max(), values.min()):
        assert words.percent(figure, 0) in view.sentence
    county = {place.code: place.county for place in municipalities()}
    by_county = values.groupby(values.index.map(county)).agg(["median", "size"])
    by_county = by_county[by_county["size"] >= 5]["median"]
    for figure in (by_county.max(), by_county.min()):
        assert words.percent(figure, 0) in view.findings[0]


@pytest.mark.parametrize("measure", ["change", "growth"])
def test_the_country_has_moved_as_the_same_municipalities_together(
    atlas: Atlas, store: Store, measure: str
) -> None:
    found = pictures(atlas, f"measure={measure}&since=2018").it
    assert found.country is not None
    both = np.isin(found.measured.reasons[found.measured.row(2024)], ("", "no_measure"))
    euros = [
        indicator_view(store, of, "eur").pivot(
            index="year", columns="municipality", values="value"
        )[CODES]
        for of in ("ngo_competition", "total")
    ]
    before, after = (
        100 * euros[0].loc[year][both].sum() / euros[1].loc[year][both].sum()
        for year in (2018, 2024)
    )
    expected = after - before if measure == "change" else 100 * (after - before) / before
    assert found.country[found.measured.row(2024)] == pytest.approx(expected)


def test_places_have_no_median(atlas: Atlas) -> None:
    view = view_asked(atlas, "measure=rank")
    assert view.statistics == ()
    assert len(view.cautions) == 1


def test_real_figures_alone_are_told_without_a_country(mixed_stores: tuple[Store, Store]) -> None:
    atlas = Atlas(mixed_stores[1])
    view = view_asked(atlas, "indicator=total&tiled=trends&figures=real")
    assert view.statistics == ()
    assert len(view.cautions) == 1
    made = pictures(atlas, "indicator=total&tiled=trends&figures=real").trends()
    assert made.middle_name == ""
    assert not any(made.middle)


def test_without_any_figure_nothing_is_drawn_and_it_is_said(atlas: Atlas) -> None:
    view = view_asked(atlas, "measure=growth&since=2025")
    assert view.pictures == ()
    assert view.sentence


def _heights(link: Element) -> list[float]:
    """Heights of the points of a trend; none of one that is not in the set."""
    own = [path.get("d", "") for path in link.iter("path") if path.get("class") == "own"]
    return [float(y) for y in re.findall(r"[ML]-?[\d.]+ (-?[\d.]+)", "".join(own))]
