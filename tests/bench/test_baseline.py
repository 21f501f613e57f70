"""The baseline is a page that works; how fast it is belongs to the benchmark."""

from typing import Any

import pandas as pd

from geo.places import municipalities
from tests.bench.baseline import create_baseline
from tests.dashboard.asgi import Client


def a_year_of_figures() -> pd.DataFrame:
    places = municipalities()
    return pd.DataFrame(
        {
            "indicator": "total",
            "municipality": [place.code for place in places],
            "name": [place.name_lt for place in places],
            "year": 2025,
            "value": [float(number) for number in range(len(places))],
        }
    )


def ask(method: str, path: str, **content: Any) -> Any:
    with Client(create_baseline(a_year_of_figures(), (700, 500)).server) as client:
        return client.request(method, path, **content).json()


def test_its_callback_answers_with_a_whole_map() -> None:
    asked = {
        "output": "map.figure",
        "outputs": {"id": "map", "property": "figure"},
        "inputs": [
            {"id": "year", "property": "value", "value": 2025},
            {"id": "indicator", "property": "value", "value": "total"},
        ],
        "changedPropIds": ["year.value"],
    }
    answer = ask("POST", "/_dash-update-component", json=asked)
    trace = answer["response"]["map"]["figure"]["data"][0]
    assert len(trace["geojson"]["features"]) == len(trace["locations"]) == 60


def test_its_base_map_comes_from_its_own_host() -> None:
    assert ask("GET", "/assets/world_110m.json")["type"] == "Topology"
