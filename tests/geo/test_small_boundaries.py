"""The coarser boundaries: the same 60 places and 10 counties, lighter, and still one coverage."""

import gzip
from itertools import pairwise

import geopandas as gpd
import pytest
import shapely

from geo.boundaries import BOUNDARIES, SMALL_BOUNDARIES, load_boundaries, neighbours
from geo.places import counties, municipalities

FEATURES = load_boundaries(SMALL_BOUNDARIES)["features"]
CODES = sorted(place.code for place in municipalities())


@pytest.fixture(scope="module")
def shapes() -> gpd.GeoSeries:
    polygons = [shapely.geometry.shape(feature["geometry"]) for feature in FEATURES]
    return gpd.GeoSeries(polygons, index=[feature["id"] for feature in FEATURES], crs=4326)


def edges(feature) -> set[frozenset[tuple[float, float]]]:
    return {
        frozenset((tuple(one), tuple(other)))
        for ring in feature["geometry"]["coordinates"]
        for one, other in pairwise(ring)
    }


def test_features_stand_in_the_order_of_the_fine_ones():
    fine = [feature["id"] for feature in load_boundaries()["features"]]
    assert [feature["id"] for feature in FEATURES] == fine


def test_it_takes_a_third_of_the_bytes():
    small, fine = (
        len(gzip.compress(path.read_bytes(), 9)) for path in (SMALL_BOUNDARIES, BOUNDARIES)
    )
    assert small < 0.36 * fine


def test_every_shape_is_one_valid_polygon_and_borders_fit(shapes):
    assert shapes.is_valid.all()
    assert set(shapes.geom_type) == {"Polygon"}
    assert shapes[CODES].is_valid_coverage()


def test_areas_are_the_registers_within_5_per_cent_and_together_within_half(shapes):
    known = {place.code: place.area_km2 for place in municipalities()}
    km2 = shapes[CODES].to_crs(3346).area / 1e6
    assert {code: km2[code] / known[code] for code in CODES} == pytest.approx(
        dict.fromkeys(CODES, 1), abs=0.05
    )
    assert km2.sum() == pytest.approx(sum(known.values()), rel=0.005)


def test_neighbours_are_those_of_the_fine_boundaries():
    by_id = {feature["id"]: edges(feature) for feature in FEATURES[:60]}
    assert neighbours() == {
        code: frozenset(other for other in CODES if other != code and by_id[code] & by_id[other])
        for code in CODES
    }


def test_a_county_is_the_union_of_its_municipalities(shapes):
    by_id = {feature["id"]: edges(feature) for feature in FEATURES}
    for county in counties():
        members = [place.code for place in municipalities() if place.county == county.code]
        assert by_id[county.nuts3] <= set.union(*(by_id[code] for code in members))
