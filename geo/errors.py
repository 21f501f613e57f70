"""What can go wrong with places, each with the words that help to mend it.

GeoError
├── AmbiguousPlace    the name fits several municipalities; `candidates` lists them
├── UnknownPlace      the name fits none; `nearest` lists those spelled most alike
└── BoundaryError     a boundary source, or what was made of it, is not what it must be
"""

from __future__ import annotations


class GeoError(Exception):
    """Any error of this package."""


class AmbiguousPlace(GeoError):
    """A spelling that fits more than one municipality.

    Attributes:
        spelling: What was looked up, as it was given.
        candidates: Short Lithuanian names of the municipalities that it fits.
    """

    def __init__(self, spelling: str, candidates: tuple[str, ...]) -> None:
        self.spelling = spelling
        self.candidates = candidates
        super().__init__(f"{spelling!r} fits several municipalities: {', '.join(candidates)}")


class UnknownPlace(GeoError):
    """A spelling that fits no municipality.

    Attributes:
        spelling: What was looked up, as it was given.
        nearest: Short Lithuanian names of those spelled most alike, best first; may be empty.
    """

    def __init__(self, spelling: str, nearest: tuple[str, ...]) -> None:
        self.spelling = spelling
        self.nearest = nearest
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no municipality is called {spelling!r}{hint}")


class BoundaryError(GeoError):
    """A boundary source lacks something, or the result breaks a promise; nothing was written."""
