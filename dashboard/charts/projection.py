"""Degrees to places in a picture: the conic conformal projection just as plotly and d3 draw it.

How plotly fits a map into a place: it lays a box of degrees (both ranges, drawn in by 0.001°) into
it by d3's `fitExtent`, which gives the scale, then moves `geo.center` to the middle of the
place. `WIDTH` × `HEIGHT` is that box of degrees. So an svg with this viewBox that keeps its aspect
(`xMidYMid meet`) and plotly's map in the same place lie over each other, as long as plotly's ranges
are `LON` and `LAT` and its centre is said to be their middle, which is not its default. A place
beside the middle is `geo.domain`; a range that is widened to fill the place makes plotly's map up
to 2 % smaller, for the parallels bend.
"""

from __future__ import annotations

from math import cos, log, pi, radians, sin, tan

PARALLELS = (54.0, 56.3)
ROTATION = 24.0
LON = (20.6, 26.95)
LAT = (53.87, 56.47)

WIDTH = 2000
"""Units of the viewBox, which are whole numbers: at 2,000 px a unit is a pixel."""

_INSIDE = 0.001


def _t(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


_FIRST, _SECOND = (cos(radians(parallel)) for parallel in PARALLELS)
_N = log(_FIRST / _SECOND) / log(_t(PARALLELS[1]) / _t(PARALLELS[0]))
_F = _FIRST * _t(PARALLELS[0]) ** _N / _N


def conic(lon: float, lat: float) -> tuple[float, float]:
    """d3's `geoConicConformalRaw`, on a sphere of radius 1; y runs north."""
    radius, angle = _F / _t(lat) ** _N, _N * radians(lon - ROTATION)
    return radius * sin(angle), _F - radius * cos(angle)


def _extent() -> tuple[float, float]:
    """Width and height of the box of degrees: its corners lie outermost, its middle lowest."""
    west, east = LON[0] + _INSIDE, LON[1] - _INSIDE
    south, north = LAT[0] + _INSIDE, LAT[1] - _INSIDE
    width = conic(east, south)[0] - conic(west, south)[0]
    return width, conic(west, north)[1] - conic(sum(LON) / 2, south)[1]


SCALE = WIDTH / _extent()[0]
"""d3's scale for this viewBox."""

HEIGHT = round(SCALE * _extent()[1])

FITTING = {
    "width": WIDTH,
    "height": HEIGHT,
    "rotation": ROTATION,
    "angle": radians(_N),
    "north": _F / _t(LAT[1] - _INSIDE) ** _N,
    "south": _F / _t(LAT[0] + _INSIDE) ** _N,
    "degree": SCALE * radians(_N) * _F / _t(sum(LAT) / 2) ** _N,
}
"""What a script needs to let plotly's map lie just over the svg in a box of any shape: the viewBox,
how the meridians turn (radians to a degree of longitude), the radii of the two outermost parallels,
and the length of a degree of longitude in the middle, in units of the viewBox."""

_MIDDLE = conic(sum(LON) / 2, sum(LAT) / 2)


def place(lon: float, lat: float) -> tuple[float, float]:
    """Where a point lies in the viewBox; y runs south."""
    x, y = conic(lon, lat)
    return WIDTH / 2 + SCALE * (x - _MIDDLE[0]), HEIGHT / 2 - SCALE * (y - _MIDDLE[1])
