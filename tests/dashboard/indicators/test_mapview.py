"""A view of the map holds for all 60 municipalities and all years, and its parts agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.indicators.advice import advice
from dashboard.indicators.figures import UNKNOWN, VALUE_STATES, ZERO, MapView
from dashboard.indicators.marks import notes
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import FigureWriter
from dashboard.language.i18n import language
from dashboard.pages.map.payload import payload
from data.asking.views import codes, indicator_view, national_view
from data.catalog import resolve
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from data.asking.store import Store


def test_codes_of_states_are_those_of_the_database(store: Store) -> None:
    assert set(VALUE_STATES) == set(codes(store, "value_state")["code"])


def test_a_view_has_60_municipalities_and_the_years_of_its_unit(shown: MapView) -> None:
    years = resolve(shown.view.indicator, shown.view.unit).years
    assert shown.years == years
    shape = (len(years), 60)
    assert shown.values.shape == shown.states.shape == shown.classes.shape == shape
    assert shown.ranks.shape == shown.changes.shape == shape
    assert len(shown.national) == len(years)
    assert all(flags.shape == shape for flags in shown.marks.values())


def test_figures_are_those_of_the_store(store: Store, shown: MapView) -> None:
    asked = (shown.view.indicator, shown.view.unit, shown.view.area)
    frame = indicator_view(store, *asked).set_index(["year", "municipality"])
    for row, year in enumerate(shown.years):
        for column, place in enumerate(municipalities()):
            found = frame.loc[(year, place.code)]
            assert shown.states[row, column] == found["state"]
            assert shown.values[row, column] == pytest.approx(found["value"], nan_ok=True)
    national, same = national_view(store, *asked), national_view(store, *asked, same=True)
    np.testing.assert_array_equal(shown.national, national["value"])
    np.testing.assert_array_equal(shown.same, same["value"])
    assert shown.counted.sum(axis=1).tolist() == national["municipalities"].tolist()
    assert set(same["municipalities"]) == {shown.always.sum()}


def test_the_same_municipalities_are_those_that_count_in_every_year(shown: MapView) -> None:
    assert shown.always.tolist() == [shown.counted[:, at].all() for at in range(60)]
    inside = np.where(shown.always, shown.values, np.nan)
    slack = 1e-9 * np.abs(shown.same)
    assert (np.nanmin(inside, axis=1) - slack <= shown.same).all()
    assert (shown.same <= np.nanmax(inside, axis=1) + slack).all()


def test_what_is_not_comparable_or_missing_does_not_count(shown: MapView) -> None:
    for state in ("not_asked", "no_answer", "no_data", "not_comparable"):
        chosen = shown.states == state
        assert not shown.counted[chosen].any()
        assert (shown.classes[chosen] == UNKNOWN).all()
        assert (shown.ranks[chosen] == 0).all()
    assert (shown.counted | shown.real)[shown.states == "ok"].all()
    assert shown.counted.any()


def test_a_declared_zero_counts_and_is_shown_as_such(shown: MapView) -> None:
    declared = shown.states == "declared_zero"
    assert (shown.classes[declared] == ZERO).all()
    assert (shown.values[declared] == 0).all()
    assert (shown.classes[~declared] != ZERO).all()


def test_ranks_begin_with_the_largest_and_ties_share_one(shown: MapView) -> None:
    for figures, ranks, counted in zip(shown.values, shown.ranks, shown.counted, strict=True):
        kept = sorted(figures[counted], reverse=True)
        expected = [kept.index(value) + 1 for value in figures[counted]]
        assert ranks[counted].tolist() == expected


def test_classes_are_the_same_for_every_year_or_those_of_the_year(shown: MapView) -> None:
    assert len(shown.bins) == (len(shown.years) if shown.view.limits == "year" else 1)
    for row in range(len(shown.years)):
        ordinary, bins = shown.states[row] == "ok", np.array(shown.bins_of(row))
        figures = shown.values[row, ordinary].round(shown.decimals)
        low, high = bins[shown.classes[row, ordinary]].T
        assert (low <= figures + 1e-9).all()
        assert (figures <= high + 1e-9).all()


def test_classes_of_the_year_spread_its_municipalities_where_those_of_all_years_do_not(
    atlas: Atlas,
) -> None:
    fixed, own = (
        read_map_view(atlas.store, ViewRequest("total", "per_resident", limits=limits))
        for limits in ("fixed", "year")
    )
    counted = int(fixed.counted[0].sum())
    assert np.bincount(fixed.classes[0][fixed.classes[0] >= 0]).max() > counted / 2
    assert np.bincount(own.classes[0][own.counted[0]]).max() <= counted / 5 + 1
    assert fixed.bins_of(0) == fixed.bins_of(10)
    assert own.bins_of(0) != own.bins_of(10)


def test_openness_has_a_class_for_each_of_its_steps(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest("openness", "percent"))
    steps = np.unique(shown.classed[~np.isnan(shown.classed)]).tolist()
    assert len(steps) == 6
    labels = [item["label"] for item in payload(shown, language("en"))["bins"][0]]
    assert labels == [f"{step:.0f}%" for step in steps]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (ViewRequest("total", "eur"), ["totals", "skewed"]),  # the largest cities stand far apart
        (ViewRequest("total", "constant", classes="natural"), ["totals"]),
        (ViewRequest("average_grant", "eur"), ["skewed"]),  # euros, but of a rate
        (ViewRequest("total", "per_resident"), []),
        (ViewRequest("openness"), []),
    ],
)
def test_a_reader_is_told_of_totals_and_offered_natural_breaks(
    atlas: Atlas, view: ViewRequest, expected: list[str]
) -> None:
    assert advice(read_map_view(atlas.store, view)) == expected


def test_a_change_is_that_on_the_year_before(shown: MapView) -> None:
    assert np.isnan(shown.changes[0]).all()
    for row in range(1, len(shown.years)):
        both = shown.counted[row] & shown.counted[row - 1]
        assert (np.isnan(shown.changes[row]) == ~both).all()
        expected = shown.values[row, both] - shown.values[row - 1, both]
        np.testing.assert_allclose(shown.changes[row, both], expected)


def test_residents_are_estimated_only_where_they_matter(atlas: Atlas) -> None:
    # Published: to 2021, and 2026.
    residents = read_map_view(atlas.store, ViewRequest("total", "per_resident"))
    flags = residents.marks["estimated"]
    assert (flags.all(axis=1) == flags.any(axis=1)).all()
    years = np.array(residents.years)[flags.any(axis=1)]
    assert years.tolist() == [2022, 2023, 2024, 2025]
    assert not read_map_view(atlas.store, ViewRequest("total", "eur")).marks["estimated"].any()


ACROSS = {
    "en": "* Between the published years the 2021 census changed the count: by "
    "-9% (Klaipėda District) to +7% (Alytus City) where that is known (18 municipalities).",
    "lt": "* Tarp paskelbtų metų skaičių pakeitė 2021 m. surašymas: nuo −9\u00a0% "
    "(Klaipėdos r. sav.) iki +7\u00a0% (Alytaus m. sav.), kur tai žinoma (18 savivaldybių).",
}


@pytest.mark.parametrize(("code", "note"), ACROSS.items())
def test_years_across_the_census_say_so_and_how_far_it_went(
    atlas: Atlas, code: str, note: str
) -> None:
    words = language(code)
    across = read_map_view(atlas.store, ViewRequest("total", "per_resident"))
    said = dict(zip(across.years, notes(across, words), strict=True))
    assert [year for year in said if note in said[year]] == [2022, 2023, 2024, 2025]
    within = replace(across, census=replace(across.census, years=frozenset({2025})))
    said = dict(zip(within.years, notes(within, words), strict=True))
    assert [year for year in said if note in said[year]] == [2025]
    euros = read_map_view(atlas.store, ViewRequest("total", "eur"))
    assert not any(note in text for text in notes(euros, words))


def test_a_figure_that_is_not_plain_carries_its_sign_and_the_year_says_what_it_means(
    atlas: Atlas,
) -> None:
    shown = read_map_view(atlas.store, ViewRequest("total", "per_resident"))
    sent = payload(shown, language("en"))
    writer = FigureWriter.of(shown.view, language("en"))
    for row, year in enumerate(shown.years):
        for column, text in enumerate(sent["text"][row]):
            figure = writer.figure(shown.values[row, column])
            expected = [
                sign
                for sign, marked in (
                    ("≠", shown.states[row, column] == "not_comparable"),
                    ("*", shown.marks["estimated"][row, column]),
                    ("†", shown.marks["corrected"][row, column]),
                    ("‡", shown.marks["provisional"][row, column]),
                    ("°", shown.marks["small"][row, column]),
                    ("✓", not shown.marks["demo"][row, column]),
                )
                if marked and figure
            ]
            assert text == figure + "".join(expected)
            assert sent["sign"][row][column] == "".join(expected)
            assert all(sign in sent["notes"][row] for sign in expected if sign != "≠")
        told = f"in {year} is not in the sources" in sent["notes"][row]
        assert told == bool(shown.marks["estimated"][row].any())
    # The break lies in 2019, whose residents are published: no asterisk there.
    assert {"≠", "*†", "*", "", "‡✓", "*‡✓"} <= {sign for row in sent["sign"] for sign in row}
    corrected = shown.years.index(2022)
    assert "(Vilnius District)" in sent["notes"][corrected]


SMALL = {
    ("lt", ViewRequest("total", "constant_per_resident")): "° Mažiau kaip 5 000 gyventojų "
    "(Birštono sav., Neringos sav., 2017 m.): skaičių smarkiai pakeičia ir vienas sprendimas, "
    "todėl lyginti jį reikia atsargiai.",
    ("en", ViewRequest("ngo_recipients", "per_10000")): "° Fewer than 5,000 residents "
    "(Birštonas, Neringa, 2017): a single decision moves the figure far, so compare it with care.",
    ("lt", ViewRequest("success_rate", "percent", "culture")): "° Mažiau kaip 5 gautos paraiškos (",
    ("en", ViewRequest("average_grant", "eur")): "° Fewer than 5 applications funded (",
}  # fmt: skip


@pytest.mark.parametrize(("code", "view"), SMALL)
def test_a_small_denominator_says_whom_it_concerns_and_what_is_few(
    atlas: Atlas, code: str, view: ViewRequest
) -> None:
    shown = read_map_view(atlas.store, view)
    concerned = (shown.marks["small"] & shown.there).any(axis=1).tolist()
    said = notes(shown, language(code))
    assert ["°" in note for note in said] == concerned
    assert any(SMALL[code, view] in note for note in said)
    assert (shown.ranks[shown.marks["small"] & shown.counted] > 0).all(), "ranked all the same"
    plain = read_map_view(atlas.store, ViewRequest("total", "eur"))
    assert not any("°" in note for note in notes(plain, language(code)))


def test_real_figures_are_marked_singly_only_among_invented_ones(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest("openness"))
    assert not any("✓" in sign for row in payload(shown, language("lt"))["sign"] for sign in row)
    demo = shown.marks["demo"].copy()
    demo[:, :4] = False
    mixed = replace(shown, counted=shown.counted & demo, marks=shown.marks | {"demo": demo})
    sent = payload(mixed, language("lt"))
    for signs, texts in zip(sent["sign"], sent["text"], strict=True):
        assert [("✓" in sign) for sign in signs] == [
            column < 4 and text != "" for column, text in enumerate(texts)
        ]
    assert "✓ Tikri duomenys, tarp sugalvotų neskaičiuojami (4 savivaldybės)." in sent["notes"][-1]
