"""A scene of figures always becomes a slide that a room can read, whatever it is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard.answers import Atlas
from dashboard.forum.deck import Deck, Scene
from dashboard.forum.kinds import kinds
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.slides.content import (
    BarsBody,
    LinesBody,
    MapBody,
    MapsBody,
    NumberBody,
    Slide,
    WordsBody,
)
from dashboard.slides.drawing import draw_body
from data.catalog import INDICATORS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from data.asking.store import Store

KINDS = ("number", "map", "county_map", "ranking", "trend", "two_years", "changes")
VILNIUS, KLAIPEDA = "13", "21"
UTENA = members(next(each for each in counties() if each.name_en == "Utena County"))
EVERYWHERE = tuple(place.code for place in municipalities()[::5])
SELECTIONS = ((), (VILNIUS,), ("15",), (KLAIPEDA, VILNIUS), UTENA, EVERYWHERE)
YEARS = (None, 2015, 2021, 2025, 1900)
MEASURED = [(each.id, unit) for each in INDICATORS.values() for unit in each.units]
AREAS = ("", "culture")
SLIPS = re.compile(r"\bnan\b|None|  |\.\.| [.,;:)]|\(\)")
"""What is left where something to be said was not there."""


@pytest.fixture(scope="module")
def databases(atlas: Atlas, mixed_stores: tuple[Store, Store]) -> dict[str, Atlas]:
    """With invented figures, with real ones among them, and with real ones alone."""
    among, alone = mixed_stores
    return {"invented": atlas, "mixed": Atlas(among), "real": Atlas(alone)}


def tell(atlas: Atlas, scene: Scene, select: tuple[str, ...] = (), code: str = "lt") -> Slide:
    return kinds()[scene.kind].slide(DeckTelling(atlas, language(code), Deck(select=select)), scene)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    indicator, unit = draw(st.sampled_from(MEASURED))
    kind, area, select = map(draw, map(st.sampled_from, (KINDS, AREAS, SELECTIONS)))
    year, before = draw(st.sampled_from(YEARS)), draw(st.sampled_from(YEARS))
    return Scene(kind, indicator, unit, area, year, before, select)


@given(
    data=st.sampled_from(["invented", "mixed", "real"]),
    scene=scenes(),
    select=st.sampled_from(SELECTIONS),
    code=st.sampled_from(CODES),
)
@example("real", Scene("number", "total", year=2021), (VILNIUS,), "lt")
@example("real", Scene("ranking", "total", year=2022), (), "lt")
@example("mixed", Scene("changes", "total", year=2022, before=2016), (VILNIUS,), "lt")
@example("mixed", Scene("ranking", "openness", year=2021), EVERYWHERE, "en")
@settings(max_examples=160, suppress_health_check=list(HealthCheck))
def test_a_scene_becomes_a_slide_whatever_it_is_asked_for(
    databases: dict[str, Atlas], data: str, scene: Scene, select: tuple[str, ...], code: str
) -> None:
    slide = tell(databases[data], scene, select, code)
    assert slide.kind == scene.kind
    assert slide.title
    assert len(slide.sentence) <= 200
    assert not SLIPS.search(f"{slide.title}|{slide.sentence}|{slide.small}")
    assert not slide.demo or data != "real"
    assert "NaN" not in draw_body(slide.body, 1104, 400, shared=True)
    if isinstance(slide.body, WordsBody):
        assert slide.body.heading
        return
    assert slide.sentence.endswith(".")
    assert slide.sentence[0] == slide.sentence[0].upper()
    assert slide.source.count(databases[data].store.version) == 1
    assert slide.table
    assert {len(row) for row in slide.table.rows} == {len(slide.table.head)}
    assert all(cell for row in slide.table.rows for cell in row)
    _is_whole(slide)


def _is_whole(slide: Slide) -> None:
    """What is shown is as the contract of its body wants it."""
    body, places = slide.body, len(municipalities())
    if isinstance(body, NumberBody):
        assert body.figure
        assert len(body.beside) <= 3
    elif isinstance(body, BarsBody):
        assert 0 < len(body.bars) <= 14
        assert all(bar.text for bar in body.bars)
    elif isinstance(body, LinesBody):
        assert len(body.picture.lines) <= 10
        lines = (body.picture.national, *body.picture.lines)
        assert {len(line.values) for line in lines} == {len(body.picture.years)}
    elif isinstance(body, MapBody):
        assert body.years[body.now].title == slide.title
        assert body.years[body.now].sentence == slide.sentence
        assert {
            len(each) for year in body.years for each in (year.fills, year.signs, year.told)
        } == {places}
        assert len({entry.colour for year in body.years for entry in year.legend}) > 0
    else:
        assert isinstance(body, MapsBody)
        for panel in (body.before, body.after, body.difference):
            assert {*panel.fills} <= {entry.colour for entry in panel.legend}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", CODES)
def test_where_nothing_is_known_the_slide_says_so_in_large_letters(
    databases: dict[str, Atlas], kind: str, code: str
) -> None:
    words = language(code)
    said = {words.t("forum.nothing"), words.t("forum.nothing_compares")}
    for select in SELECTIONS:
        slide = tell(databases["real"], Scene(kind, "services_transferred"), select, code)
        assert isinstance(slide.body, WordsBody)
        assert slide.body.heading in said
        assert words.t("indicator.services_transferred.name") in slide.title


def test_real_figures_among_invented_ones_stand_beside_them_and_are_compared_with_none(
    databases: dict[str, Atlas],
) -> None:
    mixed, select = databases["mixed"], (KLAIPEDA, VILNIUS, *UTENA)
    ranking = tell(mixed, Scene("ranking", "total", year=2021), select, "en")
    assert isinstance(ranking.body, BarsBody)
    hollow = [bar for bar in ranking.body.bars if bar.hollow]
    assert {bar.name for bar in hollow} == {"Vilnius City", "Klaipėda City"}
    assert all(bar.value and not bar.rank and "✓" in bar.text for bar in hollow)
    ends = [bar.hollow for bar in ranking.body.bars if bar.value is not None]
    assert ends == sorted(ends)
    assert "✓ real data, not compared with invented figures" in ranking.small
    assert ranking.demo == language("en").t("demo.figures_mixed")
    changes = tell(mixed, Scene("changes", "total", year=2021, before=2016), select, "en")
    assert isinstance(changes.body, BarsBody)
    told = {bar.name: bar for bar in changes.body.bars}
    assert told["Vilnius City"].value is None
    assert told["Vilnius City"].text == "✓ real data, not compared with invented figures"
    two = tell(mixed, Scene("two_years", "total", year=2021, before=2016), select, "en").body
    assert isinstance(two, MapsBody)
    at = [place.code for place in two.places].index(VILNIUS)
    assert two.difference.signs[at] == "≠"


def test_a_real_figure_stands_beside_no_invented_one(databases: dict[str, Atlas]) -> None:
    slide = tell(databases["mixed"], Scene("number", "total", year=2021), (VILNIUS,), "en")
    assert isinstance(slide.body, NumberBody)
    assert slide.body.figure.endswith("✓")
    assert slide.body.beside == ()
    assert "Lithuania" not in slide.sentence
    changes = tell(databases["mixed"], Scene("changes", "total", year=2021), (VILNIUS,), "en")
    assert isinstance(changes.body, WordsBody)
    assert "Vilnius City: ✓ real data, not compared with invented figures." in changes.sentence


def test_of_one_real_municipality_alone_no_country_is_made(databases: dict[str, Atlas]) -> None:
    real = databases["real"]
    slides = {kind: tell(real, Scene(kind, "total", year=2022), (VILNIUS,), "en") for kind in KINDS}
    number = slides["number"].body
    assert isinstance(number, NumberBody)
    assert number.label.startswith("Vilnius City: ")
    for kind in ("number", "county_map", "ranking"):
        assert "Lithuania" not in f"{slides[kind].sentence}{slides[kind].table}"
    trend, ranking = slides["trend"].body, slides["ranking"].body
    assert isinstance(trend, LinesBody)
    known = dict(zip(trend.picture.years, trend.picture.national.values, strict=True))
    assert [year for year, value in known.items() if value is not None] == [2021]  # of two
    assert isinstance(ranking, BarsBody)
    assert [bar.kind for bar in ranking.bars] == ["own"]


def test_signs_are_explained_that_occur_among_what_is_shown(atlas: Atlas) -> None:
    neringa = next(place.code for place in municipalities() if place.name_en == "Neringa")
    for kind in ("county_map", "ranking", "trend", "number"):
        small = tell(atlas, Scene(kind, "total"), (neringa,), "en").small
        assert "° small denominator" in small
        assert "* number of residents interpolated" in small
        assert "†" not in small
    plain = tell(atlas, Scene("ranking", "total", "eur"), (neringa,), "en").small
    assert plain == ""


def test_whom_a_trend_has_no_line_for_is_named(atlas: Atlas) -> None:
    slide = tell(atlas, Scene("trend"), EVERYWHERE, "en")
    left = [place for place in municipalities() if place.code in EVERYWHERE[10:]]
    assert left
    assert all(place.name_en.removesuffix(" District") in slide.small for place in left)
