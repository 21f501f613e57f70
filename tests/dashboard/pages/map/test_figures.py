"""Figures are pure: numbers in, a small plotly figure out, usable far from the application."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from dashboard.charts import palette
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import View
from dashboard.language.i18n import language
from dashboard.pages.map.choropleth import choropleth
from dashboard.pages.map.frame import map_points
from dashboard.pages.map.trend import DASHES, MARKERS, trend
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from dashboard.answers import Atlas

COUNTIES = [item.nuts3 for item in counties()]
GEOMETRY = "/geometry/123456789abc.geojson"
COLOURS = palette.sequential(5)


@pytest.fixture
def points(atlas: Atlas) -> pd.DataFrame:
    shown = read_map_view(atlas.store, View())
    return map_points(language("lt")).assign(cls=shown.classes[-1], glyph="")


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
    figure = choropleth(points, COLOURS, GEOMETRY, COUNTIES)
    kinds = [trace.type for trace in figure.data]
    assert kinds == ["choropleth", "choropleth", "scattergeo", "scattergeo", "scattergeo"]
    areas, outlines, signs, dots, names = figure.data
    assert list(areas.locations) == [place.code for place in municipalities()]
    assert list(outlines.locations) == COUNTIES
    assert len(signs.text) == len(names.text) == 60
    assert set(dots.customdata) == {
        place.code for place in municipalities() if place.area_km2 < 100
    }
    assert names.visible is False


def test_geometry_travels_apart_from_the_map(points: pd.DataFrame) -> None:
    figure = choropleth(points, COLOURS, GEOMETRY, COUNTIES)
    assert {trace.geojson for trace in figure.data[:2]} == {GEOMETRY}
    assert size(figure) < 12_000


@pytest.mark.parametrize("count", range(6))
def test_a_class_has_its_colour_and_so_have_the_two_below(count: int, points: pd.DataFrame) -> None:
    colours = palette.sequential(count)
    points["cls"] = [index % (count + 2) - 2 for index in range(60)]
    figure = choropleth(points, colours, GEOMETRY, COUNTIES)
    areas, dots = figure.data[0], figure.data[3]
    expected = [palette.UNKNOWN_COLOUR, palette.ZERO_COLOUR, *colours]

    def colour_of(cls: int) -> str:
        place = (cls - areas.zmin) / (areas.zmax - areas.zmin)
        return next(
            colour
            for (low, colour), (high, _) in zip(
                areas.colorscale[::2], areas.colorscale[1::2], strict=True
            )
            if low < place < high
        )

    assert [colour_of(cls) for cls in range(-2, count)] == expected
    small = points[points["small"]]
    assert list(dots.marker.color) == [expected[cls + 2] for cls in small["cls"]]


@pytest.mark.parametrize("count", range(6))
def test_classes_of_every_number_have_colours_of_their_own(count: int) -> None:
    colours = palette.sequential(count)
    assert len(set(colours)) == count
    assert not {palette.UNKNOWN_COLOUR, palette.ZERO_COLOUR} & set(colours)


def test_colours_get_evenly_darker_so_that_they_read_in_grey() -> None:
    lightness = [_luminance(colour) for colour in COLOURS]
    assert lightness == sorted(lightness, reverse=True)
    assert all(high - low > 0.02 for high, low in itertools.pairwise(lightness))


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
    for figure in (choropleth(points, COLOURS, GEOMETRY, COUNTIES), trend(national, selected)):
        layout = figure.to_plotly_json()["layout"]
        assert not {"title", "annotations", "legend", "shapes", "images"} & layout.keys()
        assert figure.layout.template.layout.showlegend is False


def test_same_input_same_figure_and_the_input_stays_as_it_was(
    points: pd.DataFrame, national: pd.DataFrame, selected: pd.DataFrame
) -> None:
    kept = [frame.copy(deep=True) for frame in (points, national, selected)]
    maps = [choropleth(points, COLOURS, GEOMETRY, COUNTIES) for _ in range(2)]
    trends = [trend(national, selected) for _ in range(2)]
    assert maps[0] == maps[1]
    assert trends[0] == trends[1]
    trends[0].update_layout(margin={"l": 999}, xaxis={"dtick": 5})
    assert trend(national, selected) == trends[1]
    for frame, before in zip((points, national, selected), kept, strict=True):
        pd.testing.assert_frame_equal(frame, before)


def test_a_notebook_draws_them_without_the_application() -> None:
    program = (
        "import sys, dashboard.pages.map.choropleth, dashboard.pages.map.trend;"
        "print({'dash', 'fastapi', 'starlette', 'duckdb', 'dashboard.app'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "set()"


def _luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
