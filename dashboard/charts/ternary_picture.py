"""What a map of mixtures shows, with every text already written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.charts.picture import UNCAPTIONED, Caption, PicturedPlace, Selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.ternary import Mixture


@dataclass(frozen=True)
class TernaryDot:
    """A municipality in the triangle.

    Attributes:
        code: Its code.
        mixture: Where it lies.
        name: Its short name, written where it is selected.
        hollow: Whether it does not count, or not quite.
        colour: Of a selected one; empty for the others.
        shape: Number of the marker of a selected one.
    """

    code: str
    mixture: Mixture
    name: str
    hollow: bool = False
    colour: str = ""
    shape: int = 0


@dataclass(frozen=True)
class TernaryLine:
    """A line of one real share across the triangle.

    Attributes:
        part: Of which part it is the share.
        ends: From edge to edge.
        label: The share.
        full: The same with its part, for the uppermost line of a part.
    """

    part: int
    ends: tuple[Mixture, Mixture]
    label: str
    full: str = ""


@dataclass(frozen=True)
class TernaryPicture:
    """A map of mixtures and the triangle that explains its colours.

    Attributes:
        places: All municipalities, in the order of `geo.places.municipalities()`.
        dots: Those that have a mixture.
        parts: The names of the three parts.
        lines: Real shares.
        mean: The mixture that all together have, and what it is called.
        selected: In the order of their choice.
        said: By code, name and figures in words.
        paths: By code, where a click on it leads.
        unknown: Says what hatching means; empty where nothing is hatched.
        caption: Used in the framed picture only.
    """

    places: tuple[PicturedPlace, ...]
    dots: tuple[TernaryDot, ...]
    parts: tuple[str, str, str]
    lines: tuple[TernaryLine, ...] = ()
    mean: tuple[Mixture, str] | None = None
    selected: tuple[Selected, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    unknown: str = ""
    caption: Caption = UNCAPTIONED
