"""Savivalda for notebooks and scripts: opens the atlas and gives tidy frames.

    import savivalda

    atlas = savivalda.open()                                # a database of this machine
    atlas = savivalda.open("https://nipc.example/atlas")    # one that runs somewhere

    atlas.tables()
    atlas.figures("ngo_competition_share", year_from=2020)
    atlas.map(atlas.municipalities())                       # with shapes, as a GeoDataFrame
    atlas.picture("relation", other_indicator="density")    # to be shown, or saved as SVG or PNG

`savivalda.statistics` has what is reckoned beside them. Every frame carries its source, version,
units and marks in ``attrs``; see `OpenAtlas.table`.
"""

from savivalda.atlas import OpenAtlas
from savivalda.errors import (
    AtlasError,
    CannotAsk,
    CannotOpen,
    Demonstration,
    NoAnswer,
    NotInstalled,
)
from savivalda.opening import open  # noqa: A004 - read as `savivalda.open`
from savivalda.picture import AtlasPicture

__all__ = [
    "AtlasError",
    "AtlasPicture",
    "CannotAsk",
    "CannotOpen",
    "Demonstration",
    "NoAnswer",
    "NotInstalled",
    "OpenAtlas",
    "open",
]
