"""The calendar: every disc is where its month and row are, and as large as its number."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.charts.calendar import CalendarPicture, CalendarRow, bare_height, draw_calendar
from dashboard.charts.picture import Caption
from dashboard.charts.series import ChartOptions
from tests.dashboard.charts.reading import SVG, parsed, text_boxes

MONTHS = ("sausis", "vas.", "kov.", "bal.", "geg.", "birž.", "liep.", "rugp.", "rugs.", "spal.",
          "lapkr.", "gruod.")  # fmt: skip
CAPTION = Caption("Kada skelbiama", "Sakinys.", source="Šaltiniai.", demo="NE TIKRI", taken="čia")
ROWS = tuple(
    CalendarRow(f"Savivaldybė {number}", tuple((number + month) % 5 for month in range(12)))
    for number in range(60)
)
PICTURE = CalendarPicture(MONTHS, ROWS, CAPTION)
SIZES = ((1400, 2060), (900, 700), (400, 1200))


def discs(svg: str) -> list[tuple[float, float, float]]:
    """Middle and radius of each."""
    found = [each for each in parsed(svg).iter() if each.tag.endswith("circle")]
    return [(float(one.get("cx")), float(one.get("cy")), float(one.get("r"))) for one in found]


@pytest.mark.parametrize("size", SIZES)
def test_the_area_of_a_disc_is_its_number_in_the_place_of_its_month_and_row(size) -> None:
    found = discs(draw_calendar(PICTURE, ChartOptions(*size)))
    there = [(m, n, c) for n, row in enumerate(ROWS) for m, c in enumerate(row.counts) if c]
    assert len(found) == len(there)
    columns, rows = (sorted({round(disc[axis], 1) for disc in found}) for axis in (0, 1))
    largest = max(radius for *_, radius in found)
    for (x, y, radius), (month, number, count) in zip(found, there, strict=True):
        assert columns.index(round(x, 1)) == month
        assert rows.index(round(y, 1)) == number
        assert radius**2 == pytest.approx(largest**2 * count / 4, rel=0.05, abs=0.05)
    assert 2 * largest <= min(b - a for a, b in pairwise(rows)) + 0.2


@pytest.mark.parametrize("size", SIZES)
def test_every_text_is_there_and_within_the_picture(size) -> None:
    svg = draw_calendar(PICTURE, ChartOptions(*size))
    texts = [each.text for each in parsed(svg).iter(f"{SVG}text")]
    assert [each for each in texts if each.startswith("Sav")]
    for number in map(str, PICTURE.sums):
        assert number in texts
    assert "NE TIKRI" in texts
    for left, top, right, bottom in text_boxes(svg).values():
        assert left >= -1
        assert top >= -1
        assert right <= size[0] + 1
        assert bottom <= size[1] + 1


def test_bars_are_as_high_as_the_sums_of_the_months() -> None:
    root = parsed(draw_calendar(PICTURE, ChartOptions(*SIZES[0])))
    (group,) = (each for each in root.iter(f"{SVG}g") if each.get("class") == "bars")
    heights = [float(bar.get("height")) for bar in group]
    for height, count in zip(heights, PICTURE.sums, strict=True):
        assert height == pytest.approx(max(heights) * count / max(PICTURE.sums), abs=0.02)


def test_the_bare_one_stands_in_a_page_and_is_read_as_its_table() -> None:
    svg = draw_calendar(PICTURE, ChartOptions(900, bare_height(60), bare=True))
    root = parsed(svg)
    assert root.get("aria-hidden") == "true"
    assert "light-dark(" in svg, "it follows the page's look"
    bottom = max(y + radius for _, y, radius in discs(svg))
    assert bottom <= bare_height(60)


@pytest.mark.parametrize("counts", [(0,) * 12, (0,) * 11 + (1,)])
def test_few_or_no_numbers_are_drawn_too(counts) -> None:
    picture = CalendarPicture(MONTHS, (CalendarRow("<b>Viena", counts),), CAPTION)
    svg = draw_calendar(picture, ChartOptions(900, 500))
    assert len(discs(svg)) == sum(counts)
    assert "<b>" not in svg
    assert draw_calendar(CalendarPicture(MONTHS, ()), ChartOptions(900, 500, bare=True))
