"""What stands on a sheet, with every text already written and every picture already drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class SheetRow:
    """An indicator in the table of a sheet.

    Attributes:
        name: Of the indicator, with its unit.
        group: Heading above the indicators that follow each other in the same group; may be empty.
        own: The figure of the municipality, with its signs.
        median: That of its peers.
        nation: That of all municipalities.
        place: Its place among the peers, such as `6 iš 9`.
        takes: What it would take to get further, set below the name; may be empty.
        strip: All municipalities on a line, as svg in settled colours.
        strip_alt: The same in words.
        line: The years, as svg in settled colours.
        line_alt: The same in words.
    """

    name: str
    group: str
    own: str
    median: str
    nation: str
    place: str
    takes: str
    strip: str
    strip_alt: str
    line: str
    line_alt: str


@dataclass(frozen=True)
class PrintedSheet:
    """A municipality on one page.

    Attributes:
        lang: Of its texts.
        title: The name of the municipality.
        subtitle: What is said of it, of which year.
        demo: Says that figures are invented; empty where none is.
        sentences: The headline.
        map: The country with the municipality and its peers, as svg in settled colours.
        map_alt: The same in words.
        peers: Names those that it is compared with.
        headings: Of the columns `name`, `own`, `median`, `nation`, `place`, `strip`, `line`.
        rows: From the top.
        takes_title: Heading of what it would take.
        takes: What it would take, an item a paragraph; without any there is no such box.
        notes: What the signs mean and what to beware of; may be empty.
        source: Whose data, of which date.
        version: Of the data.
        address: The whole address of exactly this view, for the QR code.
        short: A short one for the eye, beside it.
        qr_alt: The QR code in words.
        made: The day on which the sheet was made.
    """

    lang: Literal["lt", "en"]
    title: str
    subtitle: str
    demo: str
    sentences: tuple[str, ...]
    map: str
    map_alt: str
    peers: str
    headings: Mapping[str, str]
    rows: tuple[SheetRow, ...]
    takes_title: str
    takes: tuple[str, ...]
    notes: str
    source: str
    version: str
    address: str
    short: str
    qr_alt: str
    made: str
