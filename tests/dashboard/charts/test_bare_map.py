"""The bare map: what a page shows before any script has run, and what its scripts find in it."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from dashboard.charts import palette
from dashboard.charts.lettering import width
from dashboard.charts.map import draw_map
from dashboard.charts.map_texts import NOTHING, without_overlap
from dashboard.charts.outlines import outlines, points, small_places
from dashboard.charts.picture import MapOptions, MapPicture, Place, Selected
from dashboard.charts.projection import HEIGHT, WIDTH
from geo.places import municipalities
from tests.dashboard.charts.reading import group, parsed

CODES = [item.code for item in municipalities()]
BARE = MapOptions(width=772, bare=True, names=True)
PICTURE = MapPicture(
    places=tuple(
        Place(item.code, item.name_en, f"#{number:06x}", "?" if number % 9 == 0 else "")
        for number, item in enumerate(municipalities())
    ),
    selected=(
        Selected("13", "#d9541e", "Vilnius", "1"),
        Selected("29", "#a855f7", "Šiauliai", "2"),
    ),
)


def test_each_municipality_is_there_once_in_its_order_and_colour() -> None:
    paths = group(parsed(draw_map(PICTURE, BARE)), "places")
    assert [path.get("data-code") for path in paths] == CODES
    assert [path.get("fill") for path in paths] == [item.fill for item in PICTURE.places]
    assert [path.get("d") for path in paths] == [*outlines().places.values()]


def test_it_is_named_by_the_page_and_says_nothing_itself() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    assert root.get("aria-hidden") == "true"
    assert root.get("class") == "map-svg"
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert root.find("title") is None
    assert not {"width", "height", "style"} & {*root.keys()}


def test_lines_keep_their_width_at_any_size() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    for tag in ("path", "circle"):
        for shape in root.iter(tag):
            if shape.get("class") != "dots-ground":
                assert shape.get("vector-effect") == "non-scaling-stroke"
    assert root.find("g[@class='places']").get("stroke-width") == "0.7"


def test_there_is_a_sign_for_each_and_a_space_where_none_is_needed() -> None:
    signs = group(parsed(draw_map(PICTURE, BARE)), "signs")
    assert [sign.text for sign in signs] == [item.sign or NOTHING for item in PICTURE.places]


def test_small_municipalities_have_markers_of_their_colour_15_px_across() -> None:
    fills = {item.code: item.fill for item in PICTURE.places}
    dots = group(parsed(draw_map(PICTURE, BARE)), "dots")
    assert [dot.get("data-code") for dot in dots] == [*small_places()]
    for dot in dots:
        assert dot.get("fill") == fills[dot.get("data-code")]
        assert (int(dot.get("cx")), int(dot.get("cy"))) == points()[dot.get("data-code")]
        assert 2 * int(dot.get("r")) * 772 / WIDTH == pytest.approx(15, abs=0.5)


def test_there_is_a_name_for_each_and_no_two_seen_ones_meet() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    size = float(root.find("g[@class='names']").get("font-size"))
    names = group(root, "names")
    assert [name.text for name in names] == [item.name for item in PICTURE.places]
    seen = [name for name in names if name.get("visibility") != "hidden"]
    assert 30 < len(seen) < 60
    boxes = {}
    for name in seen:
        half, y = width(name.text, size) / 2, float(name.get("y"))
        boxes[name.text] = (float(name.get("x")) - half, y - size, float(name.get("x")) + half, y)
        assert boxes[name.text][0] >= -1
        assert boxes[name.text][2] <= WIDTH + 1
    assert without_overlap(boxes, boxes) == set(boxes)


def test_the_selected_have_their_names_before_cities_and_all_others() -> None:
    for code in CODES:
        chosen = replace(PICTURE, selected=(Selected(code, "#000000", "", ""),))
        name = group(parsed(draw_map(chosen, BARE)), "names")[CODES.index(code)]
        assert name.get("visibility") is None


def test_names_that_are_not_wanted_wait_for_a_script() -> None:
    root = parsed(draw_map(PICTURE, replace(BARE, names=False)))
    assert root.find("g[@class='names']").get("display") == "none"
    assert len(group(root, "names")) == 60


def test_the_selected_are_ringed_in_their_colours_on_a_light_casing() -> None:
    rings = group(parsed(draw_map(PICTURE, BARE)), "rings")
    assert [ring.get("stroke") for ring in rings] == [
        palette.LINE_COLOUR, "#d9541e", palette.LINE_COLOUR, "#a855f7",
    ]  # fmt: skip
    assert [ring.tag for ring in rings] == ["path", "path", "circle", "circle"]


def test_a_city_is_ringed_over_its_district_whichever_was_chosen_first() -> None:
    both = (Selected("13", "#d9541e", "city", ""), Selected("41", "#a855f7", "district", ""))
    for chosen in (both, both[::-1]):
        rings = group(parsed(draw_map(replace(PICTURE, selected=chosen), BARE)), "rings")
        assert [ring.get("stroke") for ring in rings][1::2] == ["#a855f7", "#d9541e"]


def test_a_narrow_map_has_coarse_outlines() -> None:
    narrow = replace(BARE, width=360)
    assert outlines(small=True).places["13"] in draw_map(PICTURE, narrow)
    assert outlines().places["13"] in draw_map(PICTURE, replace(narrow, small=False))


def test_texts_are_written_as_texts() -> None:
    hostile = "</text><script>alert('&amp;')</script>\"'"
    places = tuple(replace(item, name=hostile, sign="<") for item in PICTURE.places)
    svg = draw_map(replace(PICTURE, places=places), BARE)
    assert "<script" not in svg
    root = parsed(svg)
    assert {name.text for name in group(root, "names")} == {hostile}
    assert {sign.text for sign in group(root, "signs")} == {"<"}


def test_the_same_picture_gives_the_same_bytes_and_few() -> None:
    svg = draw_map(PICTURE, BARE)
    assert svg == draw_map(PICTURE, BARE)
    assert len(gzip.compress(svg.encode(), 9)) < 14_000
