"""The drawn shapes as geometry, for analysis: needs geopandas, which the atlas itself does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import geopandas as gpd
import pandas as pd

from geo.boundaries import load_boundaries
from geo.places import counties, municipalities

if TYPE_CHECKING:
    Region = Literal["municipality", "county"]

DRAWN_IN: Final = 4326  # WGS 84 longitude and latitude


def shapes(region: Region) -> gpd.GeoSeries:
    """The shape of every municipality or county.

    Args:
        region: Of which of them.

    Returns:
        Valid polygons in EPSG:4326 by code, "13" or "10"; areas and lengths want `to_crs(3346)`,
        metres, and are those of generalised lines. Source: Registrų centras, CC BY 4.0.
    """
    codes = (
        {place.code: place.code for place in municipalities()}
        if region == "municipality"
        else {county.nuts3: county.code for county in counties()}
    )
    drawn = load_boundaries()["features"]
    features = [feature for feature in drawn if feature["id"] in codes]
    frame = gpd.GeoDataFrame.from_features(features, crs=DRAWN_IN)
    index = pd.Index([codes[feature["id"]] for feature in features], name=region)
    return gpd.GeoSeries(frame.geometry.to_numpy(), index=index, crs=DRAWN_IN)


def with_shapes(frame: pd.DataFrame, column: str, region: Region) -> gpd.GeoDataFrame:
    """The rows of a frame, each with the shape of the municipality or county that it names.

    Args:
        frame: Any; what it carries in `attrs` is carried on.
        column: Its column of codes; a row without a code has no shape.
        region: What the codes are of.

    Returns:
        The same rows in the same order, with the column geometry last.

    Raises:
        KeyError: A code is that of no shape; its argument are those codes.
    """
    known = shapes(region)
    given = frame[column]
    strange = sorted(set(given.dropna().astype(str)) - set(known.index))
    if strange:
        raise KeyError(*strange)
    geometry = known.reindex(given.to_numpy()).to_numpy()
    joined = gpd.GeoDataFrame(frame.copy(), geometry=geometry, crs=DRAWN_IN)
    joined.attrs = dict(frame.attrs)
    return joined
