"""Real figures among invented ones are shown and counted nowhere; alone they are all there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.indicators.figures import UNKNOWN
from dashboard.indicators.picture import Wording, map_picture
from dashboard.indicators.ranking import ranking_picture
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.series import strip_picture, trend_picture
from dashboard.indicators.state import ViewRequest, read_state
from dashboard.language.i18n import CODES, language
from dashboard.pages.map.page import PAGE
from dashboard.pages.map.payload import payload, view_payload
from dashboard.pages.map.pictures import headline_of
from data.asking.views import absences
from data.catalog import INDICATORS, YEARS
from geo.places import municipalities
from tests.dashboard.looking import elements, text
from tests.mixed import REAL

if TYPE_CHECKING:
    from data.asking.store import Store

VILNIUS, KLAIPEDA = (
    [place.code for place in municipalities()].index(code) for code in ("13", "21")
)
VIEWS = [
    ViewRequest(item.id, unit, limits=limits)
    for item in INDICATORS.values()
    for unit, limits in zip(item.units, ("fixed", "year", "fixed", "year"), strict=False)
]


@pytest.fixture(scope="module")
def among(mixed_stores: tuple[Store, Store]) -> Atlas:
    return Atlas(mixed_stores[0])


@pytest.fixture(scope="module")
def alone(mixed_stores: tuple[Store, Store]) -> Atlas:
    return Atlas(mixed_stores[1])


def test_without_a_year_the_newest_is_looked_at_that_has_a_figure(among: Atlas) -> None:
    newest_real = max(max(years) for years in REAL.values())
    for query, year in (
        ("indicator=total", YEARS[-1]),
        ("indicator=total&figures=real", newest_real),
        ("indicator=services_transferred&figures=real", YEARS[-1]),
        ("indicator=total&figures=real&year=2018", 2018),
    ):
        content = PAGE.layout(among, language("en"), query)
        assert str(year) in content.title
        assert headline_of(read_state(query, among.areas), among, language("en")).title in (
            content.title
        )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.indicator}-{view.unit}")
def test_only_real_figures_look_as_in_a_database_without_invented_ones(
    among: Atlas, alone: Atlas, view: ViewRequest, code: str
) -> None:
    words, real = language(code), replace(view, figures="real")
    left, right = (
        payload(read_map_view(atlas.store, asked), words)
        for atlas, asked in ((among, real), (alone, view))
    )
    assert left | {"view": None} == right | {"view": None}
    sources = [view_payload(real, atlas, words)["source"] for atlas in (among, alone)]
    versions = [atlas.store.version for atlas in (among, alone)]
    assert sources[0].replace(versions[0], "") == sources[1].replace(versions[1], "")
    assert among.labels("value_state", words, "real") == alone.labels("value_state", words)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.indicator}-{view.unit}")
def test_nothing_that_is_counted_changes_with_the_real_figures(
    among: Atlas, view: ViewRequest
) -> None:
    shown = read_map_view(among.store, view)
    assert shown.beside.any() == (view.indicator != "services_transferred")
    without = replace(
        shown,
        values=np.where(shown.real, np.nan, shown.values),
        states=np.where(shown.real, "no_data", shown.states),
    )
    assert shown.bins == without.bins
    for name in ("ranks", "changes", "counted"):
        np.testing.assert_array_equal(getattr(shown, name), getattr(without, name))
    assert (shown.ranks[shown.real] == 0).all()
    assert np.isnan(shown.changes[shown.real]).all()
    classed = [bool(shown.bins_of(row)) for row in range(len(shown.years))]
    inside = shown.beside & np.array(classed)[:, None]
    assert (shown.classes[inside] != UNKNOWN).all(), "they have a colour all the same"


def test_a_line_ends_where_real_and_invented_years_meet_and_its_key_says_which_is_which(
    among: Atlas,
) -> None:
    shown = read_map_view(among.store, ViewRequest("total", "per_resident"))
    words = language("en")
    said = Wording(words, among.labels("value_state", words), select=("13", "23"))
    vilnius, other = trend_picture(shown, 4, said).lines
    real = [year in REAL["13"] for year in YEARS]
    assert [not hollow for hollow in vilnius.hollow] == real
    assert [YEARS[at] for at, turn in enumerate(vilnius.turns) if turn] == [2017, 2019, 2023]
    assert not any(vilnius.breaks)
    assert "● real, ○ invented" in vilnius.name
    assert "○" not in other.name
    assert not any(other.turns)
    row = shown.years.index(2018)
    assert np.isnan(shown.changes[row + 1, VILNIUS]), (
        "no change from an invented year to a real one"
    )


@pytest.mark.parametrize("code", CODES)
def test_pictures_and_legend_tell_them_apart(among: Atlas, code: str) -> None:
    shown, words = read_map_view(among.store, ViewRequest("total", "eur")), language(code)
    said, row = Wording(words, among.labels("value_state", words)), YEARS.index(2021)
    picture = map_picture(shown, row, said)
    assert [at for at, place in enumerate(picture.places) if place.real] == [KLAIPEDA, VILNIUS]
    assert {picture.places[at].sign for at in (VILNIUS, KLAIPEDA)} == {"✓"}
    *others, last = picture.legend
    assert (last.sign, last.label, last.count) == ("✓", words.t("legend.real"), 2)
    assert sum(key.count or 0 for key in others) == 58
    bars = ranking_picture(shown, row, said).bars
    ranked = int(shown.counted[row].sum())
    assert bars[0].rank == "1"
    assert [(bar.rank, bar.beside) for bar in bars[ranked : ranked + 2]] == [("✓", True)] * 2
    strip = strip_picture(shown, said).rows[VILNIUS]
    assert [sign == "✓" for sign in strip.signs] == [year in REAL["13"] for year in YEARS]


def test_the_sources_are_those_of_the_figures(among: Atlas, alone: Atlas) -> None:
    words = language("en")
    titles = among.sources().set_index("source")["title_en"]
    for figures, expected in (("all", {"forms", "demo"}), ("real", {"forms"})):
        view = ViewRequest("openness", "percent", figures=figures)
        line = view_payload(view, among, words)["source"]
        assert {each for each in ("forms", "demo") if titles[each] in line} == expected
        assert (words.t("demo.figures") in line) == ("demo" in expected)


@pytest.mark.parametrize("code", CODES)
def test_the_box_stands_where_something_is_invented(among: Atlas, alone: Atlas, code: str) -> None:
    words = language(code)
    for atlas, query, checked, said in (
        (among, "indicator=total", False, "demo.badge"),
        (among, "indicator=total&figures=real&year=2016&select=13", True, ""),
    ):
        content = PAGE.layout(atlas, words, query)
        (box,) = [
            each for each in elements(content, "Input") if getattr(each, "id", "") == "figures"
        ]
        assert (box.checked, box.name, box.value) == (checked, "figures", "real")
        (mark,) = [each for each in elements(content, "Span") if getattr(each, "id", "") == "mark"]
        places = words.n("real.places", 2)
        assert (words.t(said) if said else places) in text(mark)
    assert content.query.startswith("indicator=total&figures=real&year=2016")
    plain = PAGE.layout(alone, words, "indicator=total&figures=real")
    assert not [each for each in elements(plain) if getattr(each, "id", "") in ("figures", "mark")]


@pytest.mark.parametrize("code", CODES)
def test_why_a_figure_is_absent_is_said_in_notes_table_and_card(atlas: Atlas, code: str) -> None:
    words, row = language(code), YEARS.index(2020)
    told = absences(atlas.store, "ngo", "all")
    (reason,) = {
        note
        for place, year, note in zip(
            told["municipality"], told["year"], told[f"note_{code}"], strict=True
        )
        if (place, year) == ("13", 2020)
    }
    sent = view_payload(ViewRequest(), atlas, words)
    assert sent["why"][row] == {str(VILNIUS): reason}
    assert sent["origins"][row] == {str(VILNIUS): "vilnius"}
    assert reason in sent["notes"][row]
    assert reason not in sent["notes"][YEARS.index(2018)]
    content = PAGE.layout(atlas, words, "year=2020&select=13")
    titled = [each for each in elements(content, "Td") if getattr(each, "title", None)]
    assert [each.title for each in titled] == [reason]
    assert sent["nationalText"][row] not in content.sentence, "the country is invented"


@pytest.mark.parametrize("code", CODES)
def test_payment_requests_are_marked_and_explained(atlas: Atlas, code: str) -> None:
    words = language(code)
    sent = view_payload(ViewRequest("total", "eur"), atlas, words)
    for year, expected in ((2018, []), (2020, [VILNIUS])):
        row = YEARS.index(year)
        assert [at for at, text in enumerate(sent["text"][row]) if "‡" in text] == expected
        assert ("‡" in sent["notes"][row]) == bool(expected)
