"""Pure geometry: one set of polygons without gaps or overlaps in, a lighter such set out.

Everything works on the coverage as a whole. Polygons simplified one by one come apart at their
borders, and a single self-crossing ring makes d3-geo paint the whole globe.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.errors import BoundaryError

LKS94: Final = 3346  # Lithuania's own projection, in metres
WGS84: Final = 4326
DECIMALS: Final = 4  # of a degree: about 11 m north-south, far below the tolerances

SMALL_KM2: Final = 160.0  # towns, Birštonas and Neringa; every other one is over 400 km²


@dataclass(frozen=True)
class Detail:
    """How much of the lines stays.

    Attributes:
        small_metres: Tolerance for the small municipalities.
        metres: Tolerance for all else.
        most: Relative error of an area that is still accepted.
    """

    small_metres: float
    metres: float
    most: float


FINE: Final = Detail(400.0, 800.0, 0.03)
SMALL: Final = Detail(800.0, 2_000.0, 0.05)


def simplify(coverage: gpd.GeoSeries, detail: Detail = FINE) -> gpd.GeoSeries:
    """Lighten a coverage in metres: small municipalities finely, the rest coarsely.

    A tolerance that suits a district of 1,500 km² disfigures a town of 40. So all lines are first
    simplified finely; then the small ones are taken out, which turns their outlines into borders
    of a hole that the coarse pass must keep, and put back where they fit exactly. A frame around
    the country makes its outline an inner line, so the coarse pass works on that too.

    Args:
        coverage: Polygons in EPSG:3346, indexed by municipality code.
        detail: The two tolerances.

    Returns:
        The same index; still a valid coverage.
    """
    fine = coverage.simplify_coverage(detail.small_metres)
    small = coverage.area < SMALL_KM2 * 1e6
    country = shapely.coverage_union_all(fine.to_numpy())
    frame = shapely.box(*fine.total_bounds).buffer(20_000).difference(country)
    rest = pd.concat([fine[~small], gpd.GeoSeries({"frame": frame}, crs=LKS94)])
    coarse = rest.simplify_coverage(detail.metres, simplify_boundary=False).drop("frame")
    return pd.concat([coarse, fine[small]]).reindex(coverage.index)


def to_degrees(coverage: gpd.GeoSeries) -> gpd.GeoSeries:
    """Longitude and latitude, rounded alike on both sides of a border, clockwise outside."""
    degrees = coverage.to_crs(WGS84)
    rounded = shapely.transform(degrees.to_numpy(), lambda xy: np.round(xy, DECIMALS))
    return gpd.GeoSeries(_tidy(rounded), index=coverage.index, crs=WGS84)


def dissolve(coverage: gpd.GeoSeries, region: pd.Series) -> gpd.GeoSeries:
    """Outlines of regions, made of the very vertices of their parts.

    Args:
        coverage: Polygons by municipality code.
        region: Region of each, with the same index.
    """
    parts = coverage.groupby(region)
    whole = parts.apply(lambda part: shapely.coverage_union_all(part.to_numpy()))
    return gpd.GeoSeries(_tidy(whole.to_numpy()), index=whole.index, crs=coverage.crs)


def label_points(degrees: gpd.GeoSeries) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the centre of the largest circle that fits into each polygon."""
    circles = shapely.maximum_inscribed_circle(degrees.to_crs(LKS94).to_numpy(), tolerance=10)
    centres = gpd.GeoSeries(shapely.get_point(circles, 0), index=degrees.index, crs=LKS94)
    points = centres.to_crs(WGS84)
    return {
        code: (round(point.x, DECIMALS), round(point.y, DECIMALS)) for code, point in points.items()
    }


def neighbours(coverage: gpd.GeoSeries) -> list[tuple[str, str]]:
    """Pairs of codes that share a line, each pair in both orders, sorted."""
    first, second = coverage.sindex.query(coverage.to_numpy(), predicate="touches")
    shapes = coverage.to_numpy()
    shared = shapely.length(shapely.intersection(shapes[first], shapes[second])) > 0
    codes = coverage.index.to_numpy()
    return sorted(zip(codes[first[shared]], codes[second[shared]], strict=True))


def area_errors(degrees: gpd.GeoSeries, register_km2: pd.Series) -> pd.Series:
    """Relative error of each area against the register's (0.01 is one per cent)."""
    km2: pd.Series = degrees.to_crs(LKS94).area / 1e6
    return km2 / register_km2.reindex(km2.index) - 1


def check(degrees: gpd.GeoSeries, register_km2: pd.Series, detail: Detail = FINE) -> None:
    """Make sure that the result may be drawn.

    Raises:
        BoundaryError: A shape is invalid or in pieces, borders do not fit together, an area is
            off by more than the detail allows, or the whole by more than 0.5 %; the message says
            where.
    """
    bad = sorted(degrees.index[~degrees.is_valid | (degrees.geom_type != "Polygon")])
    if bad:
        raise BoundaryError(f"not a valid polygon after simplification: {', '.join(bad)}")
    if not degrees.is_valid_coverage():
        raise BoundaryError("borders of neighbours no longer fit together")
    errors = area_errors(degrees, register_km2)
    off = errors[errors.abs() > detail.most]
    if len(off):
        listed = ", ".join(f"{code} {error:+.1%}" for code, error in off.items())
        raise BoundaryError(
            f"areas differ from the register's by more than {100 * detail.most:.0f} %: {listed}"
        )
    total = float((errors * register_km2).sum() / register_km2.sum())
    if abs(total) > 0.005:
        raise BoundaryError(f"the whole area differs from the register's by {total:+.2%}")


def _tidy(polygons: np.ndarray) -> np.ndarray:
    """One canonical form: fixed first vertex and part order, exterior rings clockwise."""
    tidied: np.ndarray = shapely.orient_polygons(shapely.normalize(polygons), exterior_cw=True)
    return tidied
