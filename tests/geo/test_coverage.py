"""What the maps rest on, on shapes small enough to be reckoned by hand."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.coverage import LKS94, WGS84, area_errors, check, dissolve, label_points, neighbours
from geo.errors import BoundaryError

KM = 1000.0
SOUTH_WEST = (480_000, 6_100_000)


def square(column: int, row: int, side: float = 10 * KM) -> shapely.Polygon:
    """A square kilometre grid's cell, with its south-west corner in the middle of Lithuania."""
    left, bottom = SOUTH_WEST[0] + column * side, SOUTH_WEST[1] + row * side
    return shapely.box(left, bottom, left + side, bottom + side)


@pytest.fixture
def board() -> gpd.GeoSeries:
    """Four squares of 100 km² each: a b below, c d above."""
    cells = {"a": square(0, 0), "b": square(1, 0), "c": square(0, 1), "d": square(1, 1)}
    return gpd.GeoSeries(cells, crs=LKS94)


def test_neighbours_share_a_line_and_not_just_a_corner(board):
    assert neighbours(board) == [
        *(("a", "b"), ("a", "c"), ("b", "a"), ("b", "d")),
        *(("c", "a"), ("c", "d"), ("d", "b"), ("d", "c")),
    ]


def test_a_region_is_one_shape_of_all_its_parts(board):
    regions = dissolve(board, pd.Series({"a": "west", "b": "east", "c": "west", "d": "east"}))
    assert regions.index.tolist() == ["east", "west"]
    assert regions["west"].equals(shapely.union(board["a"], board["c"]))
    assert all(not shape.exterior.is_ccw for shape in regions)


def test_a_label_stands_in_the_middle_of_the_widest_part():
    room, corridor = square(0, 0), shapely.box(490_000, 6_104_000, 540_000, 6_105_000)
    degrees = gpd.GeoSeries({"a": room.union(corridor)}, crs=LKS94).to_crs(WGS84)
    point = gpd.GeoSeries([shapely.Point(label_points(degrees)["a"])], crs=WGS84).to_crs(LKS94)
    assert point[0].distance(shapely.Point(485_000, 6_105_000)) < 0.5 * KM


def test_an_area_is_measured_in_the_national_grid(board):
    degrees, register = board.to_crs(WGS84), pd.Series(dict.fromkeys("abcd", 80.0))
    assert area_errors(degrees, register).to_numpy() == pytest.approx([0.25] * 4, rel=1e-6)


BOWTIE = shapely.Polygon([(480e3, 6100e3), (490e3, 6110e3), (490e3, 6100e3), (480e3, 6110e3)])
IN_PIECES = shapely.MultiPolygon([square(0, 0), square(3, 3)])


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"a": BOWTIE}, "not a valid polygon after simplification: a"),
        ({"d": IN_PIECES}, "not a valid polygon after simplification: d"),
        ({"b": square(1, 0).buffer(KM)}, "borders of neighbours no longer fit together"),
        ({"d": square(5, 5, 20 * KM)}, r"areas differ .*: d \+300.0%"),
    ],
)
def test_shapes_that_may_not_be_drawn_are_named(board, spoilt, said):
    shapes = gpd.GeoSeries({**board.to_dict(), **spoilt}, crs=LKS94).to_crs(WGS84)
    with pytest.raises(BoundaryError, match=said):
        check(shapes, pd.Series(dict.fromkeys("abcd", 100.0)))


@pytest.mark.parametrize(("share", "passes"), [(1.004, True), (1.006, False)])
def test_the_whole_country_may_be_off_by_half_a_per_cent(board, share, passes):
    register = pd.Series(np.full(4, 100.0 * share), index=list("abcd"))
    if passes:
        check(board.to_crs(WGS84), register)
        return
    with pytest.raises(BoundaryError, match="the whole area differs"):
        check(board.to_crs(WGS84), register)
