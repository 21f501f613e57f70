"""Making the boundaries: all files or none, and a refusal says what is wrong with the source."""

import json

import pytest

from geo import generalise
from geo.boundaries import load_boundaries
from geo.places import municipalities

COUNTY = {place.code: place.county for place in municipalities()}


@pytest.fixture
def source() -> dict:
    """Our own shapes, dressed as the register's file, with its unpadded numbers."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "SAV_KODAS": int(feature["id"]),
                "APS_KODAS": int(COUNTY[feature["id"]]),
            },
            "geometry": feature["geometry"],
        }
        for feature in load_boundaries()["features"]
        if feature["id"] in COUNTY
    ]
    return {"type": "FeatureCollection", "features": features}


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command on a source; gives exit code, what was said, and the files written."""

    def run(content: object):
        path, into = tmp_path / "source.geojson", tmp_path / "into"
        into.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = generalise.main([str(path), "--into", str(into)])
        said = capsys.readouterr()
        files = {file.name: file.read_bytes() for file in into.iterdir()}
        return code, said.out + said.err, files

    return run


def test_it_writes_the_four_files_and_says_what_they_weigh(run, source):
    code, said, files = run(source)
    assert code == 0
    assert sorted(files) == [
        "boundaries.geojson",
        "boundaries_small.geojson",
        "neighbours.csv",
        "points.csv",
    ]
    assert "vertices in 60 municipalities" in said
    assert "area error at most" in said


def test_the_same_source_in_any_order_gives_the_same_bytes(run, source):
    first = run(source)
    source["features"].reverse()
    assert run(source) == first


def drop_field(source):
    for feature in source["features"]:
        del feature["properties"]["APS_KODAS"]


def drop_municipality(source):
    del source["features"][0]


def repeat_municipality(source):
    source["features"].append(source["features"][0])


def unknown_municipality(source):
    source["features"][0]["properties"]["SAV_KODAS"] = 99


def other_county(source):
    source["features"][0]["properties"]["APS_KODAS"] = 10


def swap_shapes(source):
    first, second = source["features"][:2]
    first["geometry"], second["geometry"] = second["geometry"], first["geometry"]


def overlapping_shapes(source):
    source["features"][0]["geometry"] = source["features"][1]["geometry"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (drop_field, "fields missing: ['APS_KODAS']"),
        (drop_municipality, "59 rows, missing: ['11']"),
        (repeat_municipality, "61 rows"),
        (unknown_municipality, "missing: ['11'], unknown: ['99']"),
        (other_county, "another county than municipalities.csv says: ['11']"),
        (swap_shapes, "areas differ from the register's by more than 3 %: 11"),
        (overlapping_shapes, "municipalities overlap"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_spoilt_source_is_refused_and_nothing_is_written(run, source, spoil, words):
    spoil(source)
    code, said, files = run(source)
    assert code == 1
    assert words in said
    assert files == {}


@pytest.mark.parametrize("content", ["", "not json", '{"type":"FeatureCollection","features":[]}'])
def test_what_is_no_boundary_file_is_refused(run, content):
    code, said, files = run(content)
    assert code == 1
    assert "nothing written" in said
    assert files == {}


def test_a_missing_file_is_named(tmp_path, capsys):
    assert generalise.main([str(tmp_path / "absent.topojson")]) == 1
    assert "absent.topojson: no such file" in capsys.readouterr().err
