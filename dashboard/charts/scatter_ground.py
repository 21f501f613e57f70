"""What a scatter stands on: its axes, and the line through its points."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.charts.clipping import clipped
from dashboard.charts.framing import Area
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, width
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.scatter import PlaneAxis, PlaneSpot, ScatterLine, ScatterPicture

FINE = 10
"""Parts of a pixel in which lines are cut."""

INSET = 0.9
"""Between the frame and the ends of the axes, in the size of letters: points lie whole within."""


@dataclass(frozen=True)
class Plane:
    """Where points lie: the frame, the size of letters, and where figures lie in px."""

    root: Element
    area: Area
    size: float
    x: Callable[[float], float]
    y: Callable[[float], float]

    def at(self, spot: PlaneSpot) -> tuple[float, float]:
        """Where two figures lie."""
        return self.x(spot[0]), self.y(spot[1])


def draw_plane(
    root: Element, area: Area, picture: ScatterPicture, size: float, largest: float
) -> Plane:
    """The axes with round figures and their titles; returns where points lie.

    Args:
        root: Drawn into.
        area: The room for all of it.
        picture: What it shows.
        size: Of the letters, px.
        largest: Radius of the largest point, px.
    """
    above = broken(picture.y.title, area.width, size)[:2]
    below = broken(picture.x.title, area.width, size)[:2]
    top = area.top + (1.35 * len(above) + 0.35) * size
    bottom = area.top + area.height - (1.35 * len(below) + 1.75) * size
    steps = picture.y.steps(max(2, min(6, int((bottom - top) / (3 * size)))))
    written = picture.y.write(steps)
    left = area.left + max((width(text, size) for text in written), default=0) + 0.6 * size
    frame = Area(left, top, area.left + area.width - left, bottom - top)
    inset = max(INSET * size, largest)
    plane = Plane(
        root,
        frame,
        size,
        picture.x.scale(left + inset, left + frame.width - inset),
        picture.y.scale(bottom - inset, top + inset),
    )
    group = add(root, "g", class_="axis", font_size=size, fill=INK["text"])
    for lines, start in ((above, area.top), (below, bottom + 1.75 * size)):
        for number, line in enumerate(lines):
            add(group, "text", x=area.left if start < top else left,
                y=start + (1.35 * number + 1) * size, font_weight="bold").text = line  # fmt: skip
    for step, text in zip(steps, written, strict=True):
        d = f"M{left:.1f} {plane.y(step):.1f}h{frame.width:.1f}"
        add(group, "path", d=d, stroke=INK["line"])
        add(group, "text", x=left - 0.4 * size, y=plane.y(step) + 0.36 * size,
            text_anchor="end", fill=INK["muted"]).text = text  # fmt: skip
    draw_across(group, frame, size, plane.x, picture.x)
    return plane


def draw_across(
    group: Element, frame: Area, size: float, scale: Callable[[float], float], axis: PlaneAxis
) -> None:
    """The figures below a frame with lines up from them: as many as have room."""
    for most in (8, 6, 5, 4, 3, 2):
        steps = axis.steps(most)
        texts = axis.write(steps)
        halves = [width(text, size) / 2 for text in texts]
        middles = [
            min(max(scale(step), frame.left + half), frame.left + frame.width - half)
            for step, half in zip(steps, halves, strict=True)
        ]
        ends = [*zip(middles, halves, strict=True)]
        if all(a + b + size < c - d for (a, b), (c, d) in pairwise(ends)):
            break
    else:
        steps, texts, middles = steps[-1:], texts[-1:], middles[-1:]
    for step, text, middle in zip(steps, texts, middles, strict=True):
        d = f"M{scale(step):.1f} {frame.top:.1f}v{frame.height:.1f}"
        add(group, "path", d=d, stroke=INK["line"])
        add(group, "text", x=middle, y=frame.top + frame.height + 1.3 * size,
            text_anchor="middle", fill=INK["muted"]).text = text  # fmt: skip


def draw_line(plane: Plane, line: ScatterLine) -> None:
    """The line, above the two wedges between the slopes that it may well have."""
    middle, group = plane.at(line.middle), add(plane.root, "g", class_="line")
    if line.flat and line.steep:
        for flat, steep in zip(line.flat, line.steep, strict=True):
            wedge = _cut([middle, plane.at(flat), plane.at(steep), middle], plane.area)
            if wedge:
                add(group, "path", d=_path(wedge, "z"), fill=INK["band"], fill_opacity="0.75")
    found = _cut([*map(plane.at, line.ends), plane.at(line.ends[0])], plane.area)
    if found:
        add(group, "path", d=_path(found), fill="none", stroke=INK["text"],
            stroke_width=f"{0.14 * plane.size:.2f}")  # fmt: skip


def _cut(ring: Sequence[PlaneSpot], area: Area) -> list[tuple[int, int]]:
    """What of a ring lies within the frame, in fine parts of a pixel."""
    whole = [(round(x * FINE), round(y * FINE)) for x, y in ring]
    box = (area.left, area.top, area.left + area.width, area.top + area.height)
    left, top, right, bottom = (round(each * FINE) for each in box)
    return clipped(whole, (left, top, right, bottom))


def _path(ring: Sequence[tuple[int, int]], end: str = "") -> str:
    return "M" + "L".join(f"{x / FINE:g} {y / FINE:g}" for x, y in ring) + end
