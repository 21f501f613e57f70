"""The framed map says by itself what it shows, and everything in it has its place at any size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dashboard.charts.canvas import HATCH
from dashboard.charts.map import draw_map
from dashboard.charts.map_insets import CITIES
from dashboard.charts.outlines import outlines, small_places
from dashboard.charts.palette import MOST, UNKNOWN_COLOUR, in_look, sequential
from dashboard.charts.picture import Caption, LegendEntry, MapOptions, MapPicture, Selected
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import LOOKS
from dashboard.indicators.state import ViewRequest
from geo.places import municipalities
from tests.dashboard.charts.reading import (
    SVG,
    group,
    lines,
    meeting,
    moved,
    parsed,
    picture_of,
    said,
    text_boxes,
)

if TYPE_CHECKING:
    from dashboard.answers import Atlas

SIZES = ((480, 360), (640, 480), (800, 600), (1080, 1350), (1200, 630), (1600, 1000), (3840, 2160))
SELECT = ("13", "12", "29", "41", "21", "33")
LONG = "Nebeprisikiškiakopūsteliaujantiesiems skirta biudžeto dalis " * 6


@pytest.fixture
def picture(atlas: Atlas) -> MapPicture:
    """Six selected, a long unit, notes on signs."""
    return picture_of(atlas, ViewRequest("total", "per_resident"), row=7, select=SELECT)


@pytest.fixture
def worst(picture: MapPicture) -> MapPicture:
    """Texts that no editor would write."""
    return replace(
        picture,
        legend=tuple(LegendEntry("#123456", LONG, 60, "≠") for _ in range(10)),
        selected=tuple(Selected(code, "#d9541e", LONG, LONG) for code in SELECT),
        caption=Caption(LONG, LONG, LONG, LONG * 3, (LONG, LONG), LONG[:100]),
    )


def read(svg: str) -> str:
    """What is written, without line breaks and spaces that no line ends at."""
    return said(svg).replace("\u00a0", " ")


@pytest.mark.parametrize("code", ["lt", "en"])
def test_it_says_what_it_shows_whose_figures_and_that_they_are_invented(
    atlas: Atlas, code: str
) -> None:
    shown = picture_of(atlas, ViewRequest("total", "per_resident"), code, 7, SELECT)
    caption, text = shown.caption, read(draw_map(shown, MapOptions()))
    for part in (caption.title, caption.sentence, caption.unit, caption.source, caption.demo):
        assert part
        assert part.replace("\u00a0", " ") in text
    assert caption.notes[0].replace("\u00a0", " ") in text
    assert text.count(caption.demo) == 1
    for item in shown.selected:
        assert f"{item.name}: {item.value}".replace("\u00a0", " ") in text


def test_the_legend_has_every_class_and_state_with_its_count(atlas: Atlas) -> None:
    shown = picture_of(atlas)
    assert sum(key.count or 0 for key in shown.legend) == 60
    svg = draw_map(shown, MapOptions())
    texts = [text.text for text in parsed(svg).findall(f"{SVG}text")]
    for key in shown.legend:
        assert texts[texts.index(key.label) + 1] == str(key.count)
        if key.sign:
            assert texts[texts.index(key.label) - 1] == key.sign
    swatches = [rect.get("fill") for rect in parsed(svg).findall(f"{SVG}rect")]
    colours = [in_look(key.colour, "light") for key in shown.legend]
    assert [fill for fill in swatches if fill in colours][-len(colours) :] == colours


def test_the_mark_of_the_demonstration_stays_whatever_else_is_left_out(picture) -> None:
    parts = frozenset({"title", "sentence", "legend", "selected", "source", "notes"})
    for size in SIZES:
        svg = draw_map(picture, MapOptions(*size, without=parts))
        assert read(svg).split(picture.caption.demo)[0] == ""
        mark = next(iter(parsed(svg).findall(f"{SVG}text")))
        assert float(mark.get("font-size")) >= max(10.5, size[0] / 110)
    assert picture.caption.demo not in draw_map(
        replace(picture, caption=replace(picture.caption, demo="")), MapOptions()
    )


@pytest.mark.parametrize("part", ["title", "sentence", "source"])
def test_a_part_is_left_out_when_asked(picture, part: str) -> None:
    text = getattr(picture.caption, part).replace("\u00a0", " ")
    options = MapOptions(without=frozenset({part, "sentence"}))
    assert text not in read(draw_map(picture, options))


@pytest.mark.parametrize("size", SIZES)
def test_no_text_leaves_the_picture_or_lies_over_another(picture, size) -> None:
    boxes = text_boxes(draw_map(picture, MapOptions(*size, names=True)))
    for name, (left, top, right, bottom) in boxes.items():
        assert left >= 0, name
        assert top >= 0, name
        assert right <= size[0], name
        assert bottom <= size[1], name
    assert meeting(boxes) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_text_can_be_too_long(worst, size) -> None:
    svg = draw_map(worst, MapOptions(*size))
    boxes = text_boxes(svg)
    assert min(box[0] for box in boxes.values()) >= 0
    assert max(box[2] for box in boxes.values()) <= size[0]
    assert max(box[3] for box in boxes.values()) <= size[1]
    assert meeting(boxes) == []


@pytest.mark.parametrize("size", SIZES)
def test_letters_can_be_read(picture, size) -> None:
    svg = draw_map(picture, MapOptions(*size))
    sizes = [float(text.get("font-size")) for text in parsed(svg).findall(f"{SVG}text")]
    assert min(sizes) >= max(9, size[0] / 180)
    assert max(sizes) >= 1.5 * min(sizes)


@pytest.mark.parametrize("size", SIZES)
def test_no_text_lies_over_the_country_which_has_its_share_of_the_picture(picture, size) -> None:
    svg = draw_map(picture, MapOptions(*size))
    x, y, scale = moved(parsed(svg).find(f"{SVG}g[@class='map']"))
    wide, tall = WIDTH * scale, HEIGHT * scale
    boxes = text_boxes(svg)
    assert meeting({"map": (x, y, x + wide, y + tall)} | boxes) == []
    assert wide * tall > 0.25 * size[0] * size[1]


def test_it_is_a_file_of_its_own_with_a_text_alternative(picture) -> None:
    root = parsed(draw_map(picture, MapOptions(800, 600)))
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("800", "600")
    assert root.find(f"{SVG}title").text == f"{picture.caption.title} {picture.caption.sentence}"
    assert root.get("font-family").startswith("'DejaVu Sans'")
    # Not every reader of svg files knows lines that keep their width.
    assert not any(shape.get("vector-effect") for shape in root.iter())


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_that_of_ground_text_classes_and_lines(picture, look) -> None:
    svg = draw_map(picture, MapOptions(look=look, insets=True, names=True))
    root = parsed(svg)
    assert root.find(f"{SVG}rect").get("fill") == LOOKS[look]["ground"]
    assert root.find(f"{SVG}text").get("fill") == LOOKS[look]["text"]
    fills = [path.get("fill") for path in group(root, "places", SVG)]
    hatched = f"url(#{HATCH})"
    assert fills == [
        hatched if item.fill == UNKNOWN_COLOUR else in_look(item.fill, look)
        for item in picture.places
    ]
    assert "light-dark" not in svg, "only browsers know pairs"
    other = {"light": "dark", "dark": "light"}[look]
    for count in range(1, MOST + 1):
        assert not any(in_look(colour, other) in svg for colour in sequential(count))


def test_names_without_room_are_counted_in_the_picture(picture) -> None:
    for size in SIZES:
        svg = draw_map(replace(picture, unnamed="left out: {count}"), MapOptions(*size, names=True))
        names = group(parsed(svg), "names", SVG)
        hidden = sum(name.get("visibility") == "hidden" for name in names)
        said = [text.text for text in parsed(svg).iter(f"{SVG}text")]
        assert hidden < 30
        assert (f"left out: {hidden}" in said) == bool(hidden)


@pytest.mark.parametrize("size", SIZES)
def test_it_says_where_and_when_it_was_taken(picture, size) -> None:
    address = "https://atlasas.example/?indicator=total&year=2022&select=13,12,29,41,21,33"
    caption = replace(picture.caption, taken=f"2026-02-16: {address}")
    written = read(draw_map(replace(picture, caption=caption), MapOptions(*size)))
    assert f"2026-02-16:{address}" in written.replace(" ", "")


def test_small_cities_can_be_seen_by_markers_and_in_insets(picture) -> None:
    root = parsed(draw_map(picture, MapOptions(insets=True)))
    assert len(group(root, "dots", SVG)) == len(small_places())
    names = [text.text for text in group(root, "insets", SVG)]
    short = {item.code: item.name for item in picture.places}
    assert names == [short[code] for code in CITIES]
    fills = {item.code: in_look(item.fill, "light") for item in picture.places}
    insets = root.findall(f".//{SVG}g[@class='inset']")
    assert [inset.get("data-city") for inset in insets] == [*CITIES]
    for code, inset in zip(CITIES, insets, strict=True):
        (city,) = inset.findall(f".//{SVG}path[@data-code='{code}']")
        assert city.get("fill") == fills[code]
        whole, drawn = (lines(path) for path in (outlines().places[code], city.get("d")))
        assert {*drawn[0]} == {*whole[0]}, "cut"
        assert moved(inset)[2] > 1.5
    assert "insets" not in draw_map(picture, MapOptions())


def test_insets_stand_where_the_country_is_not(picture) -> None:
    root = parsed(draw_map(picture, MapOptions(insets=True)))
    edges = root.findall(f"{SVG}g[@class='map']/{SVG}rect")
    assert len(edges) == len(CITIES)
    for edge in edges:
        x, y, side = (int(edge.get(name)) for name in ("x", "y", "width"))
        assert 0 <= x < x + side <= WIDTH
        assert 0 <= y < y + side <= HEIGHT
        places = [
            code
            for code, (left, top, right, bottom) in outlines().boxes.items()
            if left < x + side and x < right and top < y + side and y < bottom
        ]
        assert places == []


def test_what_is_seen_in_an_inset_stays_in_it(picture) -> None:
    root = parsed(draw_map(picture, MapOptions(insets=True)))
    edges = root.findall(f"{SVG}g[@class='map']/{SVG}rect")
    for edge, inset in zip(edges, root.findall(f".//{SVG}g[@class='inset']"), strict=True):
        x, y, side = (int(edge.get(name)) for name in ("x", "y", "width"))
        left, top, scale = moved(inset)
        for path in inset.iter(f"{SVG}path"):
            for line in lines(path.get("d")):
                for across, down in line:
                    assert x - 2 <= left + scale * across <= x + side + 2
                    assert y - 2 <= top + scale * down <= y + side + 2


def test_a_small_picture_has_fewer_names_and_coarse_outlines(picture) -> None:
    small, large = (
        draw_map(picture, MapOptions(*size, names=True)) for size in ((480, 360), (1600, 1000))
    )
    hidden = [
        sum(name.get("visibility") == "hidden" for name in group(parsed(svg), "names", SVG))
        for svg in (small, large)
    ]
    assert hidden[0] > hidden[1]
    assert len(small) < 0.75 * len(large)
    assert len(group(parsed(small), "places", SVG)) == len(municipalities())


def test_texts_are_written_as_texts(picture) -> None:
    hostile = "]]></title><script>alert(1)</script>"
    caption = Caption(*[hostile] * 4, (hostile,), hostile)
    shown = replace(
        picture,
        caption=caption,
        legend=(LegendEntry("#000000", hostile, 1, "<"),),
        selected=(Selected("13", "#ffffff", hostile, hostile),),
    )
    svg = draw_map(shown, MapOptions(names=True))
    assert "<script" not in svg
    assert hostile in read(svg)


def test_the_same_picture_gives_the_same_bytes(picture) -> None:
    options = MapOptions(insets=True, names=True)
    assert draw_map(picture, options) == draw_map(replace(picture), replace(options))
