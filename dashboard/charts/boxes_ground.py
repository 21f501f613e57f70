"""What boxes stand on: labels, rows and the axis; and the box of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, cut, width
from dashboard.charts.scatter_ground import draw_across
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from dashboard.charts.boxes import BoxesPicture, BoxRow

TARGET = "light-dark(#8a3b12, #ffb38a)"
"""The country's figure."""

LABELS = 0.34
"""Share of the width that labels may take."""

BOX, CAP = 0.66, 0.3
"""Heights of a box and of the end of a whisker, in the height of a row."""


def draw_rows(
    root: Element, area: Area, picture: BoxesPicture, size: float
) -> tuple[Area, Callable[[float], float], list[float], float]:
    """Labels at the left, the axis below.

    Returns:
        The frame, where figures lie in it, where the middle of each row lies, its height.
    """
    title = broken(picture.axis.title, area.width, size)[:2]
    top = area.top + (1.35 * len(title) + 0.4) * size
    bottom = area.top + area.height - 1.8 * size
    room = LABELS * area.width
    texts = [text for row in picture.rows for text in (row.label, row.note)]
    left = area.left + min(max((width(text, size) for text in texts), default=0), room) + 0.7 * size
    frame = Area(left, top, area.left + area.width - left, bottom - top)
    scale = picture.axis.scale(left + 0.9 * size, left + frame.width - 0.9 * size)
    tall = frame.height / max(len(picture.rows), 1)
    middles = [top + (number + 0.5) * tall for number in range(len(picture.rows))]
    group = add(root, "g", class_="axis", font_size=size, fill=INK["text"])
    for number, line in enumerate(title):
        add(group, "text", x=area.left, y=area.top + (1.35 * number + 1) * size,
            font_weight="bold").text = line  # fmt: skip
    for number, (row, middle) in enumerate(zip(picture.rows, middles, strict=True)):
        if number % 2:
            add(group, "rect", x=area.left, y=middle - tall / 2, width=area.width, height=tall,
                fill=INK["rest"], fill_opacity="0.35")  # fmt: skip
        _label(group, row, (area.left, middle), (min(room, left - area.left), tall, size))
    draw_across(group, frame, size, scale, picture.axis)
    return frame, scale, middles, tall


def _label(
    group: Element, row: BoxRow, at: tuple[float, float], sizes: tuple[float, float, float]
) -> None:
    """What a row is of, and below, where there is room, of how many."""
    (x, middle), (room, tall, size) = at, sizes
    two = bool(row.note) and tall >= 2.5 * size
    base = middle + (-0.25 if two else 0.36) * size
    add(group, "text", x=x, y=base).text = cut(row.label, room, size)
    if two:
        note = cut(row.note, room, size)
        add(group, "text", x=x, y=base + 1.3 * size, fill=INK["muted"]).text = note


def draw_box(
    root: Element, row: BoxRow, scale: Callable[[float], float], sizes: tuple[float, float, float]
) -> None:
    """The middle half, the median, whiskers to the last figures that are no outliers."""
    middle, tall, size = sizes
    group = add(root, "g", class_="box", fill="none", stroke=INK["muted"])
    group.set("stroke-width", f"{0.08 * size:.2f}")
    half = BOX * tall / 2
    if row.box:
        low, lower, median, upper, high = map(scale, row.box)
        add(group, "rect", x=lower, y=middle - half, width=max(upper - lower, 1.0),
            height=2 * half, fill=INK["band"], stroke="none")  # fmt: skip
        for end, quartile in ((min(low, lower), lower), (max(high, upper), upper)):
            cap = CAP * tall / 2
            d = f"M{quartile:.1f} {middle:.1f}H{end:.1f}M{end:.1f} {middle - cap:.1f}v{2 * cap:.1f}"
            add(group, "path", d=d)
        d = f"M{median:.1f} {middle - half:.1f}v{2 * half:.1f}"
        add(group, "path", d=d, stroke=INK["text"], stroke_width=f"{0.16 * size:.2f}")
    if row.national is not None:
        x, reach = scale(row.national), 0.47 * tall
        d = f"M{x:.1f} {middle - reach:.1f}v{2 * reach:.1f}"
        dots = f"{0.3 * size:.1f} {0.2 * size:.1f}"
        add(group, "path", d=d, stroke=TARGET, stroke_width=f"{0.14 * size:.2f}",
            stroke_dasharray=dots)  # fmt: skip
