"""New boundaries are made from the register's GeoJSON in degrees or metres, or refused by name."""

from __future__ import annotations

import json

import pytest
from pyproj import Transformer

from data.building.describe import read_sources
from data.refresh.errors import RefreshError
from data.refresh.refresh import prepare
from geo.boundaries import load_boundaries
from tests.data.refresh.answers import shapes

_TO_METRES = Transformer.from_crs(4326, 3346, always_xy=True)


def metres(rings):
    return [[[*_TO_METRES.transform(lon, lat)] for lon, lat in ring] for ring in rings]


def turned(rings):
    return [[[y, x] for x, y in ring] for ring in metres(rings)]


@pytest.fixture
def proposed(target, answer):
    def proposed(content):
        text = content if isinstance(content, str) else json.dumps(content)
        return prepare("boundaries", answer(text, "answer.json"), target=target)

    return proposed


def made(proposal) -> dict[str, bytes]:
    return {path.name: text for path, text in proposal.files.items() if path.suffix != ".toml"}


def test_degrees_and_metres_with_or_without_a_named_system_are_the_same_country(proposed):
    named = shapes(metres)
    named["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3346"}}
    expected = made(proposed(shapes()))
    assert sorted(expected) == ["boundaries.geojson", "neighbours.csv", "points.csv"]
    for source in (named, shapes(metres)):
        found = made(proposed(source))
        assert found["neighbours.csv"] == expected["neighbours.csv"]
        assert len(json.loads(found["boundaries.geojson"])["features"]) == 70


def test_a_name_or_a_county_is_enough_beside_the_code_in_either_case(proposed):
    expected = made(proposed(shapes()))
    small = json.loads(json.dumps(shapes(county=False)).replace("SAV_", "sav_"))
    for feature in small["features"]:
        feature["geometry"] = {
            "type": "MultiPolygon",
            "coordinates": [feature["geometry"]["coordinates"]],
        }
    assert made(proposed(small)) == expected
    assert made(proposed(shapes(name=False))) == expected


def test_applying_writes_shapes_and_description_once(proposed, target, state):
    proposal = proposed(shapes())
    before = state()
    text = proposal.text("en").replace("\u00a0", " ")
    assert "Rows: 70 now, 70 then" in text
    assert "pairs of neighbours: 140 → 140" in text
    proposal.apply()
    (described,) = (each for each in read_sources(target.sources) if each.source == "boundaries")
    assert "registrucentras.lt" in described.url
    assert "Registrų centras" in described.publisher
    changed = {name for name, content in state().items() if before.get(name) != content}
    assert changed <= {
        "geo/boundaries.geojson",
        "geo/points.csv",
        "geo/neighbours.csv",
        "data/sources/boundaries/source.toml",
    }
    assert proposal.apply() == ()
    assert len(load_boundaries()["features"]) == 70, "the atlas's own file was not touched"


def lose_municipality(source):
    del source["features"][0]


def rename(source):
    source["features"][0]["properties"]["SAV_PAV"] = "Vilniaus m. sav."


def move(source):
    source["features"][0]["properties"]["APS_KODAS"] = 10


def overlap(source):
    source["features"][0]["geometry"] = source["features"][1]["geometry"]


def point(source):
    source["features"][0]["geometry"] = {"type": "Point", "coordinates": [24, 55]}


def nothing(source):
    source["features"][0]["geometry"] = None


def no_code(source):
    for feature in source["features"]:
        del feature["properties"]["SAV_KODAS"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lose_municipality, "59 rows, missing: ['11']"),
        (rename, "of another name than municipalities.csv says: ['11 Vilniaus m. sav.']"),
        (move, "in another county than municipalities.csv says: ['11']"),
        (overlap, "municipalities overlap"),
        (point, "every municipality needs a polygon"),
        (nothing, "every municipality needs a polygon"),
        (no_code, "fields missing: ['SAV_KODAS']"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_spoilt_file_is_refused_by_its_name_and_nothing_is_written(proposed, state, spoil, said):
    source, before = shapes(), state()
    spoil(source)
    with pytest.raises(RefreshError) as refused:
        proposed(source)
    assert said in str(refused.value)
    assert str(refused.value).startswith("answer.json: ")
    assert state() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (json.dumps(shapes(turned)), "easting"),
        (json.dumps(shapes())[:-2000], "answer.json"),
        ("{}", "answer.json"),
        ('{"type":"FeatureCollection","features":[]}', "fields missing"),
        ("<xml/>", "neither GeoJSON nor TopoJSON"),
        ("SAV_KODAS,SAV_PAV\n", "neither GeoJSON nor TopoJSON"),
        ("<!doctype html><html></html>", "a web page"),
    ],
    ids=["northing first", "truncated", "empty", "no features", "XML", "CSV", "page"],
)
def test_what_is_no_boundary_file_is_refused(proposed, state, content, said):
    before = state()
    with pytest.raises(RefreshError, match=said):
        proposed(content)
    assert state() == before


def test_without_the_geometry_libraries_it_is_told_what_to_install(proposed, tmp_path, monkeypatch):
    (tmp_path / "geo" / "__init__.py").touch()
    (tmp_path / "geo" / "generalise.py").write_text("import no_such_library\n")
    monkeypatch.setattr("data.refresh.boundaries.FOLDER", tmp_path / "geo")
    with pytest.raises(RefreshError, match=r"savivalda\[boundaries\]"):
        proposed(shapes())


def test_a_maker_that_hangs_is_given_up(proposed, tmp_path, monkeypatch):
    (tmp_path / "geo" / "__init__.py").touch()
    (tmp_path / "geo" / "generalise.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr("data.refresh.boundaries.FOLDER", tmp_path / "geo")
    monkeypatch.setattr("data.refresh.boundaries.SECONDS", 2)
    with pytest.raises(RefreshError, match="not made within"):
        proposed(shapes())
