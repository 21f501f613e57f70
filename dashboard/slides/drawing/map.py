"""A map of one year: the whole country, or drawn in to the deck's municipalities."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.framing import Area
from dashboard.charts.outlines import points
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.close import draw_close
from dashboard.slides.drawing.key import (
    Owned,
    draw_legend,
    draw_list,
    legend_height,
    legend_width,
    list_width,
)
from dashboard.slides.drawing.outlined import draw_country, whole
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.slides.content import MapBody, MapYear
    from dashboard.slides.drawing.sheet import StageSheet

GAP, TIGHT = 40.0, 1.28
"""Room between parts, and from line to line where there is little of it, in its letters."""

SHRUNK = (0.9, 0.66)
"""How small a map may become so that all stands beside it; so that the list has room at all."""


def owned(body: MapBody) -> list[Owned]:
    """The deck's municipalities in the year that is shown first."""
    told = body.years[body.now].told
    return [
        Owned(place.code, place.letter, place.name, text)
        for place, text in zip(body.places, told, strict=True)
        if place.code in body.own
    ]


def draw_map_body(sheet: StageSheet, body: MapBody) -> None:
    """The map at the left, its classes and the deck's municipalities at the right."""
    if body.close and body.own:
        draw_close(sheet, body, owned(body))
        return
    year, items = body.years[body.now], owned(body)
    largest = sheet.height * WIDTH / HEIGHT
    legend, listed = legend_width(year.legend), list_width(items)
    if items and sheet.width - SHRUNK[0] * largest >= legend + listed + 2 * GAP:
        wide = min(largest, sheet.width - legend - listed - 2 * GAP)
        _beside(sheet, body, items, wide)
    else:
        room = _below(sheet, body, items, largest)
        wide = min(largest, sheet.width - room - GAP)
    tall = wide * HEIGHT / WIDTH
    area = Area(0, (sheet.height - tall) / 2, wide, tall)
    group = draw_country(sheet, area, body.places, year.fills, body.own, whole(area))
    _signs(group, body, year, WIDTH / wide)


def _beside(sheet: StageSheet, body: MapBody, items: Sequence[Owned], wide: float) -> None:
    """Map, classes and municipalities in a row, each in the middle of the height."""
    keys = body.years[body.now].legend
    legend, listed = legend_width(keys), list_width(items)
    extra = (sheet.width - wide - legend - listed - 2 * GAP) / 2
    left = wide + GAP + extra / 2
    top = max(0.0, (sheet.height - legend_height(keys, body.unit, legend)) / 2)
    draw_legend(sheet, keys, body.unit, Area(left, top, legend, sheet.height))
    row = min(1.7 * LETTER, sheet.height / len(items))
    top = max(0.0, (sheet.height - row * len(items)) / 2)
    draw_list(sheet, items, Area(sheet.width - listed - extra / 4, top, listed, row))


def _below(sheet: StageSheet, body: MapBody, items: Sequence[Owned], largest: float) -> float:
    """Municipalities below the classes, in as few columns as there is room for; returns the room.

    Figures are left out where the names alone need it all: a spotlight tells them too.
    """
    keys, row = body.years[body.now].legend, TIGHT * LETTER
    for columns, figures in ((1, True), (2, True), (1, False), (2, False), (3, False)):
        told = [item if figures else item._replace(told="") for item in items]
        each = list_width(told)
        room = max(legend_width(keys), columns * each + (columns - 1) * LETTER)
        head = legend_height(keys, body.unit, room, row) + 0.4 * LETTER
        rows = ceil(len(items) / columns)
        tall = head + rows * row
        if tall <= sheet.height and sheet.width - room - GAP >= SHRUNK[1] * largest:
            break
    rows = max(1, min(rows, int((sheet.height - head) / row)))
    left, top = sheet.width - room, max(0.0, (sheet.height - tall) / 2)
    draw_legend(sheet, keys, body.unit, Area(left, top, room, sheet.height), row)
    for column in range(columns):
        part = told[column * rows : (column + 1) * rows]
        wide = (room - (columns - 1) * LETTER) / columns
        draw_list(sheet, part, Area(left + column * (wide + LETTER), top + head, wide, row))
    return room


def _signs(group: Element, body: MapBody, year: MapYear, px: float) -> None:
    """The sign of each state, so that it needs no colour."""
    size = LETTER * px
    look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_weight": "bold"}
    halo = {"stroke": ink.GROUND, "stroke_width": f"{5 * px:.1f}", "paint_order": "stroke"}
    signs = add(group, "g", class_="signs", font_size=f"{size:.1f}", **look, **halo)
    for place, sign in zip(body.places, year.signs, strict=True):
        x, y = points()[place.code]
        made = add(
            signs, "text", class_="sign", data_code=place.code, x=x, y=f"{y + 0.36 * size:.0f}"
        )
        made.text = sign
