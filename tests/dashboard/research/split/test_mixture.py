"""Mixtures are centred, zoomed and measured as Aitchison has it, and cope with noughts."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.research.split.gridding import grid_lines, roundest
from dashboard.research.split.mixture import centred, distance, shares, zoom_of, zoomed

CENTRE = np.array([0.87, 0.11, 0.02])
MIXTURES = np.array([[0.87, 0.80, 0.95, 0.60], [0.11, 0.14, 0.05, 0.30], [0.02, 0.06, 0.0, 0.10]])


def written(part: int, text: str) -> str:
    return f"{text} of {part}"


def test_the_centre_becomes_even_and_twice_its_ratio_counts_double() -> None:
    assert centred(CENTRE, CENTRE) == pytest.approx([1 / 3] * 3)
    twice = shares(CENTRE * [1, 1, 2])
    assert centred(twice, CENTRE) == pytest.approx([1 / 4, 1 / 4, 1 / 2])


def test_the_distance_is_that_of_centred_log_ratios_and_knows_no_size() -> None:
    logs = np.log(MIXTURES[:, 1]) - np.log(MIXTURES[:, 1]).mean()
    middle = np.log(CENTRE) - np.log(CENTRE).mean()
    found = distance(MIXTURES, CENTRE)
    assert found[0] == pytest.approx(0)
    assert found[1] == pytest.approx(float(np.linalg.norm(logs - middle)))
    assert distance(1000 * MIXTURES, CENTRE)[1] == pytest.approx(found[1])
    again = centred(MIXTURES, CENTRE)
    assert distance(again, [1 / 3] * 3)[1] == pytest.approx(found[1])  # centring moves nobody


def test_a_part_of_nought_lies_at_the_edge_and_has_no_distance() -> None:
    assert zoomed(centred(MIXTURES, CENTRE), 2)[2, 2] == 0
    assert np.isnan(distance(MIXTURES, CENTRE)[2])


def test_a_part_that_nobody_has_tells_nothing_apart() -> None:
    centre, given = np.array([0.9, 0.1, 0]), np.array([[0.9, 0.8], [0.1, 0.2], [0, 0]])
    found = centred(given, centre)
    assert found[:, 0] == pytest.approx([1 / 3] * 3)
    assert distance(given, centre)[1] == pytest.approx(np.log(2 * 9 / 8) / np.sqrt(2))
    lines = grid_lines(centre, 1, str, written)
    assert {line.part for line in lines} == {1}  # the third part has no share to be read
    assert all((0, 0, 1) in line.ends for line in lines)


def test_nothing_known_gives_nothing_and_no_warning() -> None:
    unknown = np.full(3, np.nan)
    assert np.isnan(shares([0.0, 0.0, 0.0])).all()
    assert np.isnan(distance(MIXTURES, unknown)).all()
    assert zoom_of(centred(MIXTURES, unknown)) == 1
    assert grid_lines(unknown, 1, str, written) == ()


def test_the_zoom_fills_the_triangle_but_does_not_blow_up_what_is_alike() -> None:
    alike = CENTRE[:, None] + np.array([[0.0], [0.0], [1e-6]]) * np.arange(9)
    assert zoom_of(centred(alike, CENTRE)) == 8
    found = centred(MIXTURES[:, [0, 1, 3]], CENTRE)
    zoom = zoom_of(found)
    assert 1 < zoom < 3
    assert (1 / 3 + zoom * (found[:, :2] - 1 / 3) >= 0).all()


@pytest.mark.parametrize("zoom", [1, 1.5, 8])
def test_lines_of_the_triangle_stand_where_their_real_share_is(zoom: float) -> None:
    """Each end, taken back, has the share that is written at it."""
    lines = grid_lines(CENTRE, zoom, "{:.10g}".format, written)
    assert {line.part for line in lines} == {0, 1, 2}
    for line in lines:
        for end in line.ends:
            plain = (1 / 3 + (np.array(end) - 1 / 3) / zoom) * CENTRE
            assert 100 * plain[line.part] / plain.sum() == pytest.approx(float(line.label))
            assert min(end) == pytest.approx(0, abs=1e-7)
            assert max(end) <= 1 + 1e-7


def test_round_numbers_are_as_short_as_can_be() -> None:
    assert roundest(0.7, 1.9) == 1
    assert roundest(1.2, 2.4) == 2
    assert roundest(83, 91) == pytest.approx(90)
    assert roundest(91.2, 91.9) == pytest.approx(91.5)
