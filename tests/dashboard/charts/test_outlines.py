"""Outlines as paths: short, closed, the same as the boundaries, and neighbours still touch."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest

from dashboard.charts.clipping import clipped
from dashboard.charts.outlines import outlines, points, precedence, small_places
from dashboard.charts.projection import place
from geo.boundaries import BOUNDARIES, SMALL_BOUNDARIES, load_boundaries, neighbours
from geo.places import municipalities
from tests.dashboard.charts.reading import lines

Point = tuple[int, int]
CODES = [item.code for item in municipalities()]


def edges(path: str) -> set[frozenset[Point]]:
    return {frozenset(edge) for line in lines(path) for edge in pairwise(line)}


@pytest.mark.parametrize("small", [False, True])
def test_paths_follow_the_boundaries_to_half_a_unit(small: bool) -> None:
    found = outlines(small=small)
    assert [*found.places] == CODES
    for feature in load_boundaries(SMALL_BOUNDARIES if small else BOUNDARIES)["features"][:60]:
        drawn = {point for line in lines(found.places[feature["id"]]) for point in line}
        meant = {
            tuple(round(unit) for unit in place(*point))
            for ring in feature["geometry"]["coordinates"]
            for point in ring
        }
        assert drawn == meant


@pytest.mark.parametrize("small", [False, True])
def test_neighbours_still_touch(small: bool) -> None:
    found = outlines(small=small)
    by_code = {code: edges(path) for code, path in found.places.items()}
    for code, near in neighbours().items():
        assert all(by_code[code] & by_code[other] for other in near), code


@pytest.mark.parametrize("small", [False, True])
def test_lines_of_counties_are_those_between_counties_and_around_the_country(small: bool) -> None:
    found = outlines(small=small)
    county = {item.code: item.county for item in municipalities()}
    sides: dict[frozenset[Point], list[str]] = {}
    for code, path in found.places.items():
        for edge in edges(path):
            sides.setdefault(edge, []).append(county[code])
    meant = {edge for edge, either in sides.items() if len(either) == 1 or either[0] != either[1]}
    drawn = [frozenset(edge) for line in lines(found.counties) for edge in pairwise(line)]
    assert len(drawn) == len(set(drawn)), "a line is drawn twice"
    assert set(drawn) == meant


@pytest.mark.parametrize(("small", "most"), [(False, 32_000), (True, 16_000)])
def test_outlines_are_light(small: bool, most: int) -> None:
    found = outlines(small=small)
    text = "".join([*found.places.values(), found.counties])
    assert len(text) < most
    assert len(gzip.compress(text.encode(), 9)) < most / 3


def test_points_lie_in_the_box_of_their_place() -> None:
    boxes = outlines().boxes
    assert [*points()] == CODES
    for code, (x, y) in points().items():
        left, top, right, bottom = boxes[code]
        assert left < x < right
        assert top < y < bottom


def test_those_below_160_km2_get_markers() -> None:
    names = {item.code: item.name_en for item in municipalities()}
    largest, *_, smallest = (names[code] for code in small_places())
    assert (largest, smallest) == ("Kaunas City", "Alytus City")
    assert {names[code] for code in small_places()} > {
        "Palanga City",
        "Visaginas",
        "Neringa",
        "Birštonas",
    }


def test_names_of_cities_come_before_those_of_the_largest() -> None:
    assert sorted(precedence()) == sorted(CODES)
    assert precedence()[:3] == ("13", "19", "21")
    areas = {item.code: item.area_km2 for item in municipalities()}
    rest = [areas[code] for code in precedence()[6:]]
    assert rest == sorted(rest, reverse=True)


def test_a_ring_is_cut_to_a_window() -> None:
    square = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    assert {*clipped(square, (-5, -5, 15, 15))} == {*square}
    assert clipped(square, (20, 20, 30, 30)) == []
    assert {*clipped(square, (5, -5, 15, 15))} == {(5, 0), (10, 0), (10, 10), (5, 10)}
    assert {*clipped(square, (2, 2, 4, 4))} == {(2, 2), (2, 4), (4, 2), (4, 4)}
