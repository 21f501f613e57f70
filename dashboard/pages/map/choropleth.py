"""The choropleth of the 60 municipalities, with county outlines, small cities and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.template import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

DOT = 15
"""Diameter of a small municipality's marker, px."""

BELOW = 2
"""Classes below the lowest one: no figure, declared zero."""

# Conic conformal with these parallels gives the shape that people know; the ranges are fixed
# because plotly cannot fit its bounds to a geometry that is given by address.
GEO = {
    "visible": False,
    "bgcolor": "rgba(0,0,0,0)",
    "projection": {"type": "conic conformal", "parallels": [54, 56.3], "rotation": {"lon": 24}},
    "lonaxis": {"range": [20.6, 26.95]},
    "lataxis": {"range": [53.87, 56.47]},
}


def choropleth(
    frame: pd.DataFrame, colours: Sequence[str], geometry: str, counties: Sequence[str]
) -> go.Figure:
    """A map of one year.

    Args:
        frame: One row a municipality: `code`, `cls` (0 is the lowest class, -1 a declared zero,
            -2 no figure), `glyph` (a sign for a state, or a space), `lon`, `lat` (label point, °),
            `small` (whether it gets a marker, so that it can be seen and hit), `label` (its name
            on the map).
        colours: Colour of each class, lowest first.
        geometry: Address of the boundaries, a FeatureCollection with municipality codes and
            county codes as ids.
        counties: County ids.

    Returns:
        A figure with five traces: municipalities, county outlines, signs, markers of the small
        ones, names (hidden).
    """
    scale = [palette.UNKNOWN_COLOUR, palette.ZERO_COLOUR, *colours]
    small = frame[frame["small"]]
    point = {"lon": frame["lon"], "lat": frame["lat"], "hoverinfo": "skip"}
    return go.Figure(
        data=[
            go.Choropleth(
                geojson=geometry,
                locations=frame["code"],
                z=frame["cls"],
                zmin=-BELOW - 0.5,
                zmax=len(colours) - 0.5,
                colorscale=palette.stepwise(scale),
                showscale=False,
                hoverinfo="none",
                marker={"line": {"color": palette.LINE_COLOUR, "width": 0.7}},
            ),
            go.Choropleth(
                geojson=geometry,
                locations=list(counties),
                z=[0] * len(counties),
                colorscale=[(0, "rgba(0,0,0,0)"), (1, "rgba(0,0,0,0)")],
                showscale=False,
                hoverinfo="skip",
                marker={"line": {"color": palette.COUNTY_COLOUR, "width": 1.1}},
            ),
            go.Scattergeo(
                **point,
                mode="text",
                text=frame["glyph"],
                textfont={"size": 15, "color": palette.GLYPH_COLOUR},
            ),
            go.Scattergeo(
                lon=small["lon"],
                lat=small["lat"],
                customdata=small["code"],
                mode="markers",
                hoverinfo="none",
                marker={
                    "size": DOT,
                    "color": [scale[cls + BELOW] for cls in small["cls"]],
                    "opacity": 1,
                    "line": {"color": palette.COUNTY_COLOUR, "width": 1},
                },
            ),
            go.Scattergeo(
                **point,
                mode="text",
                text=frame["label"],
                textposition="bottom center",
                textfont={"size": 12, "color": palette.NAME_COLOUR, "shadow": palette.HALO},
                visible=False,
            ),
        ],
        layout={"template": TEMPLATE, "geo": GEO, "dragmode": False},
    )
