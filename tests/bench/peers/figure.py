"""The map that the peers show: the baseline's figures, in five classes, as a good tutorial would.

The classes are quantiles over all years of an indicator, as the atlas's are; one trace in stepped
colours, because a trace for each class would carry the boundaries five times.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.express as px

from geo.boundaries import load_boundaries
from geo.places import municipalities

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

COLOURS = ("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c")
PROJECTION = {"type": "conic conformal", "parallels": [54, 56.3], "rotation": {"lon": 24}}
CLASSES = len(COLOURS)
SIZE = tuple(float(part) for part in os.environ.get("BASELINE_SIZE", "770,454").split(","))


def read_figures() -> pd.DataFrame:
    """The table of `BASELINE_DATA`: indicator, municipality (code), name, year, value."""
    return pd.read_csv(os.environ["BASELINE_DATA"], dtype={"municipality": str})


def boundaries() -> dict[str, Any]:
    """The municipalities' outlines, as GeoJSON."""
    codes = {place.code for place in municipalities()}
    features = [item for item in load_boundaries()["features"] if item["id"] in codes]
    return {"type": "FeatureCollection", "features": features}


def draw(frame: pd.DataFrame, geojson: dict[str, Any], indicator: str, year: int) -> Figure:
    """The map of a year.

    Args:
        frame: as `read_figures` gives it.
        geojson: as `boundaries` gives it.
        indicator: one of the frame's.
        year: one of the frame's.
    """
    known = frame[(frame["indicator"] == indicator) & frame["value"].notna()]
    classes, edges = pd.qcut(known["value"], CLASSES, labels=False, retbins=True, duplicates="drop")
    count = len(edges) - 1
    shown = known.assign(number=classes)[known["year"] == year]
    figure = px.choropleth(
        shown,
        geojson=geojson,
        locations="municipality",
        color="number",
        hover_name="name",
        hover_data={"value": ":.2f", "number": False, "municipality": False},
        range_color=(-0.5, count - 0.5),
        color_continuous_scale=_steps(count),
    )
    figure.update_coloraxes(
        colorbar={
            "title": "",
            "tickvals": list(range(count)),
            "ticktext": [f"{edges[n]:.2f}–{edges[n + 1]:.2f}" for n in range(count)],
        }
    )
    figure.update_geos(
        visible=False,
        projection=PROJECTION,
        lonaxis_range=[20.93, 26.87],
        lataxis_range=[53.87, 56.47],
    )
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0}, width=SIZE[0], height=SIZE[1], autosize=False
    )
    return figure


def _steps(count: int) -> list[tuple[float, str]]:
    """A scale that changes from colour to colour without passage."""
    return [
        (end / count, colour)
        for number, colour in enumerate(COLOURS[-count:])
        for end in (number, number + 1)
    ]
