"""The map of the country."""

from __future__ import annotations

from functools import partial

from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import map_slide

KIND = SceneKind(
    "map", 3, ("indicator", "unit", "area", "year", "select"), partial(map_slide, close=False)
)
