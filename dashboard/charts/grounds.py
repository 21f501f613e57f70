"""Where a picture of the bench is drawn: bare in the colours of a page, or framed as a file.

What draws on it need not know which: it has a ground and an area either way, and the colours of
`charts.ink`, of which a file takes the half that its look shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.hatch import add_hatch
from dashboard.charts.ink import INK
from dashboard.charts.svg import Drawing, add

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from dashboard.charts.axis import AxisScale
    from dashboard.charts.picture import Caption
    from dashboard.charts.series import ChartOptions

LETTERS_PX = 13.0
"""Size of the letters of a bare picture."""

LISTED_PX = 12.0
"""The same of those that are read by scrolling on a narrow screen."""

NARROW_PX = 500
"""Up to this width a picture is drawn for a phone."""

TALL_PX = 500
"""Higher pictures are not made to fit the window, as their letters would be too small."""

NATIONAL = "light-dark(#3d4a57, #cfd8df)"
"""The country's line in a page."""

HATCHING = "no-data"


@dataclass(frozen=True)
class Ground:
    """Where shapes and letters are drawn.

    Attributes:
        root: The element to draw into.
        size: Of the letters, px.
        live: Whether what is drawn can be pointed at and leads on.
    """

    root: Element
    size: float
    live: bool = field(default=False, kw_only=True)

    @property
    def thick(self) -> float:
        """By how much lines are thicker than beside letters of 13 px."""
        return self.size / LETTERS_PX

    def line(self, d: str, colour: str, px: float, dash: str = "") -> None:
        """A line; its width and its dashes in px beside letters of 13."""
        look = {"stroke": INK.get(colour, colour), "stroke_width": f"{px * self.thick:.2f}"}
        if dash:
            parts = (float(part) * self.thick for part in dash.split())
            look["stroke_dasharray"] = " ".join(f"{part:.2f}" for part in parts)
        add(self.root, "path", d=d, fill="none", **look)

    def text(self, x: float, y: float, text: str, fill: str = "text", **look: object) -> None:
        """One line; `y` is its base."""
        look = {"font_size": self.size, "fill": INK.get(fill, fill), **look}
        add(self.root, "text", x=x, y=y, **look).text = text

    def haloed(self, x: float, y: float, text: str, fill: str = "text", **look: object) -> None:
        """One line in a casing of the ground, to be read over anything."""
        self.text(x, y, text, fill, **halo(self.size), **look)

    def levels(
        self,
        steps: Iterable[tuple[float, str]],
        y: AxisScale,
        ends: tuple[float, float],
        fill: str = "muted",
        gap: float = 0.4,
    ) -> None:
        """Lines across at figures, each of which stands before its line.

        Args:
            steps: The figures, and how they are written.
            y: Where they lie.
            ends: Of the lines.
            fill: Colour of what is written.
            gap: Between that and the line, in the size of letters.
        """
        left, right = ends
        for step, text in steps:
            self.line(f"M{left:.1f} {y(step):.1f}H{right:.1f}", "line", 1)
            base = y(step) + 0.36 * self.size
            self.text(left - gap * self.size, base, text, fill, text_anchor="end")


def halo(size: float) -> dict[str, object]:
    """How letters of a size look that lie over lines and points."""
    return {
        "stroke": INK["ground"],
        "stroke_width": f"{0.25 * size:.2f}",
        "stroke_linejoin": "round",
        "paint_order": "stroke",
    }


def begun(
    caption: Caption,
    options: ChartOptions,
    name: str,
    *,
    letters: float = LETTERS_PX,
    scrolled: bool = False,
) -> tuple[Drawing, Area, float]:
    """A drawing, the area that is left for the picture, and the size of ordinary letters.

    Args:
        caption: The texts around a framed picture.
        options: How it is drawn.
        name: Class of the bare picture.
        letters: Size of its letters, px.
        scrolled: Whether the bare picture is read by scrolling where it is narrow or tall, and not
            made smaller.
    """
    if not options.bare:
        size = (options.width, options.height)
        drawing, area, base = framed(caption, size, options.look, options.without)
        drawing.colours = {**drawing.colours, **INK, "national": INK["text"]}
        return drawing, area, base
    narrow = options.width <= NARROW_PX
    drawing = Drawing(options.width, options.height, "light", "")
    drawing.colours = {**INK, "national": NATIONAL}
    drawing.root.clear()
    drawing.root.set("class", name)
    drawing.root.set("viewBox", f"0 0 {options.width} {options.height}")
    drawing.root.set("aria-hidden", "true")
    if scrolled and (narrow or options.height > TALL_PX):
        drawing.root.set("style", "max-height:none")
    add_hatch(drawing.root, HATCHING, 1)
    area = Area(0, 0, options.width, options.height)
    return drawing, area, LISTED_PX if scrolled and narrow else letters


def finished(drawing: Drawing, options: ChartOptions) -> str:
    """The text of the picture; what is drawn twice in a page has names of its own each time."""
    if not options.bare:
        return drawing.svg()
    text = tostring(drawing.root, encoding="unicode")
    return text.replace(HATCHING, f"{HATCHING}-{drawing.root.get('class')}-{options.width}")
