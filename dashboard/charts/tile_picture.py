"""What trends of all municipalities show, with every text already written."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.picture import UNCAPTIONED, Caption


@dataclass(frozen=True)
class TileTrend:
    """A municipality's figures over the years, and where its square stands.

    Attributes:
        code: Its code.
        name: Its short name.
        values: One a year; None is a gap.
        text: Its newest figure, or what is said instead.
        column: Of its square, from the west.
        row: Of its square, from the north.
        county: Under what it stands in the list.
        order: Its place in the list: number of the county, its own.
        title: What it says when it is pointed at.
        href: Where it leads; nowhere if empty.
        breaks: Which figures do not run on from the one before.
        hollow: Which are not quite firm, or do not count.
        colour: Of a selected one; empty for the others.
        faint: Whether it is not in the chosen set, so that only its name is there.
    """

    code: str
    name: str
    values: tuple[float | None, ...]
    text: str
    column: int
    row: int
    county: str
    order: tuple[int, int]
    title: str = ""
    href: str = ""
    breaks: tuple[bool, ...] = ()
    hollow: tuple[bool, ...] = ()
    colour: str = ""
    faint: bool = False


@dataclass(frozen=True)
class TileTrendsPicture:
    """Trends on the same axes.

    Attributes:
        years: Ascending.
        trends: All municipalities.
        middle: The pale line behind each: the country's, or the median; None is a gap.
        middle_name: What that line is; empty where there is none.
        own_name: What the other line is.
        caption: Used in the framed picture only.
    """

    years: tuple[int, ...]
    trends: tuple[TileTrend, ...]
    middle: tuple[float | None, ...]
    middle_name: str
    own_name: str
    caption: Caption = UNCAPTIONED
