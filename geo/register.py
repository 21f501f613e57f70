"""Reads the register's municipal boundaries, from Registrų centras or those who pass them on.

The file says little that can be trusted: GeoJSON in metres often names no reference system, and
field names come in either case. So the coordinates themselves tell the system, and every code is
held against a county or a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import geopandas as gpd
import shapely

from geo.coverage import LKS94, WGS84
from geo.errors import AmbiguousPlace, BoundaryError, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import pandas as pd

CODE: Final = "SAV_KODAS"
COUNTY: Final = "APS_KODAS"
NAME: Final = "SAV_PAV"

# West, south, east, north of Lithuania, with some room.
DEGREES: Final = (20.0, 53.5, 27.5, 57.0)
METRES: Final = (280_000.0, 5_950_000.0, 700_000.0, 6_280_000.0)


def read_source(path: Path) -> gpd.GeoSeries:
    """The register's polygons.

    Args:
        path: TopoJSON or GeoJSON of the 60 municipalities in EPSG:4326 or EPSG:3346, with
            SAV_KODAS, and APS_KODAS or SAV_PAV to hold it against.

    Returns:
        Polygons in EPSG:3346 indexed by municipality code, in the order of the codes.

    Raises:
        BoundaryError: The file cannot be read, lies elsewhere, or fields or municipalities are
            missing, unknown, in another county or of another name than we know.
    """
    if not path.is_file():
        raise BoundaryError(f"{path}: no such file")
    try:
        frame = gpd.read_file(path)
    except Exception as error:  # GDAL's readers have no common error
        raise BoundaryError(f"{path}: not a boundary file that GDAL can read ({error})") from error
    frame = frame.rename(
        columns={name: name.upper() for name in frame.columns if name != "geometry"}
    )
    codes = _codes(path, frame)
    shapes = gpd.GeoSeries(_flat(path, frame), index=codes)
    source = shapes.set_crs(_reference(path, shapes)).sort_index().to_crs(LKS94)
    if not source.is_valid_coverage():
        raise BoundaryError(f"{path}: municipalities overlap or their borders do not match")
    return source


def _codes(path: Path, frame: pd.DataFrame) -> list[str]:
    """The code of each row, held against what else the row says."""
    missing = [] if CODE in frame.columns else [CODE]
    if not {COUNTY, NAME} & {*frame.columns}:
        missing.append(COUNTY)
    if missing:
        raise BoundaryError(f"{path}: fields missing: {missing}; seen: {[*frame.columns]}")
    codes = _two_digits(frame[CODE])
    _check_codes(path, codes)
    if COUNTY in frame.columns:
        _check_counties(path, dict(zip(codes, _two_digits(frame[COUNTY]), strict=True)))
    if NAME in frame.columns:
        _check_names(path, dict(zip(codes, map(str, frame[NAME]), strict=True)))
    return codes


def _flat(path: Path, frame: gpd.GeoDataFrame) -> np.ndarray:
    """Polygons without heights; a multipolygon of one part is that part."""
    if not frame.geom_type.isin(("Polygon", "MultiPolygon")).all() or frame.is_empty.any():
        raise BoundaryError(f"{path}: every municipality needs a polygon")
    shapes = shapely.force_2d(frame.geometry.to_numpy())
    first = shapely.get_geometry(shapes, 0)
    single: np.ndarray = shapely.get_num_geometries(shapes) == 1
    shapes[single] = first[single]
    flat: np.ndarray = shapes
    return flat


def _reference(path: Path, shapes: gpd.GeoSeries) -> int:
    """The reference system that the coordinates can only be in."""
    west, south, east, north = shapes.total_bounds
    for system, box in ((WGS84, DEGREES), (LKS94, METRES)):
        if box[0] <= west < east <= box[2] and box[1] <= south < north <= box[3]:
            return system
    raise BoundaryError(
        f"{path}: coordinates are neither degrees (EPSG:4326) nor metres (EPSG:3346, easting "
        f"first) in Lithuania: west {west:.6g}, south {south:.6g}, east {east:.6g}, "
        f"north {north:.6g}"
    )


def _two_digits(values: pd.Series) -> list[str]:
    return [str(value).strip().removesuffix(".0").zfill(2) for value in values]


def _check_codes(path: Path, codes: list[str]) -> None:
    known = {place.code for place in municipalities()}
    absent, strange = sorted(known.difference(codes)), sorted({*codes} - known)
    if absent or strange or len(codes) != len(known):
        raise BoundaryError(
            f"{path}: {len(known)} municipalities are needed, one row each; {len(codes)} rows, "
            f"missing: {absent}, unknown: {strange}"
        )


def _check_counties(path: Path, county_of: dict[str, str]) -> None:
    known = {place.code: place.county for place in municipalities()}
    moved = [code for code, county in sorted(county_of.items()) if known[code] != county]
    if moved:
        raise BoundaryError(f"{path}: in another county than municipalities.csv says: {moved}")


def _check_names(path: Path, name_of: dict[str, str]) -> None:
    renamed = [f"{code} {name}" for code, name in sorted(name_of.items()) if not _is(code, name)]
    if renamed:
        raise BoundaryError(f"{path}: of another name than municipalities.csv says: {renamed}")


def _is(code: str, name: str) -> bool:
    try:
        return find_municipality(name).code == code
    except (AmbiguousPlace, UnknownPlace):
        return False
