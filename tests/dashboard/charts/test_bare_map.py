"""The bare map: what a page shows before any script has run, and what its scripts find in it."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import combinations
from math import dist
from typing import TYPE_CHECKING

import pytest
from shapely import Polygon, maximum_inscribed_circle

from dashboard.charts import palette
from dashboard.charts.lettering import width
from dashboard.charts.map import draw_map
from dashboard.charts.map_texts import NOTHING
from dashboard.charts.naming import meet
from dashboard.charts.outlines import NARROW_KM2, outlines, points, small_places
from dashboard.charts.picture import MapOptions, MapPicture, PicturedPlace, Selected
from dashboard.charts.projection import HEIGHT, WIDTH
from geo.places import municipalities
from tests.dashboard.charts.reading import group, parsed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CODES = [item.code for item in municipalities()]
BARE = MapOptions(width=772, bare=True, names=True)
PICTURE = MapPicture(
    places=tuple(
        PicturedPlace(item.code, item.name_en, f"#{number:06x}", "?" if number % 9 == 0 else "")
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


def test_small_municipalities_have_markers_of_their_colour_16_px_across() -> None:
    fills = {item.code: item.fill for item in PICTURE.places}
    dots = group(parsed(draw_map(PICTURE, BARE)), "dots")
    assert [dot.get("data-code") for dot in dots] == [*small_places()]
    for dot in dots:
        assert dot.get("fill") == fills[dot.get("data-code")]
        assert (int(dot.get("cx")), int(dot.get("cy"))) == points()[dot.get("data-code")]
        assert 2 * int(dot.get("r")) * 772 / WIDTH == pytest.approx(16, abs=0.5)


def test_every_municipality_can_be_hit_where_a_circle_of_24_px_has_room_or_is_given() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    targets = group(root, "targets")
    assert root.find("g[@class='targets']").get("stroke-width") == "24"
    assert [target.get("data-code") for target in targets] == [*small_places(NARROW_KM2)]
    for target in targets:
        x, y = points()[target.get("data-code")]
        assert target.get("d") == f"M{x} {y}h0"
    usual = 24 * WIDTH / 560
    for code in {*CODES} - {*small_places(NARROW_KM2)}:
        outer, *holes = outlines().rings[code]
        widest = 2 * maximum_inscribed_circle(Polygon(outer, holes), 1).length
        assert widest > usual, code


def test_no_two_markers_lie_nearer_than_24_px_on_a_phone() -> None:
    for one, other in combinations(small_places(NARROW_KM2), 2):
        assert dist(points()[one], points()[other]) * 366 / WIDTH >= 24


def middles(root: Element) -> dict[str, tuple[float, float]]:
    """Where names that are seen stand, by name."""
    found = {}
    for name in group(root, "names"):
        right, down = re.findall(r"-?\d+", name.get("style", "0 0"))
        if name.get("visibility") != "hidden":
            place = float(name.get("x")) + int(right), float(name.get("y")) + int(down)
            found[name.text] = place
    return found


def test_there_is_a_name_for_each_and_no_two_seen_ones_meet() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    size = float(root.find("g[@class='names']").get("font-size"))
    assert [name.text for name in group(root, "names")] == [item.name for item in PICTURE.places]
    seen = middles(root)
    assert 45 < len(seen) < 60
    boxes = {}
    for name, (x, y) in seen.items():
        half = width(name, size) / 2
        boxes[name] = (x - half, y - 0.9 * size, x + half, y + 0.2 * size)
        assert boxes[name][0] >= -1
        assert boxes[name][2] <= WIDTH + 1
    assert not [pair for pair in combinations(boxes, 2) if meet(*(boxes[name] for name in pair))]


def test_a_name_covers_no_marker_and_no_sign() -> None:
    root = parsed(draw_map(PICTURE, BARE))
    size = float(root.find("g[@class='names']").get("font-size"))
    marked = [points()[code] for code in small_places()]
    marked += [points()[item.code] for item in PICTURE.places if item.sign]
    for name, (x, base) in middles(root).items():
        for across, down in marked:
            beside = abs(across - x) >= width(name, size) / 2
            assert beside or abs(down - (base - 0.36 * size)) >= 0.5 * size, name


def test_the_selected_have_their_names_before_cities_and_all_others() -> None:
    for code in CODES:
        chosen = replace(PICTURE, selected=(Selected(code, "#000000", "", ""),))
        drawn = draw_map(chosen, replace(BARE, width=560))
        name = group(parsed(drawn), "names")[CODES.index(code)]
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


def test_it_has_the_colours_of_both_looks_and_the_hatching_of_a_page() -> None:
    """Of the map's own units and of pixels, which what scripts draw over it has."""
    none = tuple(replace(item, fill=palette.UNKNOWN_COLOUR) for item in PICTURE.places)
    root = parsed(draw_map(replace(PICTURE, places=none), BARE))
    assert {path.get("fill") for path in group(root, "places")} == {"url(#no-data-map)"}
    sides = {item.get("id"): float(item.get("width")) for item in root.iter("pattern")}
    assert sides["no-data-map"] == pytest.approx(sides["no-data"] * WIDTH / 772, abs=0.1)
    assert root.find("g[@class='places']").get("stroke") == palette.LINE_COLOUR


def test_the_same_picture_gives_the_same_bytes_and_few() -> None:
    svg = draw_map(PICTURE, BARE)
    assert svg == draw_map(PICTURE, BARE)
    assert len(gzip.compress(svg.encode(), 9)) < 14_000
