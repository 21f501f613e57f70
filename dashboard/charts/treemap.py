"""Who got how much, as areas: the largest each by itself, all others as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, cut, width
from dashboard.charts.picture import UNCAPTIONED, Caption, LegendEntry
from dashboard.charts.squarify import squarified
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from dashboard.charts.series import ChartOptions
    from dashboard.charts.svg import Drawing

LEADING = 1.22
GAP = 1.0
"""Half of the gap between two rectangles, px at letters of 13."""

PAD = 0.4
"""Between the edge of a rectangle and its text, in the size of the letters."""

MOST_LINES = 4
"""Of a name."""


@dataclass(frozen=True)
class TreemapCell:
    """A rectangle, with every text written.

    Attributes:
        name: Whose.
        figures: Amount and share.
        value: More than nought.
        colour: A pair.
        said: All of it in one line.
        link: Where it leads; empty where nowhere.
        short: Stands where there is no room for the name, as for "others"; may be empty.
    """

    name: str
    figures: tuple[str, ...]
    value: float
    colour: str
    said: str
    link: str = ""
    short: str = ""


@dataclass(frozen=True)
class TreemapPicture:
    """Rectangles.

    Attributes:
        cells: At least one, the largest first.
        others: All that are gathered, if any.
        legend: What the colours mean.
        caption: What stands around a framed picture.
    """

    cells: tuple[TreemapCell, ...]
    others: TreemapCell | None = None
    legend: tuple[LegendEntry, ...] = ()
    caption: Caption = UNCAPTIONED


def draw_treemap(picture: TreemapPicture, options: ChartOptions) -> str:
    """The picture as a file of its own, `options.width` × `options.height` px."""
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    area = _legend(drawing, picture, area, base)
    _draw(drawing.root, picture, area, 0.9 * base, live=False)
    return drawing.svg()


def bare_treemap(picture: TreemapPicture, wide: float, tall: float, letters: float) -> str:
    """The picture to stand in a page; rectangles lead to whose they are."""
    root = Element(
        "svg", {"class": "treemap", "role": "group", "viewBox": f"0 0 {wide:g} {tall:g}"}
    )
    root.set("aria-label", picture.caption.title)
    _draw(root, picture, Area(0, 0, wide, tall), letters, live=True)
    return tostring(root, encoding="unicode")


def placed(picture: TreemapPicture, area: Area) -> list[tuple[TreemapCell, Area]]:
    """Where each rectangle lies; the others among them by what they come to."""
    gathered = [picture.others] if picture.others else []
    cells = sorted([*picture.cells, *gathered], key=lambda cell: -cell.value)
    return list(zip(cells, squarified([cell.value for cell in cells], area), strict=True))


def _draw(
    root: Element, picture: TreemapPicture, area: Area, letters: float, *, live: bool
) -> None:
    for cell, place in placed(picture, area):
        linked = live and cell.link
        how = {"href": cell.link, "aria-label": cell.said} if linked else {}
        group = add(root, "a" if linked else "g", class_="cell", **how)
        if live and not linked:
            group.set("role", "img")
        add(group, "title").text = cell.said
        # The smallest stay a line that can be seen.
        inset = min(GAP * letters / 13, 0.2 * place.width, 0.2 * place.height)
        box = {
            "x": place.left + inset,
            "y": place.top + inset,
            "width": f"{place.width - 2 * inset:.2f}",
            "height": f"{place.height - 2 * inset:.2f}",
        }
        add(group, "rect", **box, fill=cell.colour, fill_opacity=0.28, stroke=cell.colour,
            stroke_width=0.07 * letters)  # fmt: skip
        _label(group, cell, place, letters)


def _label(group: Element, cell: TreemapCell, place: Area, letters: float) -> None:
    """As much of the texts as has room, in smaller letters where that helps, or nothing."""
    for size in (letters, 0.86 * letters, 0.76 * letters):
        for name in filter(None, (cell.name, cell.short)):
            lines = _fitting(name, cell.figures, place, size)
            if lines:
                _lines(group, place, *lines, size)
                return


def _fitting(
    name: str, figures: tuple[str, ...], place: Area, letters: float
) -> tuple[list[str], list[str]] | None:
    """The lines of a name, whole or at least half of it, and of the figures that fit."""
    wide, tall = (side - 2 * PAD * letters for side in (place.width, place.height))
    if max(width(word, letters, bold=True) for word in name.split(" ")) > wide:
        return None
    names = broken(name, wide, letters, bold=True)
    told = [text for text in figures if width(text, letters) <= wide]
    room = int(tall / (LEADING * letters) + 0.15)
    for count in range(len(told), -1, -1):
        for most in (len(names), -(-len(names) // 2)):
            if 0 < most <= min(room - count, MOST_LINES):
                rest = cut(" ".join(names[most - 1 :]), wide, letters, bold=True)
                return [*names[: most - 1], rest], told[:count]
    return None


def _lines(
    group: Element, place: Area, names: list[str], figures: list[str], letters: float
) -> None:
    x, y = place.left + PAD * letters, place.top + (PAD + 0.9) * letters
    for bold, text in [*((True, name) for name in names), *((False, text) for text in figures)]:
        look = {"font_weight": "bold"} if bold else {}
        add(group, "text", x=x, y=y, font_size=letters, fill=INK["text"], aria_hidden="true",
            **look).text = text  # fmt: skip
        y += LEADING * letters


def _legend(drawing: Drawing, picture: TreemapPicture, area: Area, base: float) -> Area:
    """What the colours mean, in a row or more above; returns what is left."""
    x, y = area.left, area.top
    for entry in picture.legend:
        needed = 1.5 * base + width(entry.label, base)
        if x > area.left and x + needed > area.left + area.width:
            x, y = area.left, y + 1.6 * base
        drawing.shape("rect", x=x, y=y + 0.1 * base, width=base, height=base, fill=entry.colour,
                      fill_opacity=0.28, stroke=entry.colour, stroke_width=0.07 * base)  # fmt: skip
        drawing.text(x + 1.5 * base, y + 0.95 * base, entry.label, base)
        x += needed + 1.5 * base
    used = y + 1.9 * base - area.top if picture.legend else 0.0
    return Area(area.left, area.top + used, area.width, area.height - used)
