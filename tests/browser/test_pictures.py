"""Pictures in a real browser: no text runs out of one, over another, or over the country."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from dashboard.answers import Atlas
from dashboard.charts.lettering import BOLD, REGULAR, width
from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.charts.ranking import draw_ranking
from dashboard.charts.series import ChartOptions
from dashboard.charts.strip import draw_strip
from dashboard.charts.trend import draw_trend
from dashboard.indicators.ranking import ranking_picture
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.series import (
    axis_figure,
    strip_picture,
    trend_picture,
)
from dashboard.indicators.state import ViewRequest
from tests.dashboard.charts.reading import meeting, picture_of, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from data.asking.store import Store

SIZES = ((480, 360), (800, 600), (1080, 1350), (1600, 1000), (3840, 2160))
SELECT = ("13", "12", "29", "41", "21", "33")
RESIDENTS = ViewRequest("total", "per_resident")

MEASURE = """() => {
  const box = (item) => { const { left, top, right, bottom } = item.getBoundingClientRect();
    return [left, top, right, bottom]; };
  const svg = document.querySelector("svg");
  const around = [...svg.children].filter((item) => item.tagName === "text");
  return {
    picture: box(svg),
    texts: around.map((item) => [item.textContent, ...box(item)]),
    names: [...svg.querySelectorAll(".names text:not([visibility])")].map((item) =>
      [item.textContent, ...box(item)]),
    country: svg.querySelector(".places") ? box(svg.querySelector(".places")) : null,
  };
}"""


@pytest.fixture(scope="module")
def atlas(store: Store) -> Atlas:
    return Atlas(store)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1600, "height": 1000})
    yield opened
    opened.close()


def measured(page: Page, svg: str) -> dict[str, Any]:
    """Boxes of all texts, set in the font that the project carries."""
    faces = "".join(
        f"@font-face{{font-family:'DejaVu Sans';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{b64encode(path.read_bytes()).decode()})}}"
        for weight, path in (("400", REGULAR), ("700", BOLD))
    )
    page.set_content(f"<style>{faces} body {{ margin: 0 }}</style>{svg}")
    page.evaluate("() => document.fonts.ready")
    found: dict[str, Any] = page.evaluate(MEASURE)
    return found


def pictures(atlas: Atlas, size: tuple[int, int]) -> dict[str, str]:
    shown, said = read_map_view(atlas.store, RESIDENTS), wording(atlas, RESIDENTS, "lt", SELECT)
    options = ChartOptions(*size)
    trend = trend_picture(shown, 7, said, [(2000.0, "Tikslas 2030 m.: 2 000 €")])
    some = () if size[0] >= 800 else SELECT
    return {
        "map": draw_map(
            picture_of(atlas, RESIDENTS, row=7, select=SELECT),
            MapOptions(*size, names=True, insets=True),
        ),
        "trend": draw_trend(trend, options, lambda value: axis_figure(value, said.words)),
        "ranking": draw_ranking(ranking_picture(shown, 7, said, some), options),
        "strip": draw_strip(strip_picture(shown, said, some), options),
    }


# The box of a text has the font's full height; letters fill the middle of it.
def lines(texts: list[Any]) -> dict[str, tuple[float, float, float, float]]:
    return {
        f"{number} {text}": (
            left,
            top + 0.2 * (bottom - top),
            right,
            bottom - 0.16 * (bottom - top),
        )
        for number, (text, left, top, right, bottom) in enumerate(texts)
    }


@pytest.mark.parametrize("size", SIZES)
def test_every_text_has_a_place_of_its_own(page: Page, atlas: Atlas, size) -> None:
    for name, svg in pictures(atlas, size).items():
        found = measured(page, svg)
        left, top, right, bottom = found["picture"]
        assert (right - left, bottom - top) == size
        assert len(found["texts"]) > 5, name
        for text, *box in found["texts"]:
            assert left <= box[0] < box[2] <= right, (name, text)
            assert top <= box[1] < box[3] <= bottom, (name, text)
        boxes = lines(found["texts"])
        if found["country"]:
            boxes["the country"] = tuple(found["country"])
        assert meeting(boxes) == [], name


def test_names_on_the_map_do_not_meet(page: Page, atlas: Atlas) -> None:
    shown = picture_of(atlas, RESIDENTS, select=SELECT)
    for options in (MapOptions(names=True), MapOptions(772, bare=True, names=True)):
        found = measured(page, draw_map(shown, options))
        assert len(found["names"]) > 30
        assert meeting(lines(found["names"])) == []


def test_reckoned_widths_are_the_browsers(page: Page, atlas: Atlas) -> None:
    found = measured(page, draw_map(picture_of(atlas), MapOptions()))
    title, left, _, right, _ = found["texts"][0]
    svg_size = 1.6 * (1600 * 1000) ** 0.5 / 72
    assert right - left == pytest.approx(width(title, svg_size, bold=True), rel=0.01)
