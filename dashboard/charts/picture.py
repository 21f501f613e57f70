"""What a picture shows, with every text already written; and how it is to be drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Caption:
    """What stands around a picture that leaves the page.

    Attributes:
        title: What is shown, with the year.
        sentence: What is to be seen in it.
        unit: Of the figures.
        source: Whose data, of which date and version.
        notes: What the signs mean.
        demo: Says that figures are invented; empty where none is.
        taken: From which address and on which day the picture was taken.
    """

    title: str = ""
    sentence: str = ""
    unit: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    demo: str = ""
    taken: str = ""


UNCAPTIONED = Caption()


@dataclass(frozen=True)
class PicturedPlace:
    """A municipality on the map: its colour, the sign of its state, its short name.

    `real`: its figure is real and those around it are not, so that it has an outline of its own.
    """

    code: str
    name: str
    fill: str
    sign: str = ""
    real: bool = False


@dataclass(frozen=True)
class LegendEntry:
    """An entry of the legend, with how many municipalities it stands for, if that is to be told."""

    colour: str
    label: str
    count: int | None = None
    sign: str = ""


@dataclass(frozen=True)
class Selected:
    """A municipality that is compared: the colour of its ring, its name and its figure."""

    code: str
    colour: str
    name: str
    value: str


@dataclass(frozen=True)
class MapPicture:
    """A map of one year.

    Attributes:
        places: All municipalities, in the order of `geo.places.municipalities()`.
        legend: From the top.
        selected: In the order of their choice.
        caption: Used in the framed picture only.
        unnamed: Says how many names have no room, `{count}`.
    """

    places: tuple[PicturedPlace, ...]
    legend: tuple[LegendEntry, ...] = ()
    selected: tuple[Selected, ...] = ()
    caption: Caption = UNCAPTIONED
    unnamed: str = "{count}"


@dataclass(frozen=True)
class MapOptions:
    """How a map is drawn.

    Attributes:
        width: In px.
        height: In px; the bare map has the aspect of the country and takes no heed of it.
        look: `light` or `dark`; the bare map stands on whatever ground there is.
        names: Whether names are seen.
        bare: Only the map, to stand in a page that names it and has its legend.
        insets: Whether the cities that lie within a district are drawn again, larger.
        small: Coarse outlines; None lets the width decide.
        without: Parts of the frame left out: `title`, `sentence`, `legend`, `selected`,
            `source`, `notes`. The mark of the demonstration stays.
    """

    width: int = 1600
    height: int = 1000
    look: str = "light"
    names: bool = False
    bare: bool = False
    insets: bool = False
    small: bool | None = None
    without: frozenset[str] = frozenset()
