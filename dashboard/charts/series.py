"""What pictures of several years or of many places show, with every text already written."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.picture import UNCAPTIONED, Caption, LegendEntry


@dataclass(frozen=True)
class ChartOptions:
    """How a chart is drawn.

    Attributes:
        width: In px.
        height: In px.
        look: `light` or `dark`; the bare one takes the page's colours.
        bare: Only the lines and axes, to stand in a page (the trend alone can).
        without: Parts of the frame left out: `title`, `sentence`, `legend`, `source`, `notes`.
    """

    width: int = 1600
    height: int = 1000
    look: str = "light"
    bare: bool = False
    without: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TrendLine:
    """The figures of a municipality or of the country over the years.

    Attributes:
        code: Its code; empty for the country.
        name: As it stands in the key, with its newest figure if that is to be told.
        values: One a year; None is a gap.
        colour: Of line and markers; the country has its own.
        label: Its short name, to stand at the end of the line; none where it is empty.
        hollow: Which figures are not quite what they seem; none where it is empty.
        breaks: Which do not run on from the one before; none where it is empty.
        turns: Which are real after an invented one, or the other way: the line does not run on
            either, and needs no sign; none where it is empty.
    """

    code: str
    name: str
    values: tuple[float | None, ...]
    colour: str = ""
    label: str = ""
    hollow: tuple[bool, ...] = ()
    breaks: tuple[bool, ...] = ()
    turns: tuple[bool, ...] = ()


@dataclass(frozen=True)
class TargetLine:
    """A promised figure: a line across all years."""

    value: float
    name: str


@dataclass(frozen=True)
class TrendPicture:
    """Lines over the years; `now` is the year that is looked at."""

    years: tuple[int, ...]
    national: TrendLine
    lines: tuple[TrendLine, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    now: int | None = None
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class Bar:
    """A municipality among others.

    Attributes:
        rank: Its place, or the sign of its state.
        name: Its short name.
        text: Its figure, or what is said instead.
        value: None where there is none that counts.
        colour: That of its class.
        own: Colour of a selected one; empty for the others.
        beside: Whether its figure is compared with none of the others.
    """

    rank: str
    name: str
    text: str
    value: float | None
    colour: str
    own: str = ""
    beside: bool = False


@dataclass(frozen=True)
class RankingPicture:
    """Bars from the top; the national figure is a line across them, explained by its text."""

    bars: tuple[Bar, ...]
    national: float | None = None
    national_text: str = ""
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class StripRow:
    """A municipality's years: a colour and a sign each."""

    name: str
    colours: tuple[str, ...]
    signs: tuple[str, ...]
    own: str = ""


@dataclass(frozen=True)
class StripPicture:
    """A row a municipality, a column a year, in the colours of the classes."""

    years: tuple[int, ...]
    rows: tuple[StripRow, ...]
    legend: tuple[LegendEntry, ...] = ()
    caption: Caption = UNCAPTIONED
