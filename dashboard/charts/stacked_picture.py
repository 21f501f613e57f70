"""What stacked rows show, with every text already written."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.picture import UNCAPTIONED, Caption


@dataclass(frozen=True)
class StackedRow:
    """A whole and its parts.

    Attributes:
        name: Whose.
        shares: Of the three parts; they add up to one.
        texts: The same, written.
        said: Name and shares in words.
        path: Where a click leads; empty for nowhere.
        colour: Of a selected one.
        whole: Whether it is that of all together, which stands out.
        counts: Whether it counts.
    """

    name: str
    shares: tuple[float, float, float]
    texts: tuple[str, str, str]
    said: str = ""
    path: str = ""
    colour: str = ""
    whole: bool = False
    counts: bool = True


@dataclass(frozen=True)
class StackedPicture:
    """Rows from the top; `parts` say what the colours mean, `empty` what is said without rows."""

    rows: tuple[StackedRow, ...]
    parts: tuple[str, str, str]
    empty: str = ""
    caption: Caption = UNCAPTIONED
