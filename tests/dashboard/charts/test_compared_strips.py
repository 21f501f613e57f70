"""Municipalities that are compared have one marker and colour each, wherever they lie."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest

from dashboard.charts.dots import Dot, DotsPicture, dots_row
from dashboard.charts.lettering import width
from dashboard.charts.markers import marker
from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import Caption
from dashboard.charts.series import ChartOptions
from dashboard.charts.spark_lines import SparkLine, spark_lines
from dashboard.charts.strips import ComparedRow, StripsPicture, draw_strips


def own(value: float, number: int) -> Dot:
    return Dot(str(number), value, "own", colour=SELECTED[number], shape=number)


def placed(svg: str) -> dict[str, tuple[float, float]]:
    """Where the first corner of each own marker lies, by its colour."""
    found = re.findall(r'<path d="M([\d.]+) ([\d.]+)[^"]*z" fill="(#\w+)"', svg)
    return {colour: (float(x), float(y)) for x, y, colour in found}


def test_a_marker_is_that_of_its_number_though_others_have_no_figure() -> None:
    svg = dots_row(DotsPicture((Dot("a", 0.0), Dot("b", 10.0), own(5.0, 4))), (200, 40))
    assert f'd="{marker(4, 100, 20, 0.24 * 40)}" fill="{SELECTED[4]}"' in svg


@pytest.mark.parametrize("count", [2, 3, 6])
def test_equal_figures_lie_beside_each_other_within_the_strip(count: int) -> None:
    dots = (Dot("a", 0.0), *(own(5.0, 0)._replace(colour=each) for each in SELECTED[:count]))
    heights = [y for _, y in placed(dots_row(DotsPicture(dots), (200, 40))).values()]
    assert len(set(heights)) == count
    assert min(heights) >= 0
    assert max(heights) <= 40


def test_lines_share_one_scale_and_end_in_the_marker_of_the_year() -> None:
    lines = [
        SparkLine((0.0, 10.0, 20.0), (False,) * 3, SELECTED[0], 0),
        SparkLine((0.0, None, 10.0), (False,) * 3, SELECTED[1], 1),
    ]
    svg = spark_lines(lines, 2, (108, 48))
    assert f'd="{marker(0, 104, 4, 3)}"' in svg
    assert f'd="{marker(1, 104, 24, 3)}"' in svg, "half as high"
    assert "L104.0 24.0" not in svg, "a gap is not bridged"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_picture_of_all_strips_says_all_that_it_is_given(look: str) -> None:
    rows = tuple(
        ComparedRow(f"indicator {n}", "%", DotsPicture((Dot("x", 1.0), own(2.0, 0))),
                 (("2.00%", "rank 1 of 60"), ("not asked", "")))
        for n in range(13)
    )  # fmt: skip
    around = Caption("title", "sentence", source="source", demo="DEMONSTRATION", taken="taken")
    heads = (("Vilnius City", SELECTED[0]), ("Neringa", SELECTED[1]))
    svg = draw_strips(StripsPicture(heads, rows, around), ChartOptions(1600, 1000, look=look))
    root = fromstring(svg)
    said = " ".join(root.itertext())
    for text in ("title", "DEMONSTRATION", "source", "taken", "Vilnius City", "Neringa",
                 "indicator 12", "2.00%", "rank 1 of 60", "not asked"):  # fmt: skip
        assert text in said
    heights = [float(each.get("y", 0)) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert max(heights) < 1000
    assert "light-dark(" not in svg


def test_a_figure_is_smaller_where_there_is_little_room_and_never_cut() -> None:
    long = ("1 330 631 865 €‡✓", "rank 60 of 60")
    row = ComparedRow("A name of an indicator " * 3, "€", DotsPicture((own(2.0, 0),)), (long,) * 6)
    heads = tuple((f"The municipality of a long name {n}", SELECTED[n]) for n in range(6))
    root = fromstring(draw_strips(StripsPicture(heads, (row,)), ChartOptions(900, 500)))
    lines = [*root.iter("{http://www.w3.org/2000/svg}text")]
    assert not [each.text for each in lines if "…" in str(each.text)]
    figures = [each for each in lines if each.text == long[0]]
    lefts = [float(each.get("x", 0)) for each in figures]
    widths = [width(str(each.text), float(each.get("font-size", 0)), bold=True) for each in figures]
    assert all(
        left + wide <= after for left, wide, after in zip(lefts, widths, lefts[1:], strict=False)
    )
