"""A PNG is the picture itself: its size, its colours, and letters on machines without fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.charts.map import draw_map
from dashboard.charts.outlines import points
from dashboard.charts.palette import in_look
from dashboard.charts.picture import MapOptions
from dashboard.charts.png import png
from dashboard.charts.svg import LOOKS
from tests.dashboard.charts.reading import SVG, moved, parsed, picture_of, pixels, text_boxes

if TYPE_CHECKING:
    from dashboard.answers import Atlas

OPTIONS = MapOptions(640, 480)


def rgb(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


@pytest.fixture(scope="module")
def svg(atlas: Atlas) -> str:
    return draw_map(picture_of(atlas), OPTIONS)


@pytest.fixture(scope="module")
def twice(svg: str) -> np.ndarray:
    """The pixels of the picture in double size."""
    return pixels(png(svg, 2))


def test_it_has_the_size_that_was_asked_for(svg: str) -> None:
    assert pixels(png(svg)).shape == (480, 640, 4)
    assert pixels(png(svg, 0.5)).shape == (240, 320, 4)


def test_the_ground_covers_everything(svg: str) -> None:
    seen = pixels(png(svg))
    assert (seen[..., 3] == 255).all()
    for corner in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        assert seen[corner][:3].tolist() == rgb(LOOKS["light"]["ground"])


def test_a_municipality_has_the_colour_of_its_class(
    svg: str, twice: np.ndarray, atlas: Atlas
) -> None:
    left, top, scale = moved(parsed(svg).find(f"{SVG}g[@class='map']"))
    marked = {item.code for item in picture_of(atlas).places if item.sign}
    for item in picture_of(atlas).places:
        if item.code in marked:
            continue  # the sign lies there
        x, y = points()[item.code]
        at = (round(2 * (top + y * scale)), round(2 * (left + x * scale)))
        assert twice[at][:3].tolist() == rgb(in_look(item.fill, "light")), item.name


@pytest.mark.parametrize("look", LOOKS)
def test_every_text_is_really_drawn(atlas: Atlas, look: str) -> None:
    drawn = draw_map(picture_of(atlas, select=("13",)), MapOptions(640, 480, look=look))
    seen = pixels(png(drawn))[..., :3]
    ground = np.array(rgb(LOOKS[look]["ground"]))
    for name, (left, top, right, bottom) in text_boxes(drawn).items():
        box = seen[round(top) : round(bottom), round(left) : round(right)]
        inked = (abs(box - ground).sum(axis=2) > 60).mean()
        assert inked > 0.05, name


def test_reckoned_widths_are_those_of_the_picture(svg: str, twice: np.ndarray) -> None:
    seen = twice[..., :3]
    ground = np.array(rgb(LOOKS["light"]["ground"]))
    left, top, right, bottom = next(iter(text_boxes(svg).values()))  # the title
    line = seen[round(2 * top) : round(2 * bottom), : 2 * 640]
    inked = np.flatnonzero((abs(line - ground).sum(axis=2) > 200).any(axis=0)) / 2
    assert inked[0] == pytest.approx(left, abs=3)
    assert inked[-1] == pytest.approx(right, abs=3)


def test_no_font_of_the_machine_is_used(svg: str) -> None:
    other = svg.replace("'DejaVu Sans', 'Segoe UI'", "'DejaVu Serif', 'Liberation Serif'")
    assert other != svg
    assert png(other) == png(svg)


def test_the_same_picture_gives_the_same_bytes(svg: str) -> None:
    assert png(svg) == png(svg)


def test_what_is_no_svg_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        png("<p>no picture</p>")
