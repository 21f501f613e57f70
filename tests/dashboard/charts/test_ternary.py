"""Mixtures have colours that any eye tells apart, and lie in the class that surrounds them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from dashboard.charts.palette import in_look
from dashboard.charts.stacked_ground import WITHIN
from dashboard.charts.svg import LOOKS
from dashboard.charts.ternary import TALL, TernaryPlace, centroids, classes_of, triangles
from dashboard.charts.ternary_colours import mixtures, pure
from tests.dashboard.charts.colours import VISION, contrast, hue_apart, lab

APART = 45
"""Difference in CIELAB of two mixtures that lie a whole side of the triangle apart."""


def colours(look: str) -> list[str]:
    return [in_look(colour, look) for colour in mixtures()]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("vision", VISION)
def test_mixtures_differ_as_much_as_they_lie_apart_for_every_eye(look: str, vision: str) -> None:
    """Neighbours by 6.5, where 2.3 is just seen; pure parts by ten times as much."""
    for one, other in combinations(range(len(mixtures())), 2):
        middles = np.subtract(centroids()[one], centroids()[other])
        away = float(np.sqrt((middles**2).sum() / 2))
        seen = [lab(colours(look)[number], vision) for number in (one, other)]
        assert np.linalg.norm(np.subtract(*seen)) >= APART * away


@pytest.mark.parametrize("look", LOOKS)
def test_as_the_country_is_nearly_grey_and_more_of_a_part_is_a_hue(look: str) -> None:
    (middle,) = classes_of((1 / 3, 1 / 3, 1 / 3))
    assert hue_apart(colours(look)[middle], "#808080") < 8
    for part in range(3):
        assert hue_apart(in_look(pure(part), look), "#808080") > 40


@pytest.mark.parametrize("look", LOOKS)
def test_mixtures_stand_out_from_the_ground_and_let_shares_be_read(look: str) -> None:
    for colour in colours(look):
        assert contrast(colour, LOOKS[look]["ground"]) >= 1.7
    for part, letters in enumerate(WITHIN):
        assert contrast(in_look(pure(part), look), letters) >= 4.5


def test_a_mixture_is_in_the_small_triangle_around_it() -> None:
    for number, corners in enumerate(triangles()):
        near = 0.9 * np.array(corners) + 0.1 * np.array(centroids()[number])
        assert classes_of(near) == [number] * 3
    assert len(set(triangles())) == 16


def test_pure_parts_are_the_corners() -> None:
    place = TernaryPlace(10, 100, 50)
    assert place((1, 0, 0)) == (10, 100)
    assert place((0, 1, 0)) == (60, 100)
    assert place((0, 0, 1)) == (35, 100 - 50 * TALL)
