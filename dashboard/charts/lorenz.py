"""Lorenz' curve (1905): what share of all the smallest have, and how far that is from equal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.axis import AxisScale
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.markers import marker
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.spread import spread
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.charts.series import ChartOptions

BARE = 13.0
"""Size of the letters in the bare picture, px."""

STEPS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class LorenzPoint:
    """A municipality on the curve.

    Attributes:
        share: What it and all smaller ones have together, per cent of all.
        told: Its name and figure.
        href: Where it leads in a page.
        name: Its name, told of a selected one.
        selected: Its number among the selected; None of others.
    """

    share: float
    told: str
    href: str = ""
    name: str = ""
    selected: int | None = None


@dataclass(frozen=True)
class LorenzPicture:
    """The curve.

    Attributes:
        points: From the smallest figure.
        across: Name of the axis below.
        up: Name of the axis at the left.
        equal: What is said of the straight line.
        colours: Of selected ones.
        caption: Used in the framed picture only.
    """

    points: tuple[LorenzPoint, ...]
    across: str
    up: str
    equal: str
    colours: Sequence[str] = ()
    caption: Caption = UNCAPTIONED


def draw_lorenz(picture: LorenzPicture, options: ChartOptions) -> str:
    """The curve below the line of equal figures.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, else a file of its own.
    """
    if options.bare:
        root = Element("svg", {"class": "lorenz-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        area = Area(0, 0, options.width, options.height)
        _plot(root, picture, area, BARE, INK, live=True)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    _plot(drawing.root, picture, area, base, settled(options.look), live=False)
    return drawing.svg()


def _plot(
    root: Element, picture: LorenzPicture, area: Area, size: float, ink: Mapping[str, str],
    *, live: bool,
) -> None:  # fmt: skip
    wide = min(area.width, 1.5 * area.height)  # a curve in a long strip tells less
    left = area.left + (area.width - wide) / 2
    text = {"font_size": size, "fill": ink["text"]}
    up = cut(picture.up, wide, size)
    add(root, "text", x=left, y=area.top + size, **text).text = up
    x = AxisScale(0, 100, left + width("100", size) + 0.5 * size, left + wide - size)
    y = AxisScale(0, 100, area.top + area.height - 3.2 * size, area.top + 2.2 * size)
    _axes(root, x, y, size, ink)
    across = {"x": x.end + size, "y": area.top + area.height - 0.4 * size}
    add(root, "text", text_anchor="end", **across, **text).text = cut(picture.across, wide, size)
    count = len(picture.points)
    places = [(x(100 * (number + 1) / count), y(point.share))
              for number, point in enumerate(picture.points)]  # fmt: skip
    line = "L".join(f"{right:.1f} {high:.1f}" for right, high in [(x(0), y(0)), *places])
    add(root, "path", d=f"M{line}z", fill=ink["band"])
    thick = size / 13
    add(root, "path", d=f"M{x(0):.1f} {y(0):.1f}L{x(100):.1f} {y(100):.1f}", fill="none",
        stroke=ink["muted"], stroke_width=f"{1.5 * thick:.2f}",
        stroke_dasharray=f"{4 * thick:.2f} {3 * thick:.2f}")  # fmt: skip
    add(root, "path", d=f"M{line}", fill="none", stroke=ink["peer"],
        stroke_width=f"{2.5 * thick:.2f}")  # fmt: skip
    room = x(50) - x(0) - size
    add(root, "text", x=x(50) - 0.8 * size, y=y(54), text_anchor="end",
        **text).text = cut(picture.equal, room, size)  # fmt: skip
    _points(root, picture, places, size, ink, live=live)
    _names(root, picture, places, size, ink)


def _axes(root: Element, x: AxisScale, y: AxisScale, size: float, ink: Mapping[str, str]) -> None:
    look = {"stroke": ink["line"], "stroke_width": f"{size / 13:.2f}", "fill": "none"}
    text = {"font_size": size, "fill": ink["muted"]}
    for step in STEPS:
        add(root, "path", d=f"M{x.start:.1f} {y(step):.1f}H{x.end:.1f}", **look)
        add(root, "path", d=f"M{x(step):.1f} {y.start:.1f}V{y.end:.1f}", **look)
        add(root, "text", x=x.start - 0.5 * size, y=y(step) + 0.36 * size, text_anchor="end",
            **text).text = str(step)  # fmt: skip
        add(root, "text", x=x(step), y=y.start + 1.4 * size, text_anchor="middle",
            **text).text = str(step)  # fmt: skip


def _points(
    root: Element, picture: LorenzPicture, places: Sequence[tuple[float, float]], size: float,
    ink: Mapping[str, str], *, live: bool,
) -> None:  # fmt: skip
    order = sorted(range(len(places)), key=lambda at: picture.points[at].selected is not None)
    for at in order:
        point, (right, high) = picture.points[at], places[at]
        own = point.selected is not None
        number = point.selected or 0
        colour = picture.colours[number % len(picture.colours)] if own else ink["peer"]
        parent = root
        if live and point.href:
            parent = add(root, "a", href=point.href, data_stay="", tabindex="-1")
        radius = (0.5 if own else 0.2) * size
        drawn = add(parent, "path", d=marker(number if own else 0, right, high, radius),
                    fill=colour, stroke=ink["ground"], stroke_width=f"{size / 13:.2f}")  # fmt: skip
        add(drawn, "title").text = point.told


def _names(
    root: Element,
    picture: LorenzPicture,
    places: Sequence[tuple[float, float]],
    size: float,
    ink: Mapping[str, str],
) -> None:
    """Names of the selected: right of the curve, or left of it where there is no room."""
    most, least = max(right for right, _ in places), max(high for _, high in places)
    halo = {"stroke": ink["ground"], "stroke_linejoin": "round", "paint_order": "stroke"}
    look = {"font_size": size, "fill": ink["text"], **halo, "stroke_width": f"{0.25 * size:.2f}"}
    sides = dict[bool, list[tuple[str, float, float]]]()
    for point, (right, high) in zip(picture.points, places, strict=True):
        if point.selected is not None:
            fits = right + 0.8 * size + width(point.name, size) <= most + size
            sides.setdefault(fits, []).append((point.name, right, high))
    for fits, named in sides.items():
        wanted = [high + (0.9 if fits else 0.1) * size for _, _, high in named]
        heights = spread(wanted, 1.2 * size, 0, least)
        for (name, right, _), y in zip(named, heights, strict=True):
            x = right + (0.8 if fits else -0.8) * size
            anchor = "start" if fits else "end"
            add(root, "text", x=x, y=y, text_anchor=anchor, **look).text = name
