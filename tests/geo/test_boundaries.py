"""Boundaries: light, true to the register, and drawn the right way round."""

import gzip
from itertools import pairwise

import geopandas as gpd
import pytest
import shapely

from geo.boundaries import BOUNDARIES, label_points, load_boundaries, neighbours
from geo.places import counties, municipalities

FEATURES = load_boundaries()["features"]
CODES = sorted(place.code for place in municipalities())
REGISTER_KM2 = {place.code: place.area_km2 for place in municipalities()}


@pytest.fixture(scope="module")
def shapes() -> gpd.GeoSeries:
    polygons = [shapely.geometry.shape(feature["geometry"]) for feature in FEATURES]
    return gpd.GeoSeries(polygons, index=[feature["id"] for feature in FEATURES], crs=4326)


@pytest.fixture(scope="module")
def parts(shapes) -> gpd.GeoSeries:
    return shapes[CODES]


def rings(feature) -> list[list[tuple[float, float]]]:
    return [[tuple(point) for point in ring] for ring in feature["geometry"]["coordinates"]]


def edges(feature) -> set[frozenset[tuple[float, float]]]:
    return {frozenset(edge) for ring in rings(feature) for edge in pairwise(ring)}


def signed_area(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_features_are_the_municipalities_then_the_counties_in_order_of_their_codes():
    ids = [feature["id"] for feature in FEATURES]
    assert ids[:60] == CODES
    assert ids[60:] == sorted(county.nuts3 for county in counties())
    assert all(feature["properties"] == {} for feature in FEATURES)


def test_the_file_is_light():
    assert len(gzip.compress(BOUNDARIES.read_bytes(), 9)) <= 45_000
    assert sum(len(ring) for feature in FEATURES[:60] for ring in rings(feature)) < 6_000


def test_every_shape_is_one_valid_polygon_and_borders_fit(shapes, parts):
    assert shapes.is_valid.all()
    assert set(shapes.geom_type) == {"Polygon"}
    assert parts.is_valid_coverage()


def test_outer_rings_run_clockwise_and_holes_the_other_way():
    for feature in FEATURES:
        outer, *holes = rings(feature)
        assert signed_area(outer) < 0, feature["id"]
        assert all(signed_area(hole) > 0 for hole in holes), feature["id"]


def test_cities_inside_their_district_are_holes_in_it():
    holes = {feature["id"]: len(rings(feature)) - 1 for feature in FEATURES}
    assert {code for code, count in holes.items() if count} == {"33", "66", "91"}


def test_areas_are_the_registers_within_3_per_cent_and_together_within_half(parts):
    km2 = parts.to_crs(3346).area / 1e6
    errors = {code: km2[code] / REGISTER_KM2[code] - 1 for code in CODES}
    assert {code: error for code, error in errors.items() if abs(error) > 0.03} == {}
    assert km2.sum() == pytest.approx(sum(REGISTER_KM2.values()), rel=0.005)


def test_a_county_is_the_union_of_its_municipalities_on_the_same_vertices(shapes):
    by_id = {feature["id"]: feature for feature in FEATURES}
    km2 = shapes.to_crs(3346).area / 1e6
    for county in counties():
        members = [place.code for place in municipalities() if place.county == county.code]
        assert km2[county.nuts3] == pytest.approx(km2[members].sum(), rel=1e-9)
        assert edges(by_id[county.nuts3]) <= set.union(*(edges(by_id[code]) for code in members))


def test_labels_sit_inside_their_shapes_away_from_the_edge(parts):
    points = label_points()
    assert sorted(points) == CODES
    places = gpd.GeoSeries({code: shapely.Point(*points[code]) for code in CODES}, crs=4326)
    metric, dots = parts.to_crs(3346), places.to_crs(3346)
    assert dots.within(metric).all()
    assert (dots.distance(metric.boundary) > 1_000).all()


def test_neighbours_are_exactly_those_that_share_an_edge():
    by_id = {feature["id"]: edges(feature) for feature in FEATURES[:60]}
    assert neighbours() == {
        code: frozenset(other for other in CODES if other != code and by_id[code] & by_id[other])
        for code in CODES
    }


def test_neighbours_are_symmetric_and_everyone_can_be_reached():
    graph = neighbours()
    assert all(code in graph[other] for code, others in graph.items() for other in others)
    reached, frontier = {"13"}, {"13"}
    while frontier:
        frontier = {other for code in frontier for other in graph[code]} - reached
        reached |= frontier
    assert sorted(reached) == CODES


def test_some_neighbours_that_everyone_knows():
    graph = neighbours()
    assert graph["29"] == {"91"}  # Šiauliai lies inside its district
    assert graph["25"] == {"55", "56"}  # Palanga: Klaipėda and Kretinga districts
    assert graph["23"] == {"21", "55", "88"}  # Neringa: Klaipėda and Šilutė, across the water
