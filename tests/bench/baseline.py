"""The plain page that the atlas is measured against, written as a good tutorial would.

It has what such a page has: a DataFrame read once, `px.choropleth` with the boundaries inside the
figure, a slider, a dropdown, and a callback that builds the figure of the year asked for. It gets
every advantage that costs a tutorial nothing: the same data, boundaries, size of map, server
(uvicorn), compression and fixed colour range; its base map comes from its own host and is empty.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

from geo.boundaries import load_boundaries
from geo.places import municipalities

if TYPE_CHECKING:
    from fastapi import FastAPI
    from plotly.graph_objects import Figure

ASSETS = Path(__file__).parent / "assets"
DATA = "BASELINE_DATA"
"""Environment variable: the CSV file with the columns of `create_baseline`'s frame."""

SIZE = "BASELINE_SIZE"
"""Environment variable: size of the map, "width,height" in CSS px."""

PROJECTION = {"type": "conic conformal", "parallels": [54, 56.3], "rotation": {"lon": 24}}


def create_baseline(frame: pd.DataFrame, size: tuple[float, float]) -> Dash:
    """Make the page.

    Args:
        frame: one row per indicator × municipality × year: indicator, municipality (code), name,
            year, value (NaN where unknown).
        size: width and height of the map, CSS px.
    """
    codes = {place.code for place in municipalities()}
    features = [item for item in load_boundaries()["features"] if item["id"] in codes]
    geojson = {"type": "FeatureCollection", "features": features}
    indicators, years = list(frame["indicator"].unique()), sorted(frame["year"].unique())
    ranges = frame.groupby("indicator")["value"].agg(["min", "max"])

    app = Dash(
        __name__,
        backend="fastapi",
        assets_folder=str(ASSETS),
        compress=True,
        serve_locally=True,
        title="Baseline",
    )
    app.layout = html.Div(
        [
            html.H1("Municipalities"),
            dcc.Dropdown(indicators, indicators[0], id="indicator", clearable=False),
            dcc.Graph(
                id="map",
                style={"width": f"{size[0]}px", "height": f"{size[1]}px"},
                config={"topojsonURL": "/assets/"},
            ),
            dcc.Slider(
                int(years[0]),
                int(years[-1]),
                step=1,
                value=int(years[-1]),
                marks={int(year): str(year) for year in years},
                id="year",
            ),
        ]
    )

    @app.callback(Output("map", "figure"), Input("year", "value"), Input("indicator", "value"))
    def update_map(year: int, indicator: str) -> Figure:
        shown = frame[(frame["year"] == year) & (frame["indicator"] == indicator)]
        low, high = ranges.loc[indicator]
        return draw(shown, geojson, (low, high))

    return app


def draw(frame: pd.DataFrame, geojson: dict[str, Any], limits: tuple[float, float]) -> Figure:
    """The figure of one year."""
    figure = px.choropleth(
        frame,
        geojson=geojson,
        locations="municipality",
        color="value",
        hover_name="name",
        range_color=limits,
        color_continuous_scale="Blues",
    )
    figure.update_geos(
        visible=False,
        projection=PROJECTION,
        lonaxis_range=[20.93, 26.87],
        lataxis_range=[53.87, 56.47],
    )
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return figure


def make() -> FastAPI:
    """The ASGI application, for `uvicorn --factory tests.bench.baseline:make`."""
    width, height = os.environ[SIZE].split(",")
    frame = pd.read_csv(os.environ[DATA], dtype={"municipality": str})
    server: FastAPI = create_baseline(frame, (float(width), float(height))).server
    return server
