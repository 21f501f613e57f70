"""The map of the deck's municipalities, with names and figures on it."""

from __future__ import annotations

from functools import partial

from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import map_slide

KIND = SceneKind(
    "county_map", 4, ("indicator", "unit", "area", "year", "select"), partial(map_slide, close=True)
)
