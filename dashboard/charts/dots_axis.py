"""What dots on a line are read against: the axis, and the middle of the peers."""

from __future__ import annotations

from dataclasses import dataclass
from operator import lt
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.lettering import cut, width
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from dashboard.charts.dots import DotsPicture
    from dashboard.charts.framing import Area


@dataclass(frozen=True)
class DotsGround:
    """Where it is drawn: the element, its room in px, the size of letters, the colours."""

    root: Element
    area: Area
    size: float
    ink: Mapping[str, str]

    def text(self, x: float, y: float, text: str, ink: str = "text", **look: object) -> None:
        """One line; `y` is its base."""
        look = {"font_size": self.size, "fill": self.ink[ink], **look}
        add(self.root, "text", x=x, y=y, **look).text = text

    def line(self, d: str, colour: str, thick: float) -> None:
        """A line, its thickness in the size of letters."""
        add(self.root, "path", d=d, stroke=colour, stroke_width=f"{thick * self.size:.2f}")


def draw_middle(
    place: DotsGround, picture: DotsPicture, x: AxisScale, heights: tuple[float, float]
) -> None:
    """The middle half of the peers and their median, told below the axis."""
    size, (top, bottom) = place.size, heights
    if picture.quartiles:
        left, right = (x(value) for value in picture.quartiles)
        add(place.root, "rect", x=left, y=top, width=max(right - left, 1.0), height=bottom - top,
            fill=place.ink["band"])  # fmt: skip
    if picture.median is None:
        return
    at, text = x(picture.median), cut(picture.median_text, place.area.width, size)
    down = 1.7 * size if text else 0.0
    place.line(f"M{at:.1f} {top:.1f}V{bottom + down:.1f}", place.ink["text"], 0.15)
    if text:
        place.text(_held(at, width(text, size), place.area), bottom + 2.8 * size, text)


def _held(middle: float, long: float, area: Area) -> float:
    """Where a text of a length begins, around a middle, without leaving the room."""
    return min(max(middle - long / 2, area.left), area.left + area.width - long)


def draw_dots_axis(
    place: DotsGround, picture: DotsPicture, x: AxisScale, bottom: float,
    write: Callable[[float], str],
) -> None:  # fmt: skip
    """Round figures below, none where the line of the median goes down to its text."""
    size, ink = place.size, place.ink
    place.line(f"M{x.start:.1f} {bottom:.1f}H{x.end:.1f}", ink["line"], 0.08)
    barred = x(picture.median) if picture.median is not None and picture.median_text else None
    for step, text, start in _ticks(place, picture, x, write):
        place.line(f"M{x(step):.1f} {bottom:.1f}v{0.35 * size:.1f}", ink["muted"], 0.08)
        end = start + width(text, size)
        if barred is None or not start - 0.3 * size < barred < end + 0.3 * size:
            place.text(start, bottom + 1.4 * size, text, "muted")


def _ticks(
    place: DotsGround, picture: DotsPicture, x: AxisScale, write: Callable[[float], str]
) -> list[tuple[float, str, float]]:
    """Figures of the axis, written, and where they begin: as many as have room and differ."""
    size, values = place.size, {dot.value for dot in picture.dots}
    if len(values) == 1 and picture.moved is None:
        tried = [[*values]]  # what lies around it is of no figure
    else:
        tried = [inner_ticks(x.low, x.high, most) for most in (6, 4, 3, 2)]
    for steps in tried:
        texts = [write(step) for step in steps]
        starts = [_held(x(step), width(text, size), place.area)
                  for step, text in zip(steps, texts, strict=True)]  # fmt: skip
        ends = [start + width(text, size) + size
                for start, text in zip(starts, texts, strict=True)]  # fmt: skip
        if len({*texts}) == len(texts) and all(map(lt, ends, starts[1:])):
            return [*zip(steps, texts, starts, strict=True)]
    return []
