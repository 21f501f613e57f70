"""What a view of the bench says, whatever shows it: the page, a file, the yearly analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dashboard.charts.series import ChartOptions


@dataclass(frozen=True)
class Statistic:
    """One reckoned number.

    Attributes:
        id: Its name in code and files, e.g. `pearson`.
        label: What it is called.
        value: The number itself, so that anybody can compare.
        text: As it is written.
        interval: Its interval in words; empty where it has none.
        about: What it tells a reader, in a sentence.
        group: Whose it is, where it is told of parts of the choice: a year, or the code of a group
            or county; empty for all of it.
        group_name: What that part is called.
        low: The lower end of its interval; None where it has none.
        high: Its upper end.
        n: How many figures it rests on; None where that is not told.
    """

    id: str
    label: str
    value: float
    text: str
    interval: str = ""
    about: str = ""
    group: str = ""
    group_name: str = ""
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True)
class ResearchPicture:
    """A picture of a view.

    Attributes:
        id: Its name in addresses of files.
        heading: What it is.
        draw: Makes a file of its own with all that explains it, or with `options.bare` an SVG to
            stand in a page in the page's colours.
        wide: Width and height in px at which it stands in a page.
        narrow: The same on a phone.
    """

    id: str
    heading: str
    draw: Callable[[ChartOptions], str]
    wide: tuple[int, int] = (760, 460)
    narrow: tuple[int, int] = (340, 380)


@dataclass(frozen=True)
class ResearchTable:
    """A table of a view.

    Attributes:
        id: Its name in addresses of files.
        heading: What it is.
        readable: Makes it for people: headings, names and figures in the language.
        plain: Makes it for programs: English names of columns, codes, numbers, marks, reasons.
    """

    id: str
    heading: str
    readable: Callable[[], pd.DataFrame]
    plain: Callable[[], pd.DataFrame]


@dataclass(frozen=True)
class ResearchView:
    """What a view says.

    Attributes:
        title: Of exactly this view.
        sentence: What is to be seen, in a sentence or two; the pictures' text alternative.
        findings: Further sentences, e.g. what moved most.
        statistics: Reckoned numbers, in order.
        cautions: How it must not be read, e.g. that coincidence is not cause, or that there are
            too few points for a statistic.
        left_out: The rule of what counts and how many were left out, with reasons and names.
        notes: What the signs mean.
        pictures: The first is the one that stands for the view.
        tables: The first is that of its figures, a row a municipality.
        source: The line of all that it rests on.
        fields: Names of the choices of `ResearchState` that change this view, beside those that
            change every one.
        code: Makes a program on the public module that gives the same numbers: it leaves them in
            `results`, by ids of statistics, `<id>:<group>` where these have a group.
        playing: Years that it can be played through; none where it shows all at once.
    """

    title: str
    sentence: str
    statistics: tuple[Statistic, ...] = ()
    findings: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pictures: tuple[ResearchPicture, ...] = ()
    tables: tuple[ResearchTable, ...] = ()
    source: str = ""
    fields: tuple[str, ...] = ()
    code: Callable[[], str] | None = None
    playing: tuple[int, ...] = ()
