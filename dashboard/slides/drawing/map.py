"""A map of one year: the whole country, or drawn in to the deck's municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.framing import Area
from dashboard.charts.outlines import points
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.close import draw_close
from dashboard.slides.drawing.key import (
    ROW,
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
    from xml.etree.ElementTree import Element

    from dashboard.slides.content import MapBody, MapYear
    from dashboard.slides.drawing.sheet import StageSheet

GAP = 40.0


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
    legend, listed = legend_width(year.legend), list_width(items)
    wide = sheet.height * WIDTH / HEIGHT
    free = sheet.width - wide - GAP
    if items and free >= legend + GAP + listed:  # all three beside each other
        extra = (free - legend - GAP - listed) / 3
        left = wide + GAP + extra
        _key(sheet, body, (left, legend))
        row = min(ROW * LETTER * 1.2, sheet.height / len(items))
        top = max(0.0, (sheet.height - row * len(items)) / 2)
        draw_list(sheet, items, (left + legend + GAP + extra, top), listed, row)
    else:
        room = max(legend, listed)
        wide = min(wide, sheet.width - room - GAP)
        left = sheet.width - room
        end = draw_legend(sheet, year.legend, body.unit, (left, 0), room) + 0.5 * LETTER
        most = int((sheet.height - end) / (1.3 * LETTER))
        draw_list(sheet, items[:most], (left, end), room, 1.3 * LETTER)
    area = Area(0, (sheet.height - wide * HEIGHT / WIDTH) / 2, wide, wide * HEIGHT / WIDTH)
    group = draw_country(sheet, area, body.places, year.fills, body.own, whole(area))
    _signs(group, body, year, WIDTH / wide)


def _key(sheet: StageSheet, body: MapBody, at: tuple[float, float]) -> None:
    """The legend in the middle of the height."""
    left, room = at
    legend = body.years[body.now].legend
    top = max(0.0, (sheet.height - legend_height(legend, body.unit, room)) / 2)
    draw_legend(sheet, legend, body.unit, (left, top), room)


def _signs(group: Element, body: MapBody, year: MapYear, px: float) -> None:
    """The sign of each state, so that it needs no colour."""
    size = 0.9 * LETTER * px
    look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_weight": "bold"}
    halo = {"stroke": ink.GROUND, "stroke_width": f"{5 * px:.1f}", "paint_order": "stroke"}
    signs = add(group, "g", class_="signs", font_size=f"{size:.1f}", **look, **halo)
    for place, sign in zip(body.places, year.signs, strict=True):
        x, y = points()[place.code]
        made = add(
            signs, "text", class_="sign", data_code=place.code, x=x, y=f"{y + 0.36 * size:.0f}"
        )
        made.text = sign
