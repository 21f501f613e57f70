"""Reads pictures as they were drawn: elements, boxes of texts, pixels."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
from PIL import Image

from dashboard.charts.lettering import width
from dashboard.frame.source_line import source_text
from dashboard.indicators.picture import Wording, map_picture
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import language
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.charts.picture import MapPicture

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = ViewRequest()

Box = tuple[float, float, float, float]


def wording(
    atlas: Atlas, view: ViewRequest, code: str = "lt", select: Sequence[str] = ()
) -> Wording:
    """What is said around a picture of a view of the built database."""
    words = language(code)
    ids = (*INDICATORS[view.indicator].source, "boundaries")
    source = source_text(ids, atlas, words)
    return Wording(words, atlas.labels("value_state", words), source, tuple(select))


def picture_of(
    atlas: Atlas,
    view: ViewRequest = PLAIN,
    code: str = "lt",
    row: int = -1,
    select: Sequence[str] = (),
) -> MapPicture:
    """The map of a year of a view, the newest by default."""
    shown = read_map_view(atlas.store, view)
    return map_picture(shown, row % len(shown.years), wording(atlas, view, code, select))


def parsed(svg: str) -> ElementTree.Element:
    """A picture as elements; fails if it is not well formed."""
    return ElementTree.fromstring(svg)


def group(root: ElementTree.Element, name: str, space: str = "") -> list[ElementTree.Element]:
    """What a layer holds."""
    (found,) = root.iterfind(f".//{space}g[@class='{name}']")
    return list(found)


def lines(path: str) -> list[list[tuple[int, int]]]:
    """The points of each line of a path, read as a browser would."""
    found = []
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        x, y = numbers[:2]
        line = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            line.append((x, y))
        found.append([*line, line[0]] if part.endswith("z") else line)
    return found


def moved(group: ElementTree.Element) -> tuple[float, float, float]:
    """Where a group is moved to, and its scale."""
    left, top, scale = map(float, re.findall(r"-?[\d.]+", group.get("transform", "")))
    return left, top, scale


def said(svg: str) -> str:
    """All that is written in a picture, from the first line to the last."""
    return " ".join(text.text or "" for text in parsed(svg).iter(f"{SVG}text"))


def text_boxes(svg: str) -> dict[str, Box]:
    """Left, top, right, bottom of the texts that stand around the picture, by reckoned widths."""
    found = {}
    for number, text in enumerate(parsed(svg).findall(f"{SVG}text")):
        size, x, y = (float(text.get(name, 0)) for name in ("font-size", "x", "y"))
        wide = width(text.text or "", size, bold=text.get("font-weight") == "bold")
        left = x - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
        found[f"{number} {text.text}"] = (left, y - 0.75 * size, left + wide, y + 0.2 * size)
    return found


def meeting(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    """Pairs of texts that lie over each other."""
    listed = list(boxes.items())
    return [
        (name, other)
        for at, (name, one) in enumerate(listed)
        for other, two in listed[at + 1 :]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


def pixels(png: bytes) -> NDArray[np.int64]:
    """Rows × columns × red, green, blue, alpha of a PNG."""
    with Image.open(BytesIO(png), formats=["PNG"]) as picture:
        assert picture.mode == "RGBA"
        return np.asarray(picture, np.int64)
