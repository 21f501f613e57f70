"""Figures are pure: numbers in, a small plotly figure out, usable far from the application."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from dashboard.charts import palette
from dashboard.charts.choropleth import choropleth, map_points
from dashboard.charts.map_texts import NOTHING
from dashboard.charts.outlines import NARROW_KM2, small_places
from dashboard.language.i18n import language
from dashboard.pages.map.trend import DASHES, MARKERS, trend
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import plotly.graph_objects as go


COUNTIES = [item.nuts3 for item in counties()]
GEOMETRY = "/geometry/123456789abc.geojson"


@pytest.fixture
def points() -> pd.DataFrame:
    names = [language("lt").name(place) for place in municipalities()]
    return map_points([NOTHING] * len(names), names)


@pytest.fixture
def national() -> pd.DataFrame:
    return pd.DataFrame({"year": [2020, 2021, 2022], "value": [1.5, 2.5, 3.5]})


@pytest.fixture
def selected() -> pd.DataFrame:
    names = [place.name_lt for place in reversed(municipalities()[:10])]
    rows = [(name, year, year / 1000) for name in names for year in (2020, 2021, 2022)]
    return pd.DataFrame(rows, columns=["name", "year", "value"])


def size(figure: go.Figure) -> int:
    return len(json.dumps(figure.to_plotly_json(), default=list).encode())


def test_the_map_has_five_layers(points: pd.DataFrame) -> None:
    figure = choropleth(points, GEOMETRY, COUNTIES)
    kinds = [trace.type for trace in figure.data]
    assert kinds == ["choropleth", "choropleth", "scattergeo", "scattergeo", "scattergeo"]
    areas, outlines, dots, signs, names = figure.data
    assert list(areas.locations) == [place.code for place in municipalities()]
    assert list(outlines.locations) == COUNTIES
    assert len(signs.text) == len(names.text) == 60
    seen = dict(zip(dots.customdata, dots.marker.opacity, strict=True))
    assert set(seen) == {*small_places(NARROW_KM2)}
    assert {code for code, opacity in seen.items() if opacity} == {*small_places()}


def test_what_has_no_sign_and_no_name_is_no_element() -> None:
    signs = ["?" if place.code == "13" else "" for place in municipalities()]
    figure = choropleth(map_points(signs, [""] * len(signs)), GEOMETRY, COUNTIES)
    assert [len(trace.text) for trace in figure.data[3:]] == [1, 0]
    assert len(figure.data[0].locations) == 60


def test_geometry_travels_apart_from_the_map(points: pd.DataFrame) -> None:
    figure = choropleth(points, GEOMETRY, COUNTIES)
    assert {trace.geojson for trace in figure.data[:2]} == {GEOMETRY}
    assert size(figure) < 12_000


def test_the_figure_has_no_colours_so_that_a_look_or_a_year_needs_no_drawing(
    points: pd.DataFrame,
) -> None:
    text = json.dumps(choropleth(points, GEOMETRY, COUNTIES).to_plotly_json(), default=list)
    assert "#" not in text


def test_no_two_selected_look_the_same(national: pd.DataFrame, selected: pd.DataFrame) -> None:
    lines = trend(national, selected).data[1:]
    assert len({line.line.color for line in lines}) == 10
    assert len({line.line.dash for line in lines}) == len(DASHES) == 10
    assert len({line.marker.symbol for line in lines}) == len(MARKERS) == 10


def test_the_trend_has_the_national_line_and_one_a_name_in_their_order(
    national: pd.DataFrame, selected: pd.DataFrame
) -> None:
    figure = trend(national, selected, ", ")
    assert figure.data[0].line.color == palette.NATIONAL_COLOUR
    assert [line.name for line in figure.data[1:]] == list(selected["name"].unique())
    assert list(figure.data[1].y) == [2.02, 2.021, 2.022]
    assert figure.layout.separators == ", "
    assert size(figure) < 4_000


def test_a_gap_in_the_figures_is_a_gap_in_the_line(national: pd.DataFrame) -> None:
    gap = pd.DataFrame({"name": ["A"] * 3, "year": [2020, 2021, 2022], "value": [1, None, 3]})
    line = trend(national, gap).data[1]
    assert len(line.y) == 3
    assert pd.isna(line.y[1])
    assert not line.connectgaps


def test_nobody_selected_leaves_the_national_line_alone(
    national: pd.DataFrame, selected: pd.DataFrame
) -> None:
    assert len(trend(national, selected.head(0)).data) == 1


def test_titles_notes_and_legends_stand_outside(
    points: pd.DataFrame, national: pd.DataFrame, selected: pd.DataFrame
) -> None:
    for figure in (choropleth(points, GEOMETRY, COUNTIES), trend(national, selected)):
        layout = figure.to_plotly_json()["layout"]
        assert not {"title", "annotations", "legend", "shapes", "images"} & layout.keys()
        assert figure.layout.template.layout.showlegend is False


def test_same_input_same_figure_and_the_input_stays_as_it_was(
    points: pd.DataFrame, national: pd.DataFrame, selected: pd.DataFrame
) -> None:
    kept = [frame.copy(deep=True) for frame in (points, national, selected)]
    maps = [choropleth(points, GEOMETRY, COUNTIES) for _ in range(2)]
    trends = [trend(national, selected) for _ in range(2)]
    assert maps[0] == maps[1]
    assert trends[0] == trends[1]
    trends[0].update_layout(margin={"l": 999}, xaxis={"dtick": 5})
    assert trend(national, selected) == trends[1]
    for frame, before in zip((points, national, selected), kept, strict=True):
        pd.testing.assert_frame_equal(frame, before)


def test_a_notebook_draws_them_without_the_application() -> None:
    program = (
        "import sys, dashboard.charts.choropleth, dashboard.pages.map.trend;"
        "print({'dash', 'fastapi', 'starlette', 'duckdb', 'dashboard.app'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "set()"
