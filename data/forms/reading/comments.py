"""Comments on cells of Excel's worksheets: notes, and conversations as newer programs have them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from data.forms.reading.book import CellPlace, read_area
from data.forms.reading.markup import Attributes, local, read_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.forms.reading.tally import Tally

_LINKS = ("/comments", "/threadedComment")
_COMMENTS = frozenset({"comment", "threadedComment"})


def read_comments(parts: Mapping[str, bytes], worksheet: str, tally: Tally) -> dict[CellPlace, str]:
    """Read the comments on a worksheet's cells.

    Args:
        parts: of the workbook, by name.
        worksheet: the worksheet's part.
        tally: what was met so far; counted on.

    Raises:
        Unreadable: they are damaged, or more text than a form has.
    """
    found: dict[CellPlace, str] = {}
    for part in _parts(parts, worksheet):
        _read(parts[part], found, tally)
    return found


def _parts(parts: Mapping[str, bytes], worksheet: str) -> Iterator[str]:
    """Yield the parts that hold a worksheet's comments."""
    folder, name = posixpath.split(worksheet)
    targets: list[str] = []

    def link(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship" and attributes.get("Type", "").endswith(_LINKS):
            targets.append(attributes.get("Target", ""))

    read_markup(parts.get(f"{folder}/_rels/{name}.rels", b"<none/>"), link)
    for target in targets:
        part = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        if part in parts:
            yield part


def _read(content: bytes, found: dict[CellPlace, str], tally: Tally) -> None:
    place: CellPlace | None = None
    inside = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal place, inside
        if local(name) in _COMMENTS:
            tally.mark()
            area = read_area(attributes.get("ref", ""))
            place = (area.top, area.left) if area else None
        elif local(name) in {"t", "text"}:
            inside = True

    def end(name: str) -> None:
        nonlocal inside
        if local(name) == "text":
            inside = False

    def text(piece: str) -> None:
        if inside and place:
            tally.characters(len(piece))
            found[place] = found.get(place, "") + piece

    read_markup(content, start, end, text)
