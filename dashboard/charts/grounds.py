"""Where a picture of the bench is drawn: bare in the colours of a page, or framed as a file.

What draws on it need not know which: it has a drawing, an area and a size of letters either way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.hatch import add_hatch
from dashboard.charts.ink import INK
from dashboard.charts.svg import Drawing, add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.picture import Caption
    from dashboard.charts.series import ChartOptions

LETTERS_PX = {True: 12.0, False: 13.0}
"""Size of letters of a bare picture, on a narrow screen and on others."""

NARROW_PX = 500
"""Up to this width a picture is drawn for a phone."""

TALL_PX = 500
"""Higher pictures are not made to fit the window, as their letters would be too small."""

NATIONAL = "light-dark(#3d4a57, #cfd8df)"
"""The country's line."""

HATCHING = "no-data"


def begun(caption: Caption, options: ChartOptions, name: str) -> tuple[Drawing, Area, float]:
    """A drawing, the area that is left for the picture, and the size of ordinary letters.

    Args:
        caption: The texts around a framed picture.
        options: How it is drawn.
        name: Class of the bare picture.
    """
    if not options.bare:
        size = (options.width, options.height)
        drawing, area, base = framed(caption, size, options.look, options.without)
        drawing.colours = {**drawing.colours, "national": drawing.colours["text"]}
        return drawing, area, base
    drawing = Drawing(options.width, options.height, "light", "")
    drawing.colours = {**INK, "national": NATIONAL}
    drawing.root.clear()
    drawing.root.set("class", name)
    drawing.root.set("viewBox", f"0 0 {options.width} {options.height}")
    drawing.root.set("aria-hidden", "true")
    if options.width <= NARROW_PX or options.height > TALL_PX:
        drawing.root.set("style", "max-height:none")  # read by scrolling, not made smaller
    add_hatch(drawing.root, HATCHING, 1)
    area = Area(0, 0, options.width, options.height)
    return drawing, area, LETTERS_PX[options.width <= NARROW_PX]


def finished(drawing: Drawing, options: ChartOptions, name: str) -> str:
    """The text of the picture; what is drawn twice in a page has names of its own each time."""
    if not options.bare:
        return drawing.svg()
    text = tostring(drawing.root, encoding="unicode")
    return text.replace(HATCHING, f"{HATCHING}-{name}-{options.width}")


def pointed(parent: Element, title: str, href: str) -> Element:
    """A group that says what it is when it is pointed at, and leads where it should."""
    leading = {"href": href, "data_stay": "", "tabindex": -1} if href else {}
    group = add(parent, "a" if href else "g", **leading)
    if title:
        add(group, "title").text = title
    return group
