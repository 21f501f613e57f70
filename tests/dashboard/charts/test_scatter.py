"""The plane of two figures: where points lie, how they look, what is named and told."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import Caption
from dashboard.charts.png import png
from dashboard.charts.scatter import (
    PlaneAxis,
    ScatterKey,
    ScatterLine,
    ScatterPicture,
    ScatterPoint,
)
from dashboard.charts.scatter_plot import draw_scatter
from dashboard.charts.series import ChartOptions
from tests.dashboard.charts.reading import SVG, group, meeting, parsed, said, text_boxes

if TYPE_CHECKING:
    from collections.abc import Sequence


def write(values: Sequence[float], sign: str = "") -> list[str]:
    return [f"{value:g}{sign}" for value in values]


POINTS = tuple(
    ScatterPoint(
        x=(number * 37) % 97 + 1,
        y=(number * 53) % 89 + 1,
        name=f"Pavyzdinė {number}",
        title=f"Pavyzdinė {number}: {number}",
        fill=SELECTED[number] if number < 3 else "#07898b",
        shape=number % 10,
        own=number < 3,
        hollow=number % 7 == 0,
        pale=number == 59,
        href=f"?select={number}",
    )
    for number in range(60)
)
PICTURE = ScatterPicture(
    POINTS,
    PlaneAxis(0, 100, "Į šoną, %", write),
    PlaneAxis(0, 100, "Aukštyn, €", partial(write, sign=" €")),
    ScatterLine(((1, 20), (97, 60)), (50, 40), ((1, 38), (97, 42)), ((1, 0), (97, 90))),
    (ScatterKey("Miestai", fill="#07898b"), ScatterKey("Tiesė", "line")),
    Caption("Du rodikliai", "Sakinys.", source="Šaltiniai.", demo="NE TIKRI"),
)
BARE, PHONE = ChartOptions(760, 460, bare=True), ChartOptions(340, 440, bare=True)


def drawn(picture: ScatterPicture = PICTURE, options: ChartOptions = BARE) -> str:
    svg = draw_scatter(picture, options)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1 - svg.count("xmlns"))


@pytest.mark.parametrize("options", [BARE, PHONE, ChartOptions(1600, 1000)])
def test_every_point_tells_its_name_and_figures(options: ChartOptions) -> None:
    titles = [each.text for each in parsed(drawn(options=options)).iter(f"{SVG}title")]
    assert {point.title for point in POINTS} <= {*titles}


def test_points_lead_on_in_a_page_and_nowhere_in_a_file() -> None:
    links = [each.get("href") for each in parsed(drawn()).iter(f"{SVG}a")]
    assert {*links} == {point.href for point in POINTS}
    assert "<a " not in drawn(options=ChartOptions(1600, 1000))


@pytest.mark.parametrize("options", [BARE, PHONE, ChartOptions(1200, 630, look="dark")])
def test_no_two_texts_meet(options: ChartOptions) -> None:
    flat = re.sub(r"</?g\b[^>]*>", "", drawn(options=options).replace("font-size=", "data-size="))
    size = 13.0 if options.bare else 12.07
    flat = flat.replace("<text ", f'<text font-size="{size}" ')
    assert meeting(text_boxes(flat)) == []


def test_selected_ones_are_always_named() -> None:
    crowded = replace(PICTURE, points=tuple(each._replace(x=50, y=50) for each in POINTS))
    for options in (BARE, PHONE):
        assert {"Pavyzdinė 0", "Pavyzdinė 1", "Pavyzdinė 2"} <= {
            text.text for text in group(parsed(drawn(crowded, options)), "names", SVG)
        }


def test_what_is_left_out_is_pale_and_what_is_not_firm_is_hollow() -> None:
    points = {
        each.findtext(f"{SVG}title"): each
        for each in parsed(drawn()).iter(f"{SVG}g")
        if each.find(f"{SVG}title") is not None
    }
    pale, hollow = points[POINTS[59].title], points[POINTS[7].title]
    assert pale.get("opacity") == "0.45"
    assert [path.get("stroke") for path in hollow.findall(f"{SVG}path")] == ["#07898b"]


def test_a_logarithmic_axis_has_round_figures_and_equal_ratios() -> None:
    axis = PlaneAxis(0.8, 1200, "", write, log=True)
    x = axis.scale(0, 100)
    assert axis.steps(6) == [1, 10, 100, 1000]
    assert x(10) - x(1) == pytest.approx(x(1000) - x(100))
    assert PlaneAxis(40, 48, "", write, log=True).steps(5) == [40, 42, 44, 46, 48]


def test_a_file_is_a_picture_with_everything_around_it() -> None:
    svg = drawn(options=ChartOptions(1200, 630))
    assert {"Du rodikliai", "NE TIKRI", "Šaltiniai.", "Aukštyn, €", "Miestai"} <= {
        text.text for text in parsed(svg).iter(f"{SVG}text")
    }
    assert "light-dark" not in svg
    assert png(svg).startswith(b"\x89PNG")
    assert "Sakinys." in said(svg)
