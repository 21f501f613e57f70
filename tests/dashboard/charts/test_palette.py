"""Classes are told apart on a pale projector, in grey and with any colour vision, in both looks."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import dashboard
from dashboard.charts import palette
from dashboard.charts.svg import LOOKS
from tests.dashboard.charts.colours import VISION, contrast, hue_apart, luminance

COUNTS = range(1, palette.MOST + 1)
TOKENS = Path(dashboard.__file__).parent / "assets" / "shared" / "tokens.css"


def shades(count: int, look: str) -> list[str]:
    return [palette.in_look(colour, look) for colour in palette.sequential(count)]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("vision", VISION)
def test_neighbouring_classes_stand_apart(count: int, look: str, vision: str) -> None:
    """1.4 : 1 is as much as seven classes leave room for; five have 1.7 : 1."""
    least = 1.7 if count <= 5 else 1.4
    least -= 0 if vision == "usual" else 0.15
    for one, other in pairwise(shades(count, look)):
        assert contrast(one, other, vision) >= least


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", COUNTS)
def test_the_highest_class_stands_out_most_from_its_ground(count: int, look: str) -> None:
    ground = LOOKS[look]["ground"]
    found = [contrast(colour, ground) for colour in shades(count, look)]
    assert found == sorted(found)
    assert found[-1] >= 4.5
    assert found[0] >= 1.2


@pytest.mark.parametrize("look", LOOKS)
def test_no_data_is_quiet_but_hatched_visibly(look: str) -> None:
    ground, base, lines = (
        palette.in_look(colour, look)
        for colour in (LOOKS[look]["ground"], palette.UNKNOWN_GROUND, palette.UNKNOWN_LINES)
    )
    assert contrast(base, ground) < 1.2
    assert 1.6 < contrast(lines, base) < 3
    assert contrast(lines, ground) < 3


@pytest.mark.parametrize("look", LOOKS)
def test_signs_and_names_are_read_on_their_halo_and_on_hatching(look: str) -> None:
    name, halo, base = (
        palette.in_look(colour, look)
        for colour in (palette.NAME_COLOUR, palette.LINE_COLOUR, palette.UNKNOWN_GROUND)
    )
    assert contrast(name, halo) >= 7
    assert contrast(name, base) >= 7


def test_a_dark_look_has_none_of_the_light_colours() -> None:
    for count in COUNTS:
        assert not {*shades(count, "light")} & {*shades(count, "dark")}
        light, dark = (
            [luminance(colour) for colour in shades(count, look)] for look in ("light", "dark")
        )
        assert light == sorted(light, reverse=True)
        assert dark == sorted(dark)


def test_the_page_s_tokens_are_the_pictures_colours() -> None:
    tokens = dict(re.findall(r"(--[\w-]+): (light-dark\([^)]*\));", TOKENS.read_text("utf-8")))
    for token, colour in (
        ("--map-line", palette.LINE_COLOUR),
        ("--map-county", palette.COUNTY_COLOUR),
        ("--map-name", palette.NAME_COLOUR),
        ("--no-data", palette.UNKNOWN_GROUND),
        ("--no-data-line", palette.UNKNOWN_LINES),
    ):
        assert tokens[token] == colour


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("vision", VISION)
def test_a_change_stands_out_the_more_the_larger_it_is_whichever_way(
    look: str, vision: str
) -> None:
    """No change is nearest to the ground; the steps to both sides are as clear in grey."""
    shades_ = [palette.in_look(colour, look) for colour in palette.diverging()]
    middle = len(shades_) // 2
    ground = LOOKS[look]["ground"]
    for side in (shades_[middle:], shades_[middle::-1]):
        far = [contrast(colour, ground) for colour in side]
        assert far == sorted(far)
        for one, other in pairwise(side):
            assert contrast(one, other, vision) >= 1.4


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("vision", VISION)
def test_growth_and_fall_have_other_hues_for_every_eye(look: str, vision: str) -> None:
    shades_ = [palette.in_look(colour, look) for colour in palette.diverging()]
    for fall, growth in zip(shades_[:3], shades_[:3:-1], strict=True):
        assert hue_apart(fall, growth, vision) >= 30
