"""The choropleth of the 60 municipalities, with county outlines, small cities and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.outlines import NARROW_KM2, SMALL_KM2, degrees
from dashboard.charts.template import TEMPLATE
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

DOT, SIGN, NAME = 16, 15, 12
"""Sizes in px on a map of usual width; the scripts let them grow with it."""

CLEAR = "rgba(0,0,0,0)"

# Conic conformal with these parallels gives the shape that people know; the ranges are fixed
# because plotly cannot fit its bounds to a geometry that is given by address.
GEO = {
    "visible": False,
    "bgcolor": CLEAR,
    "projection": {"type": "conic conformal", "parallels": [54, 56.3], "rotation": {"lon": 24}},
    "lonaxis": {"range": [20.6, 26.95]},
    "lataxis": {"range": [53.87, 56.47]},
}


def map_points(signs: Sequence[str], names: Sequence[str]) -> pd.DataFrame:
    """Where signs, markers and names stand on the map, a row a municipality.

    Args:
        signs: What stands on each, in the order of `geo.places.municipalities()`.
        names: How each is called on the map.
    """
    points = degrees()
    rows = [
        {
            "code": place.code,
            "lon": points[place.code][0],
            "lat": points[place.code][1],
            "small": place.area_km2 < SMALL_KM2,
            "narrow": place.area_km2 < NARROW_KM2,
            "glyph": sign,
            "label": name,
        }
        for place, sign, name in zip(municipalities(), signs, names, strict=True)
    ]
    return pd.DataFrame(rows)


def choropleth(frame: pd.DataFrame, geometry: str, counties: Sequence[str]) -> go.Figure:
    """The map without figures and colours, which are the scripts' and the page's.

    So a change of year or of look costs no drawing.

    Args:
        frame: One row a municipality: `code`, `glyph` (a sign for a state, or a space for one that
            a script sets), `lon`, `lat` (label point, °), `small` (whether it gets a marker, so
            that it can be seen), `narrow` (whether it can be hit beside its outline), `label` (its
            name on the map). Empty signs and names are no elements.
        geometry: Address of the boundaries, a FeatureCollection with municipality codes and
            county codes as ids.
        counties: County ids.

    Returns:
        A figure with five traces: municipalities, county outlines, markers of the small and
        (unseen) of the narrow ones, signs, names.
    """
    narrow = frame[frame["narrow"]]
    return go.Figure(
        data=[
            _areas(geometry, list(frame["code"]), "none", 0.7),
            _areas(geometry, list(counties), "skip", 1.1),
            go.Scattergeo(
                lon=narrow["lon"],
                lat=narrow["lat"],
                customdata=narrow["code"],
                mode="markers",
                hoverinfo="none",
                marker={"size": DOT, "opacity": narrow["small"].astype(int), "line": {"width": 1}},
            ),
            _texts(frame, "glyph", SIGN),
            _texts(frame, "label", NAME),
        ],
        layout={"template": TEMPLATE, "geo": GEO, "dragmode": False},
    )


def _areas(geometry: str, places: list[str], hover: str, line: float) -> go.Choropleth:
    return go.Choropleth(
        geojson=geometry,
        locations=places,
        z=[0] * len(places),
        colorscale=[(0, CLEAR), (1, CLEAR)],
        showscale=False,
        hoverinfo=hover,
        marker={"line": {"width": line}},
    )


def _texts(frame: pd.DataFrame, column: str, size: int) -> go.Scattergeo:
    found = frame[frame[column] != ""]
    return go.Scattergeo(
        lon=found["lon"],
        lat=found["lat"],
        hoverinfo="skip",
        mode="text",
        text=found[column],
        textfont={"size": size},
    )
