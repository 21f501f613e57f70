"""Slides are read from a pale projector in a lit room, by any eye.

A projector cannot show black: the room's light is added to all that it shows. Luminance L
(relative, as in WCAG 2) is seen as (L + a) / (1 + a), with `a` so that white : black is 30 : 1 in a
dark room, 10 : 1 with lights on, 5 : 1 with the sun in. Lightness is L* of CIE 1976 of what is seen
beside the brightest white there is.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.charts import palette
from dashboard.slides import ink
from tests.dashboard.charts.colours import VISION, hue_apart, luminance

LOOKS = ("light", "dark")
CONTRASTS = {
    "TEXT": 4.5, "NATION": 4.5, "MUTED": 3.8, "DEMO": 3.8, "TARGET": 3.6, "OWN": 3.0, "PLAIN": 2.3,
}  # fmt: skip
"""Of letters and marks with the ground at 5 : 1, which is the most there can be."""

ROOMS = (30, 10, 5)
STEPS = {2: 40, 3: 19, 4: 12.5, 5: 9, 6: 7, 7: 6}
"""Least difference of lightness between neighbours of so many classes at 5 : 1; the classes of a
page, made for screens, come to 4.4 where there are five."""


def washed(colour: str, white_to_black: float, vision: str = "usual") -> float:
    """What is seen of a luminance, 0–1."""
    added = 1 / (white_to_black - 1)
    return (luminance(colour, vision) + added) / (1 + added)


def lightness(colour: str, white_to_black: float, vision: str = "usual") -> float:
    found: float = 116 * washed(colour, white_to_black, vision) ** (1 / 3) - 16
    return found


def contrast(one: str, other: str, white_to_black: float, vision: str = "usual") -> float:
    """Of what is seen; at most white : black."""
    low, high = sorted(washed(colour, white_to_black, vision) for colour in (one, other))
    return high / low


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", STEPS)
def test_neighbouring_classes_are_told_apart_in_any_room_by_any_eye(count: int, look: str) -> None:
    shades = [palette.in_look(colour, look) for colour in palette.projected(count)]
    assert len({*shades}) == count
    for vision in VISION:
        for room in ROOMS:
            steps = [lightness(shade, room, vision) for shade in shades]
            assert steps == sorted(steps, reverse=look == "light")
            assert min(abs(one - other) for one, other in pairwise(steps)) >= STEPS[count]


@pytest.mark.parametrize("look", LOOKS)
def test_growth_and_fall_are_told_apart_from_no_change_and_from_each_other(look: str) -> None:
    shades = [palette.in_look(colour, look) for colour in palette.diverging()]
    middle = len(shades) // 2
    for vision in VISION:
        steps = [lightness(shade, 5, vision) for shade in shades]
        falls, grows = steps[middle::-1], steps[middle:]
        for side in (falls, grows):
            assert min(abs(one - other) for one, other in pairwise(side)) >= 7
        assert min(abs(steps[0] - steps[middle]), abs(steps[-1] - steps[middle])) >= 25
        assert hue_apart(shades[0], shades[-1], vision) >= 25


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("colour", "least"),
    CONTRASTS.items(),
)
def test_letters_and_marks_stand_out_from_the_ground_with_the_sun_in(
    colour: str, least: float, look: str
) -> None:
    """At most 5 : 1 is there."""
    ground = palette.in_look(ink.GROUND, look)
    for vision in VISION:
        found = contrast(palette.in_look(getattr(ink, colour), look), ground, 5, vision)
        assert found >= least - (0 if vision == "usual" else 0.5)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("vision", VISION)
def test_the_deck_s_own_and_the_country_are_told_apart(look: str, vision: str) -> None:
    own, nation, plain = (
        palette.in_look(colour, look) for colour in (ink.OWN, ink.NATION, ink.PLAIN)
    )
    assert abs(lightness(own, 5, vision) - lightness(nation, 5, vision)) >= 5
    assert hue_apart(own, plain, vision) >= 20 or (
        abs(lightness(own, 5, vision) - lightness(plain, 5, vision)) >= 8
    )
