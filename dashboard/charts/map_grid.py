"""Many small maps in the same colours, a year each; shapes are defined once and referred to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.framing import Area
from dashboard.charts.grounds import NARROW_PX, begun, finished
from dashboard.charts.hatch import add_hatch
from dashboard.charts.legend import Legend, wanted_width
from dashboard.charts.linked import pointed
from dashboard.charts.picture import UNCAPTIONED, Caption, LegendEntry
from dashboard.charts.svg import add
from dashboard.charts.tiny_outlines import COARSER, TINY_HEIGHT, TINY_WIDTH, tiny_outlines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from dashboard.charts.series import ChartOptions
    from dashboard.charts.svg import Drawing

GRID_HATCH = "no-data-grid"
HEAD = 1.5
"""Height of what stands above a map, in the size of letters."""

GAP = 0.8
"""Between maps, in the size of letters."""

LEAST_BESIDE = 600
"""From this width on the legend stands beside the maps."""


@dataclass(frozen=True)
class GridMap:
    """One of the maps.

    Attributes:
        heading: What stands above it.
        fills: A colour by code.
        titles: What places say when they are pointed at, by code.
        href: Where its heading leads.
        now: Whether it is the one that is looked at.
        ringed: Colours of outlines, by code.
    """

    heading: str
    fills: Mapping[str, str]
    titles: Mapping[str, str] = field(default_factory=dict)
    href: str = ""
    now: bool = False
    ringed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MapGridPicture:
    """Maps with one legend."""

    maps: tuple[GridMap, ...]
    legend: tuple[LegendEntry, ...] = ()
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class _MapRows:
    """Where the maps stand: how many beside each other, how wide each, from where."""

    columns: int
    wide: float
    left: float
    top: float


def draw_map_grid(picture: MapGridPicture, options: ChartOptions) -> str:
    """The maps, row by row, with one legend beside or below.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page, where places say their figures unless it is
        narrow; else a file of its own.
    """
    drawing, area, base = begun(picture.caption, options, "map-grid-svg", scrolled=True)
    area = _legend(drawing, picture, area, base)
    grid = _arranged(len(picture.maps), area, base)
    before = "n" if options.width <= NARROW_PX else "w"
    _define(drawing, before, TINY_WIDTH / grid.wide)
    for number, each in enumerate(picture.maps):
        row, column = divmod(number, grid.columns)
        left = grid.left + column * (grid.wide + GAP * base)
        top = grid.top + row * _tall(grid.wide, base)
        _head(drawing, each, (left, top), grid.wide, base)
        titles = each.titles if options.bare and options.width > NARROW_PX else {}
        scale = grid.wide / TINY_WIDTH
        move = f"translate({left:.1f} {top + HEAD * base:.1f}) scale({scale:.4f})"
        group = add(drawing.root, "g", class_="small-multiple", transform=move)
        _places(group, each, before, titles)
        _lines(group, each.ringed, before, 1 / scale)
    return finished(drawing, options)


def grid_height(picture: MapGridPicture, wide: int, columns: int, base: float) -> int:
    """How high a narrow picture is in which so many maps stand beside each other."""
    each = (wide - (columns - 1) * GAP * base) / columns
    rows = ceil(len(picture.maps) / columns)
    legend = Legend(picture.caption.unit, picture.legend, (), wide, base)
    return ceil(rows * _tall(each, base) + legend.keys_height + base)


def _tall(wide: float, base: float) -> float:
    """Height of a map with its heading and the gap below."""
    return wide * TINY_HEIGHT / TINY_WIDTH + (HEAD + GAP) * base


def _arranged(count: int, area: Area, base: float) -> _MapRows:
    """As many columns as make the maps largest."""

    def width(columns: int) -> float:
        rows = ceil(count / columns)
        across = (area.width - (columns - 1) * GAP * base) / columns
        down = (area.height + GAP * base) / rows - (HEAD + GAP) * base
        return max(1.0, min(across, down * TINY_WIDTH / TINY_HEIGHT))

    columns = max(range(1, max(count, 1) + 1), key=width)
    wide = width(columns)
    spare = area.width - columns * wide - (columns - 1) * GAP * base
    return _MapRows(columns, wide, area.left + spare / 2, area.top)


def _legend(drawing: Drawing, picture: MapGridPicture, area: Area, base: float) -> Area:
    """The legend, at the right or below; returns what is left for the maps."""
    if not picture.legend:
        return area
    wanted = wanted_width(picture.caption.unit, picture.legend, (), base)
    beside = area.width >= LEAST_BESIDE
    room = min(wanted, 0.3 * area.width) if beside else area.width
    legend = Legend(picture.caption.unit, picture.legend, (), room, base)
    if beside:
        gap = 1.5 * base
        legend.draw_keys(drawing, area.left + area.width - room, area.top + HEAD * base)
        return Area(area.left, area.top, area.width - room - gap, area.height)
    tall = legend.keys_height + base
    legend.draw_keys(drawing, area.left, area.top + area.height - tall + base)
    return Area(area.left, area.top, area.width, area.height - tall)


def _define(drawing: Drawing, before: str, pixel: float) -> None:
    """The shapes that all maps refer to, and their hatching."""
    shapes = add(drawing.root, "defs")
    add_hatch(shapes, GRID_HATCH, pixel)
    for code, d in tiny_outlines().places.items():
        add(shapes, "path", id=f"{before}{code}", d=d)
    move = f"scale({1 / COARSER})"
    add(shapes, "path", id=f"{before}counties", d=tiny_outlines().counties, transform=move)


def _head(
    drawing: Drawing, each: GridMap, at: tuple[float, float], wide: float, base: float
) -> None:
    """What stands above a map; the one that is looked at has an outline."""
    (left, top), colours = at, drawing.colours
    if each.now:
        tall = wide * TINY_HEIGHT / TINY_WIDTH + HEAD * base
        box = {"x": left - 0.3 * base, "y": top - 0.05 * base, "rx": 0.3 * base}
        size = {"width": wide + 0.6 * base, "height": tall + 0.3 * base}
        look = {"fill": "none", "stroke": colours["text"], "stroke_width": base / 8}
        add(drawing.root, "rect", class_="now", **box, **size, **look)
    group = pointed(drawing.root, "", each.href)
    weight = {"font_weight": "bold"} if each.now else {}
    text = {"x": left + wide / 2, "y": top + 1.05 * base, "text_anchor": "middle"}
    add(group, "text", **text, fill=colours["text"], font_size=base, **weight).text = each.heading


def _places(group: Element, each: GridMap, before: str, titles: Mapping[str, str]) -> None:
    """The places, those of one colour together; small ones last, so that they lie on top."""
    by_colour: defaultdict[str, list[str]] = defaultdict(list)
    inner = add(group, "g", stroke=palette.LINE_COLOUR, stroke_width=0.8)
    small = [code for code, d in tiny_outlines().places.items() if "a" in d]
    for code in tiny_outlines().places:
        if code not in small:
            by_colour[each.fills[code]].append(code)
    groups = [*by_colour.items(), *((each.fills[code], [code]) for code in small)]
    for colour, codes in groups:
        fill = f"url(#{GRID_HATCH})" if colour == palette.UNKNOWN_COLOUR else colour
        kind = add(inner, "g", fill=fill)
        for code in codes:
            use = add(kind, "use", href=f"#{before}{code}")
            if titles.get(code):
                add(use, "title").text = titles[code]


def _lines(group: Element, ringed: Mapping[str, str], before: str, pixel: float) -> None:
    """The counties, and outlines of those that stand out."""
    look = {"fill": "none", "pointer_events": "none"}
    line = {"stroke": palette.COUNTY_COLOUR, "stroke_width": f"{COARSER * 0.6 * pixel:.1f}"}
    add(group, "use", href=f"#{before}counties", **look, **line)
    for code, colour in ringed.items():
        ring = {"stroke": colour, "stroke_width": f"{2 * pixel:.1f}"}
        add(group, "use", href=f"#{before}{code}", **look, **ring)
