"""What a picture of stacked years shows, with every text already written."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.picture import UNCAPTIONED, Caption


@dataclass(frozen=True)
class StackedYear:
    """A year: its shares, written too; None where it has no figures."""

    year: int
    shares: tuple[float, float, float] | None = None
    texts: tuple[str, str, str] = ("", "", "")
    said: str = ""


@dataclass(frozen=True)
class StackedLine:
    """The small share of another one over the years; one without a colour is that of all."""

    name: str
    values: tuple[float | None, ...]
    colour: str = ""


@dataclass(frozen=True)
class StackedYearsPicture:
    """Years from the left.

    Attributes:
        years: Each with its shares.
        parts: What the colours mean.
        alone: What the lower plot shows.
        lines: Drawn in the lower plot.
        now: The year that is looked at.
        caption: Used in the framed picture only.
    """

    years: tuple[StackedYear, ...]
    parts: tuple[str, str, str]
    alone: str
    lines: tuple[StackedLine, ...] = ()
    now: int | None = None
    caption: Caption = UNCAPTIONED
