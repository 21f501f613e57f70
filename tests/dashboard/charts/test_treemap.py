"""A treemap's areas are what they stand for, and its labels stay within them."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.framing import Area
from dashboard.charts.lettering import width
from dashboard.charts.picture import Caption, LegendEntry
from dashboard.charts.series import ChartOptions
from dashboard.charts.squarify import squarified
from dashboard.charts.treemap import TreemapCell, TreemapPicture, bare_treemap, draw_treemap, placed

ROOM = Area(10, 20, 1000, 560)
VALUES = st.lists(st.floats(1, 1e6), min_size=1, max_size=41)


def cell(value: float, link: str = "/gavejai/1") -> TreemapCell:
    name = f"Pavyzdinė nevyriausybinė organizacija {value:.0f}"
    return TreemapCell(
        name, ("1 234 567 €", "12,3 %"), value, "light-dark(#112233, #aabbcc)", name, link
    )


@given(VALUES)
def test_areas_are_in_proportion_fill_the_room_and_do_not_overlap(values: list[float]) -> None:
    values = sorted(values, reverse=True)
    found = squarified(values, ROOM)
    per_value = ROOM.width * ROOM.height / sum(values)
    for value, area in zip(values, found, strict=True):
        assert area.width * area.height == pytest.approx(value * per_value, rel=1e-3)
        assert area.left >= ROOM.left - 1e-3
        assert area.top >= ROOM.top - 1e-3
        assert area.left + area.width <= ROOM.left + ROOM.width + 1e-3
        assert area.top + area.height <= ROOM.top + ROOM.height + 1e-3
    for one, two in combinations(found, 2):
        apart = (
            one.left + one.width <= two.left + 1e-3 or two.left + two.width <= one.left + 1e-3
            or one.top + one.height <= two.top + 1e-3 or two.top + two.height <= one.top + 1e-3
        )  # fmt: skip
        assert apart


def test_equal_values_become_nearly_squares() -> None:
    for area in squarified([1.0] * 40, ROOM):
        assert max(area.width / area.height, area.height / area.width) < 2


@given(VALUES)
def test_labels_stay_within_their_rectangles(values: list[float]) -> None:
    picture = TreemapPicture(tuple(map(cell, values)), cell(max(values) / 2, ""))
    root = ElementTree.fromstring(bare_treemap(picture, 1000, 560, 13))
    for group in root:
        box = {name: float(group.find("rect").get(name)) for name in ("x", "y", "width", "height")}
        for line in group.iter("text"):
            size, left, base = (float(line.get(name)) for name in ("font-size", "x", "y"))
            long = width(line.text, size, bold=line.get("font-weight") == "bold")
            assert left + long <= box["x"] + box["width"] + 1
            assert base <= box["y"] + box["height"] + 1
            assert base - 0.75 * size >= box["y"] - 1


def test_recipients_are_links_that_say_all_and_others_are_not() -> None:
    picture = TreemapPicture((cell(5), cell(3)), cell(4, ""))
    assert [shown.value for shown, _ in placed(picture, ROOM)] == [5, 4, 3]
    root = ElementTree.fromstring(bare_treemap(picture, 1000, 560, 13))
    assert [part.tag for part in root] == ["a", "g", "a"]
    assert root[0].get("aria-label") == cell(5).said
    assert root[1].get("role") == "img"


def test_a_file_has_no_links_but_a_key_and_all_texts() -> None:
    picture = TreemapPicture(
        (cell(5), cell(3)), None, (LegendEntry("#123456", "Kind"),), Caption("Title", demo="MARK")
    )
    svg = draw_treemap(picture, ChartOptions(1600, 1100, "dark"))
    assert "href" not in svg
    assert "light-dark" not in svg
    assert all(text in svg for text in ("Kind", "Title", "MARK"))
