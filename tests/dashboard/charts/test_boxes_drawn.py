"""Rows of dots on one scale: none hides another, boxes where there are enough, names with room."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING

from dashboard.charts.boxes import BoxDot, BoxEnds, BoxesPicture, BoxRow
from dashboard.charts.boxes_plot import draw_boxes
from dashboard.charts.palette import SELECTED
from dashboard.charts.scatter import PlaneAxis
from dashboard.charts.series import ChartOptions
from tests.dashboard.charts.reading import SVG, group, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE = ChartOptions(760, 460, bare=True)


def write(values: Sequence[float]) -> list[str]:
    return [f"{value:g}" for value in values]


def dots(row: int, count: int) -> tuple[BoxDot, ...]:
    return tuple(
        BoxDot(
            f"{n}",
            value=(n * n + 11 * row) % 50,
            name="Pirmoji" if n == 0 else "",
            title=f"{n} eilutėje {row}",
            own=SELECTED[0] if n == 0 else "",
            joins=n == 0 and row > 0,
            href=f"?select={n}",
        )
        for n in range(count)
    )


def picture(rows: int, count: int) -> BoxesPicture:
    told = [
        BoxRow(f"{2015 + row}", f"n = {count}", dots(row, count),
               BoxEnds(0, 10, 20, 30, 49) if count >= 5 else None, 25.0)
        for row in range(rows)
    ]  # fmt: skip
    return BoxesPicture(tuple(told), PlaneAxis(0, 50, "Dalis, %", write))


def drawn(rows: int, count: int, options: ChartOptions = BARE) -> str:
    return draw_boxes(picture(rows, count), options).replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1
    )


def test_no_dot_hides_another() -> None:
    rings = [
        tuple(float(each.get(name, 0)) for name in ("cx", "cy", "r"))
        for each in parsed(drawn(3, 50)).iter(f"{SVG}circle")
    ]
    assert len(rings) == 3 * 49
    for (x, y, radius), (a, b, other) in combinations(rings, 2):
        assert hypot(x - a, y - b) >= 0.95 * (radius + other) - 0.1


def test_fewer_than_five_have_dots_and_no_box() -> None:
    assert len(list(group(parsed(drawn(1, 5)), "box", SVG))) > 1
    few = parsed(drawn(1, 4))
    assert [path.get("stroke-dasharray") for path in group(few, "box", SVG)] == ["3.9 2.6"]
    assert len(list(few.iter(f"{SVG}circle"))) == 3


def test_a_selected_one_is_joined_from_row_to_row_and_told() -> None:
    root = parsed(drawn(4, 20))
    assert len(group(root, "joined", SVG)) == 3
    assert "Pirmoji" in {text.text for text in group(root, "names", SVG)}


def test_many_dots_are_small_on_a_phone_and_told_on_a_wide_screen() -> None:
    wide, narrow = drawn(11, 60), drawn(11, 60, ChartOptions(340, 550, bare=True))
    assert wide.count("<title>") == 11 * 60
    assert narrow.count("<title>") == 11  # the selected one
    assert len(re.findall("h0", narrow)) == 11 * 59
    assert len(narrow) < 30_000
