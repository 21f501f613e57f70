"""The split tells what the figures say, of whom it counts, and nothing where nothing counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.charts.palette import UNKNOWN_COLOUR
from dashboard.charts.series import ChartOptions
from dashboard.language.i18n import CODES, language
from dashboard.research.bench import read_bench
from dashboard.research.split.figures import NGO, PARTS, split_figures
from dashboard.research.split.map_picture import ternary_picture
from dashboard.research.split.view import split_view
from geo.places import municipalities
from tests.mixed import REAL

if TYPE_CHECKING:
    from dashboard.research.view import ResearchView
    from data.asking.store import Store

WAYS = ("map", "bars", "flows")
CODES_OF_PLACES = [place.code for place in municipalities()]


def asked(atlas: Atlas, query: str, code: str = "lt") -> ResearchView:
    return split_view(read_bench(atlas, language(code), f"view=split&{query}"))


def test_shares_are_of_the_three_and_a_municipality_counts_with_all_of_them(atlas: Atlas) -> None:
    bench = read_bench(atlas, language("lt"), "view=split&year=2022")
    found = split_figures(bench)
    counts = found.counts[found.row]
    for at in range(60):
        assert counts[at] == all(part.taken[found.row, at] for part in found.parts)
    assert found.mixtures[:, found.row, counts].sum(axis=0) == pytest.approx(1)
    euros = np.array([part.values[found.row, counts].sum() for part in found.parts])
    assert found.country[:, found.row] == pytest.approx(euros / euros.sum())
    view, (_, table) = split_view(bench), split_view(bench).tables
    told = {each.id: each.value for each in view.statistics}
    assert told["country_public"] == pytest.approx(100 * euros[1] / euros.sum())
    plain = table.plain().set_index("year")
    assert plain.loc[2022, "municipalities"] == counts.sum()
    assert plain.loc[2022, "ngo_competition_share"] == pytest.approx(euros[2] / euros.sum())


def test_a_county_is_coloured_by_the_country_and_told_beside_it(atlas: Atlas) -> None:
    bench = read_bench(atlas, language("en"), "view=split&places=county:02&select=13,19")
    figures, view = split_figures(bench), split_view(bench)
    whole = split_figures(read_bench(atlas, language("en"), "view=split"))
    assert figures.centre == pytest.approx(whole.centre)
    assert figures.zoom == whole.zoom
    picture = ternary_picture(bench, figures, bench.caption("", "", []))
    inside = {place.code for place in municipalities() if place.county == "02"}
    assert {dot.code for dot in picture.dots} <= inside
    told = {each.id: each.value for each in view.statistics}
    assert told["set_budgetary"] != told["country_budgetary"]
    assert any(said.startswith("Kaunas County") for said in view.findings)


def test_all_years_share_their_colours(atlas: Atlas) -> None:
    one, other = (
        split_figures(read_bench(atlas, language("lt"), f"view=split&year={year}"))
        for year in (2015, 2025)
    )
    assert (one.zoom, *one.centre) == (other.zoom, *other.centre)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("parts", WAYS)
def test_pictures_say_of_each_what_it_has_and_lead_to_it(
    atlas: Atlas, parts: str, code: str
) -> None:
    view = asked(atlas, f"parts={parts}&select=53&area=culture", code)
    (picture,) = view.pictures
    for size in (picture.wide, picture.narrow):
        root = ElementTree.fromstring(picture.draw(ChartOptions(*size, bare=True)))
        said = [title.text or "" for title in root.iter("title")]
        assert all(said)
        if parts != "flows":
            links = [link.get("href", "") for link in root.iter("a")]
            assert sum("select=53,13" in link for link in links) >= 1
            assert any("select=" not in link for link in links)  # it is chosen: lets it go
            assert {link.get("tabindex") for link in root.iter("a")} == {"-1"}
    framed = picture.draw(ChartOptions(1200, 630))
    assert "light-dark" not in framed
    assert view.title in framed.replace("&amp;", "&")


def test_all_that_is_left_out_is_told(atlas: Atlas) -> None:
    bench = read_bench(atlas, language("lt"), "view=split&year=2016")
    figures = split_figures(bench)
    picture = ternary_picture(bench, figures, bench.caption("", "", []))
    hatched = [place.code for place in picture.places if place.fill == UNKNOWN_COLOUR]
    whole = np.isfinite(figures.mixtures[:, figures.row]).all(axis=0)
    assert len(hatched) == (~whole).sum() > 0
    assert picture.unknown.startswith(str(len(hatched)))
    frame = split_view(bench).tables[0].plain().set_index("code")
    assert frame["taken"].sum() == figures.taken[figures.row].sum()
    assert (frame.loc[~frame["taken"], "reason"] != "").all()


def test_fewer_than_five_have_no_median_and_one_is_not_the_largest(atlas: Atlas) -> None:
    few = asked(atlas, "places=list&with=53,19,21", "en")
    assert not [each for each in few.statistics if each.id.startswith("median")]
    assert any(said.startswith("Only ") for said in few.cautions)
    one = asked(atlas, "places=list&with=53", "en")
    assert not [said for said in one.findings if "largest" in said]


@pytest.mark.parametrize("parts", WAYS)
def test_real_figures_alone_or_none_at_all(mixed_stores: tuple[Store, Store], parts: str) -> None:
    """Vilnius is the only one in 2016: it is the country; in 2018 nobody is real."""
    real = partial(asked, Atlas(mixed_stores[0]), code="en")
    alone = real(f"figures=real&year=2016&parts={parts}")
    bench = read_bench(Atlas(mixed_stores[0]), language("en"), "view=split&figures=real&year=2016")
    figures = split_figures(bench)
    assert [CODES_OF_PLACES[at] for at in np.flatnonzero(figures.counts[figures.row])] == ["13"]
    assert {each.id for each in alone.statistics} == {f"country_{part}" for part in PARTS}
    none = real(f"figures=real&year=2018&parts={parts}")
    assert not none.statistics
    assert "no municipality" in none.sentence
    for view in (alone, none):
        for picture in view.pictures:
            for options in (ChartOptions(*picture.narrow, bare=True), ChartOptions(1600, 1000)):
                assert "nan" not in picture.draw(options).replace("nano", "")


def test_a_real_figure_among_invented_ones_is_shown_and_counts_nowhere(
    mixed_stores: tuple[Store, Store],
) -> None:
    bench = read_bench(Atlas(mixed_stores[0]), language("en"), "view=split&year=2016")
    figures, vilnius = split_figures(bench), CODES_OF_PLACES.index("13")
    assert 2016 in REAL["13"]
    assert not figures.counts[figures.row, vilnius]
    picture = ternary_picture(bench, figures, bench.caption("", "", []))
    place = picture.places[vilnius]
    assert (place.sign, place.fill != UNKNOWN_COLOUR) == ("✓", True)
    assert next(dot for dot in picture.dots if dot.code == "13").hollow
    counted = figures.mixtures[NGO, figures.row, figures.taken[figures.row]]
    told = {each.id: each.value for each in split_view(bench).statistics}
    assert told["median_ngo_competition"] == pytest.approx(100 * np.median(counted))
