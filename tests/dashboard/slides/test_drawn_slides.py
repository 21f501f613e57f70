"""Whatever a slide says is large enough for a room and has its place, on both shapes of stage."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

import pytest

from dashboard.charts.lettering import width
from dashboard.charts.naming import meet
from dashboard.forum.deck import PURPOSES
from dashboard.forum.decks import default_deck
from dashboard.forum.making import make_slides
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.slides.content import MapBody, NumberBody, Slide, SourcesBody
from dashboard.slides.drawing import draw_body, shared_outlines
from dashboard.slides.stage import FIGURE, LETTER, SMALLER, STAGES, TALL, Stage, arrange
from geo.places import counties
from tests.dashboard.slides.example_slides import example_slides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.answers import Atlas

SLACK = 1.0
"""Units: numbers are rounded."""

Box = tuple[float, float, float, float]


@pytest.fixture(scope="module", params=CODES)
def real(request: pytest.FixtureRequest, atlas: Atlas) -> list[Slide]:
    """Every slide of every default deck of every county, in one language."""
    words, address = language(request.param), "https://atlas.example.org/forumas?select=county"
    return [
        slide
        for county in counties()
        for purpose in PURPOSES
        for slide in make_slides(
            DeckTelling(atlas, words, default_deck(purpose, members(county)), address)
        ).slides
    ]


def drawn(slide: Slide, stage: Stage) -> tuple[Element, float, float]:
    area = arrange(slide, stage).body
    return (
        fromstring(draw_body(slide.body, area.width, area.height, shared=True)),
        area.width,
        area.height,
    )


def lines(root: Element) -> Iterator[tuple[Element, float, Box]]:
    """Each line of text that stands in the svg's own units, its size, and the room it takes."""
    sizes = {
        each: float(each.get("font-size", group.get("font-size", 0)))
        for group in [root, *root.findall("g")]
        for each in group.findall("text")
    }
    for text, size in sizes.items():
        said = text.text or ""
        if said.strip():
            wide = width(said, size, bold=text.get("font-weight") == "bold")
            x, y = float(text.get("x", 0)), float(text.get("y", 0))
            left = x - {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0)
            yield text, size, (left, y - 0.75 * size, left + wide, y + 0.22 * size)


def check(slide: Slide, stage: Stage) -> None:
    root, wide, tall = drawn(slide, stage)
    least = SMALLER[-1] if isinstance(slide.body, SourcesBody) else LETTER
    largest = 0.0
    for text, size, (left, top, right, bottom) in lines(root):
        where = f"{slide.kind}, {stage.name}: {text.text!r}"
        assert size >= least - 0.01, where
        assert left >= -SLACK, where
        assert top >= -SLACK, where
        assert right <= wide + SLACK, where
        assert bottom <= tall + SLACK, where
        largest = max(largest, size)
    if isinstance(slide.body, NumberBody):
        assert largest >= FIGURE
    if isinstance(slide.body, SourcesBody):
        seen = "".join("".join(text.text or "" for text, *_ in lines(root)).split())
        for paragraph in slide.body.paragraphs:
            assert "".join(paragraph.split()) in seen, f"{stage.name}: {paragraph}"
    for shape in root.iter():
        for name in ("width", "height", "r"):
            assert float(shape.get(name, "0").rstrip("%")) >= 0, f"{slide.kind}, {stage.name}"
    if isinstance(slide.body, MapBody) and slide.body.close:
        own = [(text, box) for text, _, box in lines(root) if text.get("data-code")]
        assert sum(text.get("class") == "own-name" for text, _ in own) == len(slide.body.own)
        boxes = [box for _, box in own]
        assert not [pair for pair in combinations(boxes, 2) if meet(*pair)], stage.name


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_example_is_large_enough_and_within_its_room(stage: Stage) -> None:
    for slide in example_slides():
        check(slide, stage)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_scene_of_every_county_is_large_enough_and_within_its_room(
    real: list[Slide], stage: Stage
) -> None:
    for slide in real:
        check(slide, stage)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_parts_stand_below_each_other_and_nothing_is_cut(real: list[Slide], stage: Stage) -> None:
    for slide in [*example_slides(), *real]:
        placed = arrange(slide, stage)
        ends = [
            placed.title.top + placed.title.block.height,
            placed.body.top,
            placed.body.top + placed.body.height,
            placed.sentence.top,
            placed.sentence.top + placed.sentence.block.height,
            placed.small.top,
            placed.small.top + max(placed.small.block.height, placed.demo.block.height),
            TALL,
        ]
        assert ends == sorted(ends), f"{slide.kind}, {stage.name}"
        for said, block in (
            (slide.title, placed.title.block),
            (slide.sentence, placed.sentence.block),
            (slide.demo, placed.demo.block),
        ):
            where = f"{slide.kind}, {stage.name}: {said}"
            assert "".join("".join(block.lines).split()) == "".join(said.split()), where
        seen = " ".join(placed.small.block.lines)
        assert "".join(slide.source.split()) in "".join(seen.split()), f"{slide.kind}, {stage.name}"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_look_settles_every_colour_and_the_same_slide_gives_the_same_picture(look: str) -> None:
    for slide in example_slides():
        first, again = (draw_body(slide.body, 1500, 500, look=look) for _ in range(2))
        assert first == again
        assert "light-dark" not in first
        assert "#place-" not in first


def test_what_is_referred_to_stands_once_in_the_document() -> None:
    shared = fromstring(shared_outlines())
    known = {f"#{each.get('id')}" for each in shared.iter() if each.get("id")}
    for slide in example_slides():
        root, _, _ = drawn(slide, STAGES[0])
        used = {each.get("href") for each in root.iter("use")}
        assert used <= known
        fills = {each.get("fill", "") for each in root.iter()}
        assert {fill[4:-1] for fill in fills if fill.startswith("url(")} <= known
