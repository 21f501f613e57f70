"""Rows parted into shares of a whole, and beside them one small share alone on a scale of its own.

What is written in a part stands in the colour that its own allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.columns import columns
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add
from dashboard.charts.ternary_colours import pure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.charts.series import ChartOptions

BARE = 12.5
"""Size of the letters in the bare picture, px."""

ROW = 1.45
"""Height of a row, in the size of the letters."""

WITHIN = ("#ffffff", "#10202e", "#ffffff")
"""Colours of letters on the colours of the three parts, in either look."""

LEFT_OUT = 0.45
"""Opacity of what does not count."""


@dataclass(frozen=True)
class StackedRow:
    """A whole and its parts.

    Attributes:
        name: Whose.
        shares: Of the three parts; they add up to one.
        texts: The same, written.
        said: Name and shares in words.
        path: Where a click leads; empty for nowhere.
        colour: Of a selected one.
        whole: Whether it is that of all together, which stands out.
        counts: Whether it counts.
    """

    name: str
    shares: tuple[float, float, float]
    texts: tuple[str, str, str]
    said: str = ""
    path: str = ""
    colour: str = ""
    whole: bool = False
    counts: bool = True


@dataclass(frozen=True)
class StackedPicture:
    """Rows from the top; `parts` say what the colours mean, `empty` what is said without rows."""

    rows: tuple[StackedRow, ...]
    parts: tuple[str, str, str]
    empty: str = ""
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class StackedGround:
    """Where rows are drawn.

    Attributes:
        root: The element to draw into.
        size: Of the letters, px.
        ink: Colours by meaning.
        live: Whether rows say what they are and lead somewhere.
    """

    root: Element
    size: float
    ink: Mapping[str, str]
    live: bool = False

    def text(self, x: float, y: float, text: str, **look: object) -> None:
        """A line; `y` is its base."""
        drawn = {"font_size": self.size, "fill": self.ink["text"], **look}
        add(self.root, "text", x=x, y=y, **drawn).text = text


def stacked_height(picture: StackedPicture, wide: float) -> int:
    """The height in px at which the bare picture has its rows."""
    return round((len(picture.rows) * ROW + 1) * BARE + key_height(picture.parts, wide, BARE))


def draw_stacked(picture: StackedPicture, options: ChartOptions) -> str:
    """The rows: bare to stand in a page, or a file of its own, in as many columns as they need."""
    if options.bare:
        wide, tall = options.width, options.height
        root = Element("svg", {"class": "stacked", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {wide} {tall}")
        ground = StackedGround(root, BARE, INK, live=True)
        top = draw_key(ground, picture.parts, 0, 0, wide)
        _rows(ground, picture, picture.rows, Area(0, top, wide, tall - top), ROW * BARE)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    ground = StackedGround(drawing.root, base, settled(options.look))
    top = draw_key(ground, picture.parts, area.left, area.top, area.width)
    room = Area(area.left, top, area.width, area.top + area.height - top)
    found = columns(max(len(picture.rows), 1), room, base, 2 * base)
    ground = StackedGround(drawing.root, found.letters(base), settled(options.look))
    if not picture.rows:
        ground.text(room.left, room.top + 2 * base, picture.empty)
    for number, column in enumerate(found.areas):
        rows = picture.rows[number * found.each : (number + 1) * found.each]
        _rows(ground, picture, rows, column, found.row)
    return drawing.svg()


def key_height(parts: Sequence[str], wide: float, size: float) -> float:
    """What `draw_key` takes."""
    return (1 if _in_line(parts, wide, size) else len(parts)) * 1.5 * size + 0.5 * size


def _in_line(parts: Sequence[str], wide: float, size: float) -> bool:
    return sum(width(part, size) + 3 * size for part in parts) <= wide


def draw_key(
    ground: StackedGround, parts: Sequence[str], left: float, top: float, wide: float
) -> float:
    """What the colours mean, in a line where there is room; returns where the next may begin."""
    size, x, y = ground.size, left, top
    line = _in_line(parts, wide, size)
    for number, part in enumerate(parts):
        add(ground.root, "rect", x=x, y=y + 0.15 * size, width=size, height=size,
            fill=pure(number))  # fmt: skip
        ground.text(x + 1.4 * size, y + size, cut(part, wide - 1.4 * size, size))
        if line:
            x += width(part, size) + 3 * size
        else:
            y += 1.5 * size
    return top + key_height(parts, wide, size)


def _rows(
    ground: StackedGround,
    picture: StackedPicture,
    rows: Sequence[StackedRow],
    area: Area,
    tall: float,
) -> None:
    """Names, parts, and the last part alone, with a line where that of all together lies."""
    if not picture.rows:
        if ground.live:
            ground.text(area.left, area.top + 1.5 * ground.size, picture.empty)
        return
    size = ground.size
    names = max(width(row.name, size, bold=row.whole) for row in picture.rows) + 0.8 * size
    names = min(names, 0.4 * area.width)
    figures = max(width(row.texts[2], size, bold=row.whole) for row in picture.rows) + 0.6 * size
    rest = area.width - names - figures - size
    bar = Area(area.left + names, area.top, 0.64 * rest, tall)
    start, most = bar.left + bar.width + size, max(row.shares[2] for row in picture.rows)
    scale = (0.36 * rest) / most if most > 0 else 0.0
    for number, row in enumerate(rows):
        at = Area(bar.left, area.top + number * tall, bar.width, tall)
        _row(ground, row, at, area.left, start, scale)
    whole = next((row.shares[2] for row in picture.rows if row.whole), None)
    if whole is not None and scale:
        x = start + whole * scale
        add(ground.root, "path", d=f"M{x:.1f} {area.top:.1f}v{len(rows) * tall:.1f}",
            stroke=ground.ink["text"], stroke_width=1.2, stroke_dasharray="3 2")  # fmt: skip


def _row(
    ground: StackedGround, row: StackedRow, bar: Area, left: float, start: float, scale: float
) -> None:
    size = ground.size
    parent = ground.root
    if ground.live:
        parent = add(parent, "a", href=row.path, tabindex=-1) if row.path else add(parent, "g")
        if row.path:
            parent.set("data-stay", "")
        add(parent, "title").text = row.said
    inner = StackedGround(parent, size, ground.ink)
    base, bold = bar.top + bar.height / 2 + 0.36 * size, row.whole or bool(row.colour)
    weight = {"font_weight": "bold"} if bold else {}
    inner.text(left + (0.7 * size if row.colour else 0), base,
               cut(row.name, bar.left - left - 0.6 * size, size, bold=bold), **weight)  # fmt: skip
    box = {"y": bar.top + 0.1 * bar.height, "height": 0.8 * bar.height}
    if row.colour:
        add(parent, "rect", x=left, width=0.4 * size, fill=row.colour, **box)
    group = add(parent, "g", **({} if row.counts else {"opacity": LEFT_OUT}))
    inside, x = StackedGround(group, size, ground.ink), bar.left
    for part, (share, text) in enumerate(zip(row.shares, row.texts, strict=True)):
        wide = share * bar.width
        add(group, "rect", x=x, width=wide, fill=pure(part), **box)
        if part < 2 and width(text, size) + 0.6 * size <= wide:
            inside.text(x + 0.3 * size, base, text, fill=WITHIN[part])
        x += wide
    alone = row.shares[2] * scale
    add(group, "rect", x=start, width=max(alone, 0.5), fill=pure(2), **box)
    inner.text(start + alone + 0.4 * size, base, row.texts[2], **weight)
