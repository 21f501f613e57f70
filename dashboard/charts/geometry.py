"""The boundaries as the browser fetches them: once, by an address that names their content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from geo.boundaries import BOUNDARIES


@cache
def geometry_bytes() -> bytes:
    """The FeatureCollection of municipalities and counties."""
    return BOUNDARIES.read_bytes()


@cache
def geometry_url() -> str:
    """Its address, which changes when it does and so may be kept for ever."""
    return f"/geometry/{sha256(geometry_bytes()).hexdigest()[:12]}.geojson"
