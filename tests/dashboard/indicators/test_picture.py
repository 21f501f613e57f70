"""Pictures say the same as the page: its colours, signs, counts, ranks and figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.charts import palette
from dashboard.indicators.figures import VALUE_STATES
from dashboard.indicators.picture import GLYPHS, map_picture
from dashboard.indicators.ranking import ranking_picture
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.series import (
    HOLLOW,
    axis_figure,
    strip_picture,
    trend_picture,
)
from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import FigureWriter
from dashboard.language.i18n import CODES, language
from geo.places import municipalities
from tests.dashboard.charts.reading import wording

if TYPE_CHECKING:
    from dashboard.answers import Atlas

VIEWS = (
    ViewRequest(),
    ViewRequest("total", "per_resident"),
    ViewRequest("competitions", "count", "sport", "natural"),
    ViewRequest("total", "budget_share"),  # 100 % everywhere
)
CODE = [place.code for place in municipalities()]


@pytest.fixture(params=VIEWS, ids=lambda view: f"{view.indicator}-{view.unit}")
def view(request: pytest.FixtureRequest) -> ViewRequest:
    found: ViewRequest = request.param
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_map_has_the_colours_and_signs_of_its_year(
    atlas: Atlas, view: ViewRequest, code: str
) -> None:
    shown = read_map_view(atlas.store, view)
    colours = palette.sequential(len(shown.bins_of(0)))
    for row in range(len(shown.years)):
        picture = map_picture(shown, row, wording(atlas, view, code))
        assert [item.code for item in picture.places] == CODE
        for at, item in enumerate(picture.places):
            cls, state = shown.classes[row, at], shown.states[row, at]
            below = {-1: palette.ZERO_COLOUR, -2: palette.UNKNOWN_COLOUR}
            assert item.fill == (below[cls] if cls < 0 else colours[cls])
            real = "✓" if shown.real[row, at] else ""
            assert (item.sign, item.real) == (GLYPHS[VALUE_STATES.index(state)] + real, bool(real))
        assert sum(key.count or 0 for key in picture.legend) == 60
        assert str(shown.years[row]) in picture.caption.title


def test_names_on_the_map_are_short(atlas: Atlas) -> None:
    for code, vilnius, birstonas in (
        ("lt", "Vilniaus r.", "Birštono"),
        ("en", "Vilnius", "Birštonas"),
    ):
        picture = map_picture(
            read_map_view(atlas.store, ViewRequest()), 0, wording(atlas, ViewRequest(), code)
        )
        names = {item.code: item.name for item in picture.places}
        assert (names["41"], names["12"]) == (vilnius, birstonas)
        assert not any(name.endswith((" sav.", " District")) for name in names.values())


def test_the_selected_have_their_figures_with_signs_or_what_is_said_instead(atlas: Atlas) -> None:
    shown, words = read_map_view(atlas.store, ViewRequest("total", "per_resident")), language("lt")
    row = shown.years.index(2022)
    writer = FigureWriter.of(shown.view, words)
    silent = CODE[int(np.flatnonzero(shown.states[row] == "no_answer")[0])]
    chosen = wording(atlas, shown.view, "lt", ("41", silent))
    district, other = map_picture(shown, row, chosen).selected
    assert district.value == writer.figure(shown.values[row, CODE.index("41")]) + "*†"
    assert other.value == chosen.states["no_answer"]
    assert (district.colour, other.colour) == palette.SELECTED[:2]


def test_invented_figures_are_said_to_be_once_and_real_ones_are_not(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest())
    said = wording(atlas, ViewRequest())
    caption = map_picture(shown, 0, said).caption
    assert caption.demo == language("lt").t("demo.figures")
    assert caption.demo in said.source
    assert caption.demo not in caption.source
    marks = shown.marks | {"demo": np.zeros_like(shown.marks["demo"])}
    real = map_picture(replace(shown, marks=marks), 0, replace(said, source="Source.")).caption
    assert (real.demo, real.source) == ("", "Source.")


def test_one_invented_figure_marks_every_picture_that_has_it(atlas: Atlas) -> None:
    shown, said = (
        read_map_view(atlas.store, ViewRequest()),
        wording(atlas, ViewRequest(), select=("13",)),
    )
    row, place = next(zip(*np.nonzero(shown.counted), strict=True))
    one = np.zeros_like(shown.marks["demo"])
    one[row, place] = True
    for flags, marked in ((one, True), (np.zeros_like(one), False)):
        mixed = replace(shown, marks=shown.marks | {"demo": flags})
        for picture in (
            map_picture(mixed, row, said),
            ranking_picture(mixed, row, said),
            trend_picture(mixed, row, said),
            strip_picture(mixed, said),
        ):
            assert bool(picture.caption.demo) == marked


@pytest.mark.parametrize("code", CODES)
def test_a_trend_has_the_figures_of_all_years(atlas: Atlas, view: ViewRequest, code: str) -> None:
    shown = read_map_view(atlas.store, view)
    said = wording(atlas, view, code, ("13", "41"))
    picture = trend_picture(shown, 3, said, [(1.5, "promise")])
    assert picture.years == shown.years
    assert picture.now == shown.years[3]
    assert [target.value for target in picture.targets] == [1.5]
    for line in picture.lines:
        for value, known in zip(line.values, shown.values[:, CODE.index(line.code)], strict=True):
            assert value == known if value is not None else np.isnan(known)
    assert [line.colour for line in picture.lines] == [*palette.SELECTED[:2]]
    assert f"{shown.years[0]}–{shown.years[-1]}" in picture.caption.title


def test_hollow_markers_are_explained_where_there_are_any(atlas: Atlas) -> None:
    residents, plain = ViewRequest("total", "per_resident"), ViewRequest("total", "eur")
    for view, explained in ((residents, True), (plain, False)):
        picture = trend_picture(
            read_map_view(atlas.store, view), 0, wording(atlas, view, "lt", ("21",))
        )
        assert any(picture.lines[0].hollow) == explained
        assert any(note.startswith(HOLLOW) for note in picture.caption.notes) == explained


@pytest.mark.parametrize("code", CODES)
def test_a_ranking_runs_from_the_largest_and_ends_with_those_without(
    atlas: Atlas, view: ViewRequest, code: str
) -> None:
    shown = read_map_view(atlas.store, view)
    bars = ranking_picture(shown, 5, wording(atlas, view, code)).bars
    assert len(bars) == 60
    known = [bar.value for bar in bars if bar.value is not None and not bar.beside]
    assert known == sorted(known, reverse=True)
    beside = [bar for bar in bars[len(known) :] if bar.value is not None]
    assert [bar.rank for bar in beside] == ["✓"] * int(shown.beside[5].sum())
    assert all(bar.value is None for bar in bars[len(known) + len(beside) :])
    assert sorted(known) == sorted(shown.values[5][shown.counted[5]])
    assert all(bar.text and bar.rank for bar in bars)


def test_a_ranking_of_some_keeps_their_ranks_among_all(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest())
    bars = ranking_picture(
        shown, 10, wording(atlas, ViewRequest(), select=("13",)), ("13", "41")
    ).bars
    assert len(bars) == 2
    ranks = {shown.ranks[10, CODE.index(code)] for code in ("13", "41")}
    assert {int(bar.rank) for bar in bars} == ranks
    assert [bool(bar.own) for bar in bars].count(True) == 1


def test_a_strip_has_all_years_and_the_states_that_occur_in_any(atlas: Atlas) -> None:
    shown = read_map_view(atlas.store, ViewRequest())
    picture = strip_picture(shown, wording(atlas, ViewRequest()))
    assert len(picture.rows) == 60
    for row in range(len(shown.years)):
        places = map_picture(shown, row, wording(atlas, ViewRequest())).places
        assert [line.colours[row] for line in picture.rows] == [item.fill for item in places]
        assert [line.signs[row] for line in picture.rows] == [item.sign for item in places]
    assert {key.sign for key in picture.legend if key.sign} == {
        GLYPHS[VALUE_STATES.index(state)] for state in {*shown.states.ravel().tolist()} - {"ok"}
    }
    assert {key.count for key in picture.legend} == {None}


def test_figures_of_axes_are_as_short_as_they_can_be() -> None:
    for value, lt, en in ((0, "0", "0"), (2.5, "2,5", "2.5"), (3000, "3\u00a0000", "3,000")):
        assert axis_figure(value, language("lt")) == lt
        assert axis_figure(value, language("en")) == en
    assert axis_figure(3 * 0.1, language("en")) == "0.3"


def test_figures_of_axes_are_written_in_millions_by_words() -> None:
    for value, lt, en in (
        (10_000_000, "10\u00a0mln.", "10\u00a0million"),
        (2_500_000, "2,5\u00a0mln.", "2.5\u00a0million"),
        (1_200_000_000, "1\u00a0200\u00a0mln.", "1,200\u00a0million"),
        (500_000, "500\u00a0000", "500,000"),
    ):
        assert axis_figure(value, language("lt")) == lt
        assert axis_figure(value, language("en")) == en


@pytest.mark.parametrize("code", CODES)
def test_a_line_breaks_where_the_series_does_and_the_picture_says_why(
    atlas: Atlas, code: str
) -> None:
    shown, words = read_map_view(atlas.store, ViewRequest("total", "per_resident")), language(code)
    said = wording(atlas, shown.view, code, ("18", "13"))
    picture = trend_picture(shown, -1, said)
    marijampole, vilnius = picture.lines
    assert [
        year for year, broken in zip(shown.years, marijampole.breaks, strict=True) if broken
    ] == [2019]
    assert not any(vilnius.breaks)
    assert "≠ 2019" in marijampole.name
    assert "2019" not in vilnius.name
    note = next(note for note in picture.caption.notes if note.startswith("≠"))
    (known,) = shown.breaks
    assert words.name(municipalities()[known.place]) in note
    assert "2019" in note
    assert (known.note_lt if code == "lt" else known.note_en) in note
    others = trend_picture(shown, -1, wording(atlas, shown.view, code, ("13",)))
    assert not any(note.startswith("≠") for note in others.caption.notes)


@pytest.mark.parametrize("code", CODES)
def test_a_figure_of_few_is_hollow_and_the_picture_says_why(atlas: Atlas, code: str) -> None:
    shown = read_map_view(atlas.store, ViewRequest("success_rate", "percent", "culture"))
    few = (shown.marks["small"] & shown.there).any(axis=0)
    words = language(code)
    for at in (int(np.argmax(few)), int(np.argmin(few))):
        place = municipalities()[at].code
        picture = trend_picture(shown, -1, wording(atlas, shown.view, code, (place,)))
        (line,) = picture.lines
        assert (np.array(line.hollow) >= shown.marks["small"][:, at] & shown.there[:, at]).all()
        told = words.t("mark.small.text", sign="○") in picture.caption.notes
        assert told == any(line.hollow) == few[at]


@pytest.mark.parametrize("code", CODES)
def test_a_trend_says_of_how_many_municipalities_the_country_is(atlas: Atlas, code: str) -> None:
    shown = read_map_view(atlas.store, ViewRequest("total", "per_resident"))
    said, counts = wording(atlas, shown.view, code), shown.counted.sum(axis=1)
    every = trend_picture(shown, 3, said)
    told = every.national.name.rpartition("(")[2]
    assert re.findall(r"\b\d\d\b", told).count(str(counts[3])) >= 1
    assert all(str(number) in told for number in (2015, counts[0], 2025, counts[-1]))
    same = trend_picture(shown, 3, said, same=True)
    assert re.findall(r"\d+", same.national.name.rpartition("(")[2]) == [str(shown.always.sum())]
    assert same.national.values == tuple(shown.same.tolist())
    assert every.national.values == tuple(shown.national.tolist())


@pytest.mark.parametrize("code", CODES)
def test_a_map_says_of_which_years_its_limits_are_and_warns_of_totals(
    atlas: Atlas, code: str
) -> None:
    words = language(code)
    for unit, warned in (("eur", True), ("per_resident", False)):
        for limits in ("fixed", "year"):
            view = ViewRequest("total", unit, limits=limits)
            notes = map_picture(
                read_map_view(atlas.store, view), 2, wording(atlas, view, code)
            ).caption.notes
            assert words.t(f"legend.limits_{limits}") + "." in notes
            assert (words.t("advice.totals") in notes) == warned


def test_a_strip_has_the_classes_that_all_years_share(atlas: Atlas) -> None:
    own, fixed = (
        strip_picture(read_map_view(atlas.store, view), wording(atlas, view))
        for view in (ViewRequest(limits="year"), ViewRequest())
    )
    assert own == fixed
