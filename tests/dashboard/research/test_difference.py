"""Differences: what counts, in which classes, and whether the words agree with the numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.charts import palette
from dashboard.charts.series import ChartOptions
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.difference.bins import classes_around, limits_around, spans_around
from dashboard.research.difference.choosing import choose, levelled
from dashboard.research.difference.picture import DifferencePictures
from dashboard.research.difference.slopes import slopes_of
from dashboard.research.difference.view import difference_view
from data.asking.views import indicator_view
from geo.places import municipalities
from tests.dashboard.charts.reading import parsed

if TYPE_CHECKING:
    from dashboard.research.difference.differing import Differing
    from dashboard.research.view import ResearchView
    from data.asking.store import Store

CODES = [place.code for place in municipalities()]
NGO = "indicator=ngo_competition"


def view_asked(atlas: Atlas, query: str, code: str = "lt") -> ResearchView:
    return difference_view(read_bench(atlas, language(code), f"view=difference&{query}"))


def pictures(atlas: Atlas, query: str) -> DifferencePictures:
    bench = levelled(read_bench(atlas, language("en"), f"view=difference&{query}"))
    found, _ = choose(bench)
    assert found is not None
    return DifferencePictures(bench, found, "title")


def differing(atlas: Atlas, query: str) -> Differing:
    return pictures(atlas, query).it


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_classes_are_the_same_on_both_sides_of_nought(decimals: int) -> None:
    differences = np.random.default_rng(7).normal(3, 20, 500)
    first, second, third = limits_around(differences, decimals)
    assert 0 < first < second < third
    around = np.array([0, first / 2 - 1e-6, first, second, third, 9 * third])
    above = classes_around(around, (first, second, third), decimals)
    below = classes_around(-around, (first, second, third), decimals)
    assert (above + below == 6).all()
    assert above[0] == 3
    assert above[2:].tolist() == [4, 5, 6, 6]


@pytest.mark.parametrize("size", [1e-7, 0.004, 0.02, 3.0, 75_000.0])
def test_limits_are_round_and_no_finer_than_what_is_shown(size: float) -> None:
    limits = limits_around(size * np.array([0.0, 0.2, -0.5, 1.0, -2.0, np.nan]), 2)
    assert all(limit == round(limit, 2) > 0 for limit in limits)
    assert len({*limits}) == 3
    spans = spans_around(limits, 2, language("en"))
    assert len({*spans}) == 7


def test_classes_stay_whatever_years_are_compared(atlas: Atlas) -> None:
    years = ("since=2015&year=2025", "since=2018&year=2019", "since=2024&year=2021", "places=peers")
    assert len({pictures(atlas, f"{NGO}&{each}").limits for each in years}) == 1


@pytest.mark.parametrize(
    "query", ["", NGO, "indicator=total&places=county:03", "since=2016&year=2017"]
)
def test_each_municipality_is_in_one_entry_of_the_legend(atlas: Atlas, query: str) -> None:
    made = pictures(atlas, query)
    shown = made.map().picture
    assert sum(key.count or 0 for key in shown.legend) == len(shown.places) == 60
    classed = sum(key.count or 0 for key in shown.legend if key.colour in palette.diverging())
    assert classed == made.it.taken.sum()


def test_a_broken_series_is_no_difference(atlas: Atlas) -> None:
    shown = remembered_view(atlas, ViewRequest())
    (row, *_), (place, *_) = np.nonzero((shown.states == "not_comparable") & shown.there)
    before, broken, after = (shown.years[row + step] for step in (-1, 0, 1))
    for years in (f"since={before}&year={broken}", f"since={before}&year={after}"):
        made = pictures(atlas, years)
        assert made.it.reasons[place] == "broken"
        drawn = made.map().picture.places[place]
        assert (drawn.fill, drawn.sign) == (palette.UNKNOWN_COLOUR, "≠")
    # What comes after it runs on.
    assert differing(atlas, f"since={after}&year={after + 1}").reasons[place] == ""


@pytest.mark.parametrize("code", ["lt", "en"])
def test_words_agree_with_the_figures_of_the_store(atlas: Atlas, store: Store, code: str) -> None:
    words, table = language(code), indicator_view(store, "ngo_competition", "per_resident")
    view = view_asked(atlas, f"{NGO}&since=2019&year=2022&select=53", code)
    between = table[table["year"].between(2019, 2022)]
    broken = between.loc[between["state"] == "not_comparable", "municipality"]
    wide = between[between["counts"]].pivot(index="municipality", columns="year", values="value")
    moved = (wide[2022] - wide[2019]).drop(broken, errors="ignore").dropna()
    told = {each.id: each.value for each in view.statistics}
    assert told == pytest.approx(
        {
            "n": len(moved),
            "rose": (moved > 0).sum(),
            "fell": (moved < 0).sum(),
            "median": moved.median(),
            "p10": moved.quantile(0.1),
            "p90": moved.quantile(0.9),
            "mean": moved.mean(),
        }
    )
    for code_of, value in ((moved.idxmax(), moved.max()), (moved.idxmin(), moved.min())):
        figure = words.euros(words.number(value, 2, sign=True))
        where = words.located(municipalities()[CODES.index(code_of)])
        assert f"{where} ({figure})" in view.sentence
    place = int((moved > moved["53"]).sum()) + 1
    assert {str(place), str(len(moved))} <= {*re.findall(r"\d+", view.findings[-1])}


def test_real_figures_beside_invented_ones_are_shown_and_not_counted(
    mixed_stores: tuple[Store, Store],
) -> None:
    made = pictures(Atlas(mixed_stores[0]), "indicator=total&since=2015&year=2022")
    at = CODES.index("13")
    drawn = made.map().picture.places[at]
    assert drawn.real
    assert drawn.fill in palette.diverging()
    assert not made.it.taken[at]
    assert [line.counted for line in slopes_of(made).lines].count(False) >= 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("since=2020&year=2020", "2020"),
        ("indicator=area_km2", "Plotas"),
        ("against=indicators&other_indicator=residents", "vieneto"),
        ("against=indicators&indicator=total&other_indicator=total", "pačiu savimi"),
    ],
)
def test_where_there_is_no_difference_it_is_said_and_nothing_is_drawn(
    atlas: Atlas, query: str, said: str
) -> None:
    view = view_asked(atlas, query)
    assert said in view.sentence
    assert view.pictures == view.statistics == ()


def test_a_later_base_year_is_swapped_and_that_is_said(atlas: Atlas) -> None:
    one, other = (view_asked(atlas, f"{NGO}&{years}") for years in
                  ("since=2022&year=2018", "since=2018&year=2022"))  # fmt: skip
    assert one.statistics == other.statistics
    assert len(one.cautions) == len(other.cautions) + 1


def test_what_a_computer_adds_is_no_difference(atlas: Atlas) -> None:
    told = {
        each.id: each.value
        for each in view_asked(atlas, "indicator=total&unit=budget_share").statistics
    }
    assert told["n"] > 0
    assert told["rose"] == told["fell"] == told["median"] == 0


def test_the_country_is_of_the_municipalities_of_both_years(atlas: Atlas) -> None:
    it = differing(atlas, "indicator=total&unit=eur&since=2015&year=2025")
    assert it.country == pytest.approx(it.ends[:, it.taken].mean(axis=1))


@pytest.mark.parametrize("query", [NGO, "indicator=total&select=13,21,19,53,33,11,12,15,18,25"])
def test_names_of_slopes_do_not_lie_over_each_other(atlas: Atlas, query: str) -> None:
    view = view_asked(atlas, query)
    slopes = view.pictures[1]
    for size in (slopes.wide, slopes.narrow):
        svg = parsed(slopes.draw(ChartOptions(*size, bare=True)))
        labels = svg.find("g[@class='labels']")
        heights = sorted(float(text.get("y")) for text in labels.iter("text"))
        letters = float(labels.get("font-size"))
        assert letters >= 12
        assert len(heights) >= 6
        assert min(np.diff(heights)) >= letters


def test_a_place_of_the_map_is_named_and_can_be_chosen_and_no_longer(atlas: Atlas) -> None:
    drawn = view_asked(atlas, "select=13").pictures[0].draw(ChartOptions(760, 380, bare=True))
    links = {
        link.findtext("title").split(":")[0]: link.get("href") for link in parsed(drawn).iter("a")
    }
    assert len(links) == 60
    assert links["Kauno m. sav."].endswith("select=13,19")
    assert "select" not in links["Vilniaus m. sav."]
