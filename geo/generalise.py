"""Makes the boundary files from the register's lines: ``python -m geo.generalise SOURCE``.

SOURCE is a TopoJSON or GeoJSON file of the 60 municipalities with the register's fields, in degrees
or in metres (see ``geo.register``). Either every file is written or none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

from geo import coverage
from geo.boundaries import BOUNDARIES, NEIGHBOURS, POINTS, SMALL_BOUNDARIES
from geo.errors import BoundaryError
from geo.places import municipalities
from geo.register import read_source
from geo.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence


def make(source: gpd.GeoSeries) -> dict[str, str]:
    """The text of every boundary file, by file name.

    Args:
        source: Polygons in EPSG:3346 by municipality code.

    Raises:
        BoundaryError: The result may not be drawn (see ``coverage.check``).
    """
    degrees = _drawn(source, coverage.FINE)
    points = coverage.label_points(degrees).items()
    return {
        BOUNDARIES.name: _geojson(_with_counties(degrees)),
        SMALL_BOUNDARIES.name: _geojson(_with_counties(_drawn(source, coverage.SMALL))),
        POINTS.name: _csv("code,lon,lat", [(code, *point) for code, point in points]),
        NEIGHBOURS.name: _csv("code,neighbour", coverage.neighbours(degrees)),
    }


def _drawn(source: gpd.GeoSeries, detail: coverage.Detail) -> gpd.GeoSeries:
    """Simplified, in degrees, and checked."""
    register_km2 = pd.Series({place.code: place.area_km2 for place in municipalities()})
    degrees = coverage.to_degrees(coverage.simplify(source, detail))
    coverage.check(degrees, register_km2, detail)
    return degrees


def _with_counties(degrees: gpd.GeoSeries) -> gpd.GeoSeries:
    """The municipalities, then the counties that they make up."""
    nuts3 = pd.Series({place.code: place.nuts3 for place in municipalities()})
    return pd.concat([degrees, coverage.dissolve(degrees, nuts3.reindex(degrees.index))])


def summary(text: str) -> str:
    """What a boundary file weighs and how true it is, in one line."""
    frame = gpd.GeoDataFrame.from_features(json.loads(text), crs=coverage.WGS84)
    codes = [feature["id"] for feature in json.loads(text)["features"]]
    shapes = frame.geometry.set_axis(codes)
    areas = pd.Series({place.code: place.area_km2 for place in municipalities()})
    errors = coverage.area_errors(shapes[shapes.index.isin(areas.index)], areas)
    total = float((errors * areas).sum() / areas.sum())
    vertices = shapes.count_coordinates()
    return (
        f"{vertices[errors.index].sum():,} vertices in 60 municipalities, "
        f"{vertices.drop(errors.index).sum():,} in 10 counties; "
        f"{len(gzip.compress(text.encode(), 9)):,} bytes gzipped; area error at most "
        f"{errors.abs().max():.2%} ({errors.abs().idxmax()}), median {errors.abs().median():.2%}, "
        f"whole country {total:+.4%}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Command line: make, check, then write beside the code; 0 when done, 1 when refused."""
    parser = argparse.ArgumentParser(prog="python -m geo.generalise", description=__doc__)
    parser.add_argument("source", type=Path, help="TopoJSON or GeoJSON of the municipalities")
    parser.add_argument("--into", type=Path, default=FOLDER, help="folder (default: geo itself)")
    options = parser.parse_args(arguments)
    try:
        texts = make(read_source(options.source))
    except BoundaryError as error:
        sys.stderr.write(f"nothing written: {error}\n")
        return 1
    for name, text in texts.items():
        (options.into / f"{name}.new").write_text(text, encoding="utf-8", newline="\n")
    for name in texts:
        (options.into / f"{name}.new").replace(options.into / name)
    for path in (BOUNDARIES, SMALL_BOUNDARIES):
        sys.stdout.write(f"{path.name}: {summary(texts[path.name])}\n")
    return 0


def _geojson(shapes: gpd.GeoSeries) -> str:
    """One feature a line, so that a change can be read in a diff."""
    features = ",\n".join(
        f'{{"type":"Feature","id":"{code}","properties":{{}},"geometry":{shapely.to_geojson(shape)}}}'
        for code, shape in shapes.items()
    )
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]}}\n'


def _csv(header: str, rows: Sequence[tuple[object, ...]]) -> str:
    return "\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
