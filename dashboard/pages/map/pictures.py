"""The pictures of a view, by the functions of charts/."""

from __future__ import annotations

import json
from functools import cache
from math import cos, log, pi, radians, sin, tan

from markupsafe import Markup

from geo.boundaries import BOUNDARIES, label_points
from geo.places import municipalities


def _proj(lon, lat):
    a, b = radians(54), radians(56.3)
    t = lambda y: tan((pi / 2 + y) / 2)
    n = log(cos(a) / cos(b)) / log(t(b) / t(a))
    f = cos(a) * t(a) ** n / n
    r = f / t(radians(lat)) ** n
    x = radians(lon - 24)
    return r * sin(n * x), f - r * cos(n * x)


@cache
def _paths():
    fc = json.loads(BOUNDARIES.read_text())
    lon, lat = (20.6, 26.95), (53.87, 56.47)
    pts = [_proj(lon[0] + (lon[1] - lon[0]) * i / 50, y) for y in lat for i in range(51)]
    x0, x1 = min(p[0] for p in pts), max(p[0] for p in pts)
    y0, y1 = min(p[1] for p in pts), max(p[1] for p in pts)
    k = 2000 / (x1 - x0)
    h = (y1 - y0) * k

    def d(geom):
        out = []
        polys = geom["coordinates"] if geom["type"] == "MultiPolygon" else [geom["coordinates"]]
        for poly in polys:
            for ring in poly:
                q = [_proj(*c) for c in ring]
                out.append(
                    "M" + "L".join(f"{(x - x0) * k:.0f} {h - (y - y0) * k:.0f}" for x, y in q) + "Z"
                )
        return "".join(out)

    pts = {
        c: ((_proj(*p)[0] - x0) * k, h - (_proj(*p)[1] - y0) * k) for c, p in label_points().items()
    }
    return {f["id"]: d(f["geometry"]) for f in fc["features"]}, h, pts


def map_picture(shown, atlas, words):
    paths, h, pts = _paths()
    g = "".join(
        f'<path data-code="{m.code}" fill="{shown.colour(i)}" stroke="#fff" stroke-width=".7" vector-effect="non-scaling-stroke" d="{paths[m.code]}"/>'
        for i, m in enumerate(municipalities())
    )
    s = "".join(
        f'<text x="{pts[m.code][0]:.0f}" y="{pts[m.code][1]:.0f}" font-size="40">{shown.glyph(i) or " "}</text>'
        for i, m in enumerate(municipalities())
    )
    dots = "".join(
        f'<circle data-code="{m.code}" cx="{pts[m.code][0]:.0f}" cy="{pts[m.code][1]:.0f}" r="19" fill="{shown.colour(i)}" stroke="#333"/>'
        for i, m in enumerate(municipalities())
        if m.area_km2 < 100
    )
    names = "".join(
        f'<text x="{pts[m.code][0]:.0f}" y="{pts[m.code][1]:.0f}" font-size="30">{m.name_lt}</text>'
        for m in municipalities()
    )
    return Markup(
        f'<svg class="map-svg" viewBox="0 0 2000 {h:.0f}" aria-hidden="true"><g class="places">{g}</g><g class="signs">{s}</g><g class="dots">{dots}</g><g class="names" style="display:none">{names}</g></svg>'
    )


def trend_picture(shown, words):
    return Markup("")
