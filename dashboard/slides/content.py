"""What stands on slides, with every text already written; how it looks is decided elsewhere.

A slide says one thing: a title, something to be seen, one sentence below it. The same slides become
a document to present, a file of PowerPoint and a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.charts.picture import LegendEntry
    from dashboard.charts.series import TrendPicture


@dataclass(frozen=True)
class WordsBody:
    """Words alone: the title of a deck, or a question to discuss.

    `heading`, if there is one, is said largest (else the slide's title is), `lines` below it.
    """

    lines: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class NumberBody:
    """One figure, as large as it can be.

    Attributes:
        figure: With its unit and its signs; or, in words, that there is none.
        label: What it is.
        beside: Figures to compare it with, and what each is; at most three.
    """

    figure: str
    label: str
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class MapPlace:
    """A municipality on a map; `letter` is the key that puts a spotlight on it, if any does."""

    code: str
    name: str
    letter: str = ""


@dataclass(frozen=True)
class MapYear:
    """A map in one year. All tuples but `legend` have the order of `geo.places.municipalities()`.

    Attributes:
        label: The year.
        title: Of the slide when it shows this year.
        sentence: The same.
        fills: Colours, each a pair, or `palette.UNKNOWN_COLOUR`.
        signs: Of the states of figures; most are empty.
        told: The figure of each with its signs, or what is said instead of one.
        legend: From the top; the same classes in every year.
        demo: Says that figures are invented; empty where none is.
    """

    label: str
    title: str
    sentence: str
    fills: tuple[str, ...]
    signs: tuple[str, ...]
    told: tuple[str, ...]
    legend: tuple[LegendEntry, ...]
    demo: str = ""


@dataclass(frozen=True)
class MapBody:
    """A map whose year can be moved.

    Attributes:
        places: All municipalities, in the order of `geo.places.municipalities()`.
        years: Ascending.
        now: Number of the year that is shown first.
        own: Codes of the deck's municipalities: they have a strong outline.
        close: Whether the map is drawn in to them, with their names and figures on it.
        unit: Of the figures, above the legend.
    """

    places: tuple[MapPlace, ...]
    years: tuple[MapYear, ...]
    now: int
    own: tuple[str, ...] = ()
    close: bool = False
    unit: str = ""


@dataclass(frozen=True)
class MapPanel:
    """One of several maps beside each other; as in `MapYear`."""

    label: str
    fills: tuple[str, ...]
    signs: tuple[str, ...]
    legend: tuple[LegendEntry, ...]


@dataclass(frozen=True)
class MapsBody:
    """Maps beside each other: two years, with one legend, and their difference with its own."""

    places: tuple[MapPlace, ...]
    before: MapPanel
    after: MapPanel
    difference: MapPanel
    own: tuple[str, ...] = ()
    unit: str = ""


BarKind = Literal["own", "nation", "plain"]


@dataclass(frozen=True)
class SlideBar:
    """A bar of a ranking.

    Attributes:
        name: What it is of.
        text: Its figure with its signs, and what else is said of it; or what is said instead.
        value: None where there is no figure that counts.
        kind: A municipality of the deck, the country, or anything else.
        rank: Its place, such as `12`; may be empty.
        hollow: Whether the figure is not quite what it seems, or is compared with none.
    """

    name: str
    text: str
    value: float | None
    kind: BarKind = "own"
    rank: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class BarsBody:
    """Bars from one zero, negative ones to the left.

    Attributes:
        bars: From the top; at most 14.
        unit: Of the figures.
        target: A promised figure and what is said of it, if there is one.
        decimals: Of the figures, for a chart that writes them itself.
        rest: Says what has no bar here; may be empty.
    """

    bars: tuple[SlideBar, ...]
    unit: str
    target: tuple[float, str] | None = None
    decimals: int = 1
    rest: str = ""


@dataclass(frozen=True)
class LinesBody:
    """Lines over the years.

    Attributes:
        picture: The country's line is the thick one; at most ten others.
        write: Writes a figure of the axis.
        unit: Of the figures.
        decimals: Of the figures, for a chart that writes them itself.
    """

    picture: TrendPicture
    write: Callable[[float], str]
    unit: str
    decimals: int = 1


@dataclass(frozen=True)
class Cell:
    """A cell of a table that is seen: a text, with a mark before it if it has a colour.

    Attributes:
        text: What it says; a sign such as ✓ needs `spoken` beside it.
        colour: Of the mark, a pair.
        glyph: The sign within the mark, so that no colour is needed.
        spoken: What is said instead to those who do not see it.
    """

    text: str
    colour: str = ""
    glyph: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class TableBody:
    """A table that a room can read: at most 12 rows and 6 columns; the first column is widest."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rest: str = ""


@dataclass(frozen=True)
class SourcesBody:
    """Where all of it comes from, and the address to take home.

    Attributes:
        paragraphs: Sources and method.
        address: Whole, for the QR code; empty where the deck has none.
        short: For the eye.
        qr_alt: The code in words.
    """

    paragraphs: tuple[str, ...]
    address: str = ""
    short: str = ""
    qr_alt: str = ""


Body = WordsBody | NumberBody | MapBody | MapsBody | BarsBody | LinesBody | TableBody | SourcesBody


@dataclass(frozen=True)
class SpokenTable:
    """The same as a picture, for those who do not see it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Slide:
    """A slide.

    Attributes:
        kind: Of its scene; also the start of names in files.
        title: What it shows; with a movable year, that of the first.
        sentence: What is to be seen; the same. May be empty where the body says all.
        body: What is shown.
        note: Of the presenter, not shown to the room; may be empty.
        demo: Says that figures are invented; empty where none is.
        small: What the signs on it mean; may be empty.
        source: Whose data, of which date; may be empty where no figure is shown.
        table: The same as the body in rows; None where the body is text already.
    """

    kind: str
    title: str
    sentence: str
    body: Body
    note: str = ""
    demo: str = ""
    small: str = ""
    source: str = ""
    table: SpokenTable | None = None


@dataclass(frozen=True)
class SlideDeck:
    """Slides in their order.

    Attributes:
        lang: Of all texts.
        title: Of the document.
        slides: In their order.
        look: `light` or `dark`: what the room sees first.
        version: Of the data.
        made: The day, in words.
        address: Of the page that made it, whole; empty where it was made without a server.
        says: What the document says of itself: names of keys, windows and controls.
    """

    lang: Literal["lt", "en"]
    title: str
    slides: tuple[Slide, ...]
    look: Literal["light", "dark"] = "light"
    version: str = ""
    made: str = ""
    address: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
