"""Every panel of the first page names what its figures rest on, and marks the invented ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from dashboard.answers import Atlas
from dashboard.frame.rendering import render
from dashboard.language.i18n import language
from dashboard.overview.colours import colour_of
from dashboard.overview.overview import read_overview
from dashboard.pages.home.page import PAGE, layout
from dashboard.server.sharing import share_svg
from data.asking.store import Store
from tests.dashboard.charts.test_squares import SIDE, pieces
from tests.dashboard.overview.overview_tables import ONLY_REAL, edited, two
from tests.dashboard.pages.municipality.page_read import main_of, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dashboard.language.i18n import Language

LT, EN = language("lt"), language("en")
BADGE, MARK = "Demonstraciniai duomenys", "DEMONSTRACINIAI, NE TIKRI SKAIČIAI"
PANELS = ("home-map", "home-hundred", "home-commitments", "home-facts")
VILNIUS = "Vilniaus miesto savivaldybės biudžeto vykdymas ir finansavimo sutartys"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def vilnius(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """What is real alone."""
    target = tmp_path_factory.mktemp("real") / "vilnius.duckdb"
    with Store(edited(database, target, *ONLY_REAL)) as store:
        yield Atlas(store)


@pytest.fixture(scope="module")
def nothing(empty: Path) -> Iterator[Atlas]:
    """No figures at all."""
    with Store(empty) as store:
        yield Atlas(store)


def page(atlas: Atlas, code: str = "lt") -> ET.Element:
    return main_of(f"<main>{render(layout(atlas, language(code), '').body)}</main>")


def classed(tree: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in tree.iter() if name in each.get("class", "").split()]


def said(tree: ET.Element) -> str:
    return " ".join(text(tree).split())


def test_each_panel_with_an_invented_figure_is_marked(atlas: Atlas) -> None:
    tree = page(atlas)
    (lead,) = classed(tree, "home-lead")
    assert BADGE in said(lead)
    for name in PANELS:
        (panel,) = classed(tree, name)
        lines = [said(each) for each in classed(panel, "source")]
        assert any(line.startswith(f"{MARK}. Šaltiniai: ") for line in lines), name
    (promised,) = classed(tree, "home-commitments")
    plans, target = (said(each) for each in reversed(classed(promised, "source")))
    assert MARK not in plans, "commitments are real"
    assert "partnerystės veiksmų planai" in plans
    assert MARK in target
    assert BADGE in said(promised), "beside how many reached it, too"


def test_where_all_is_real_nothing_is_marked_and_whose_it_is_is_named(vilnius: Atlas) -> None:
    tree = page(vilnius)
    assert MARK not in said(tree)
    assert BADGE not in said(tree)
    for name in ("home-map", "home-hundred"):
        (panel,) = classed(tree, name)
        line = said(classed(panel, "source")[0])
        assert VILNIUS in line
        assert "gyventojų" not in line or name == "home-map", "its euros rest on no residents"
    assert not classed(classed(tree, "home-facts")[0], "source"), "it tells of no figure"
    assert "Kiek savivaldybių jį pasiekė, dar nežinoma." in said(tree)


def test_without_any_figure_the_page_stands(nothing: Atlas) -> None:
    tree = page(nothing)
    assert MARK not in said(tree)
    assert not classed(tree, "home-hundred")
    heading = next(tree.iter("h1"))
    assert said(heading) == "Savivaldybių skaičių dar nėra"
    for name in ("home-map", "home-commitments", "home-facts"):
        assert len(classed(tree, name)) == 1


def named(shares: dict[str, float], part: str, words: Language) -> str:
    """The rest holds all that NGOs got, where it is not known what they won."""
    whole = part == "rest" and "ngo_competition" not in shares
    return words.t("home.part.rest_all" if whole else f"home.part.{part}")


@pytest.mark.parametrize("which", ["atlas", "vilnius"])
def test_the_table_says_what_the_squares_show(request: pytest.FixtureRequest, which: str) -> None:
    atlas: Atlas = request.getfixturevalue(which)
    tree, overview = page(atlas), read_overview(atlas, LT)
    assert overview.split is not None
    (panel,) = classed(tree, "home-hundred")
    columns = [[said(cell) for cell in row if cell.tag == "td"] for row in panel.iter("tr")][1:]
    names = [said(next(row.iter("th"))) for row in panel.iter("tr")][1:]
    assert names == [
        named(overview.split.now.shares, part, LT) for part in overview.split.now.shares
    ]
    pictures = [next(each.iter("svg")) for each in classed(panel, "hundred")]
    years = overview.split.years
    for at, (of, picture) in enumerate(zip(years, pictures, strict=True)):
        drawn = pieces(ET.tostring(picture, encoding="unicode"))
        for part, row in zip(of.shares, columns, strict=True):
            tiny = 1e-9 < of.shares[part] < 0.005
            assert row[at] == ("< 0,01" if tiny else two(of.shares[part]))
            area = sum(wide * tall for _, _, wide, tall in drawn.get(colour_of(part), []))
            assert area / SIDE**2 == pytest.approx(of.shares[part], abs=0.02)
            assert of.shares[part] >= 0
        assert sum(of.shares.values()) == pytest.approx(100)


def test_years_of_other_municipalities_say_how_many_they_are(atlas: Atlas, vilnius: Atlas) -> None:
    heads = [[said(each) for each in classed(page(it), "column-of")] for it in (atlas, vilnius)]
    assert heads == [["48 iš 60", "56 iš 60"], []]


@pytest.mark.parametrize("code", ["lt", "en"])
@pytest.mark.parametrize("which", ["atlas", "vilnius", "nothing"])
def test_the_shared_picture_says_the_sentence_and_the_key_and_marks_what_is_invented(
    request: pytest.FixtureRequest, which: str, code: str
) -> None:
    atlas: Atlas = request.getfixturevalue(which)
    words = language(code)
    overview = read_overview(atlas, words)
    drawn = ET.fromstring(share_svg(atlas, PAGE, words, "", ""))
    texts = " ".join(each.text or "" for each in drawn.iter(f"{SVG}text")).replace("\u00a0", " ")
    assert (words.t("demo.figures") in texts) is (which == "atlas")
    if overview.split is None:
        assert overview.sentence in texts
        return
    assert overview.sentence in texts
    for part, share in overview.split.now.shares.items():
        assert (
            f"{words.money(share, 2)} {named(overview.split.now.shares, part, words)}".replace(
                "\u00a0", " "
            )
            in texts
        )
    assert ("Viln" in texts) is (which == "vilnius")
