"""Any view of the bench comes as a picture, of a file as of an address; what is none is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import savivalda
from dashboard.research.registry import MAKERS
from savivalda.address import AddressReader

if TYPE_CHECKING:
    from pathlib import Path

    from savivalda.fetching import FetchAddress

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")


@pytest.fixture(scope="module")
def running(served: FetchAddress) -> savivalda.OpenAtlas:
    return savivalda.OpenAtlas(AddressReader("http://host/atlas", "en", fetch=served))


@pytest.mark.parametrize("view", MAKERS)
def test_every_view_comes_with_all_that_explains_it(view: str, opened: savivalda.OpenAtlas) -> None:
    picture = opened.picture(view, year=2024, places="county:02", select=["Kauno m."])
    assert picture.svg.startswith("<svg")
    assert picture.svg == picture._repr_svg_()
    assert "DEMONSTRATION FIGURES" in picture.svg
    assert f"view={view}" in picture.asked or view == "relation"
    assert "select=19" in picture.asked


def test_it_is_kept_as_its_ending_says(opened: savivalda.OpenAtlas, tmp_path: Path) -> None:
    picture = opened.picture("difference", indicator="total", look="dark")
    assert picture.save(tmp_path / "a.svg").read_text(encoding="utf-8") == picture.svg
    assert picture.save(tmp_path / "a.png", zoom=0.2).read_bytes().startswith(b"\x89PNG")
    with pytest.raises(savivalda.CannotAsk, match=r"a\.gif.*\.svg, \.png"):
        picture.save(tmp_path / "a.gif")


def test_an_address_gives_the_same_but_says_from_where(
    opened: savivalda.OpenAtlas, running: savivalda.OpenAtlas
) -> None:
    asked: dict[str, Any] = {"indicator": "total", "among": ["Neringa", "13", "LT-57"]}
    here, away = (atlas.picture("difference", **asked) for atlas in (opened, running))
    assert here.asked == away.asked
    assert "http://host/atlas" in away.svg
    words = [set(re.findall(r">([^<>]{8,})</", each.svg)) for each in (here, away)]
    assert words[0] <= words[1]
    second = running.picture("difference", picture="slopes", **asked)
    assert second.svg != away.svg


@pytest.mark.parametrize(
    ("view", "choices", "said"),
    [
        ("scatter", {}, r"view is 'scatter'.*relation, distribution"),
        ("relation", {"indicatr": "total"}, r"indicatr.*meant 'indicator'"),
        ("relation", {"indicator": "totl"}, r"indicator is 'totl'.*meant 'total'"),
        ("relation", {"unit": "litas"}, r"unit is 'litas'"),
        ("relation", {"indicator": "openness", "measure": "share"}, r"measure is 'share'.*level"),
        ("difference", {"year": 1999}, r"year is '1999'.*2015"),
        ("relation", {"places": "peers"}, r"places is 'peers'.*peer"),
        ("relation", {"places": "all", "peer": "Neringa"}, r"places is 'all'.*peers"),
        ("relation", {"select": ["Atlantis"]}, r"select is 'Atlantis'.*municipality"),
        ("difference", {"picture": "pie"}, r"picture is 'pie'"),
        ("relation", {"look": "red"}, r"look is 'red'.*light, dark"),
    ],
)
def test_what_there_is_not_is_told_alike(
    view: str,
    choices: dict[str, Any],
    said: str,
    opened: savivalda.OpenAtlas,
    running: savivalda.OpenAtlas,
) -> None:
    for atlas in (opened, running):
        with pytest.raises(savivalda.CannotAsk, match=said):
            atlas.picture(view, **choices)
