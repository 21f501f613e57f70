"""The trend: a line a municipality that needs no colour to be told from the others."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.axis import AxisScale, every, ticks
from dashboard.charts.lettering import width
from dashboard.charts.markers import DASHES, marker
from dashboard.charts.picture import Caption
from dashboard.charts.series import ChartOptions, TargetLine, TrendLine, TrendPicture
from dashboard.charts.svg import LOOKS
from dashboard.charts.trend import LETTERS, PAGE, draw_trend
from tests.dashboard.charts.reading import SVG, group, meeting, parsed, said, text_boxes

YEARS = tuple(range(2015, 2026))
LINES = tuple(
    TrendLine(
        code=f"{number}",
        name=f"Savivaldybė {number}: {number},5 %",
        values=tuple(None if year == 2018 else number + (year - 2015) / 3 for year in YEARS),
        colour=f"#00000{number}",
        label=f"Pavyzdinė {number}",
        hollow=tuple(year == 2020 for year in YEARS),
    )
    for number in range(10)
)
PICTURE = TrendPicture(
    years=YEARS,
    national=TrendLine("", "Lietuva: 3 %", tuple(float(year - 2014) for year in YEARS)),
    lines=LINES,
    targets=(TargetLine(9.5, "Tikslas 2030 m.: 9,5 %"),),
    now=2024,
    caption=Caption("Dalis", "", "%", "Šaltiniai: pavyzdys.", ("○ interpoliuota",), "NE TIKRI"),
)
SIZES = ((480, 360), (800, 500), (1600, 1000), (3840, 2160))
BARE = ChartOptions(560, 280, bare=True)


def write(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def moves(path: str) -> list[list[tuple[float, float]]]:
    runs = [re.findall(r"(-?[\d.]+) (-?[\d.]+)", run) for run in path.split("M")[1:]]
    return [[(float(x), float(y)) for x, y in run] for run in runs]


def drawn(svg: str, name: str, space: str = "") -> list:
    return [shape for shape in group(parsed(svg), "lines", space) if shape.get("class") == name]


def test_each_has_its_own_dash_marker_and_colour() -> None:
    own = drawn(draw_trend(PICTURE, BARE, write), "own")
    assert [line.get("stroke") for line in own] == [line.colour for line in LINES]
    assert len({line.get("stroke-dasharray") for line in own}) == len(DASHES) == 10
    assert len({marker(number, 0, 0, 5) for number in range(10)}) == 10


@pytest.mark.parametrize("size", [(340, 176), (560, 280), (1600, 1000)])
def test_each_line_is_named_at_its_end_and_no_name_lies_over_another(size) -> None:
    crowded = tuple(replace(line, values=(*line.values[:-1], 5.0)) for line in LINES)
    for lines in (LINES, crowded, LINES[:1]):
        picture = replace(PICTURE, lines=lines)
        names = drawn_texts(draw_trend(picture, ChartOptions(*size, bare=True), write), "labels")
        assert sorted(names) == sorted(line.label for line in lines)
        heights = sorted(y for _, y in names.values())
        assert all(low + 10 < high for low, high in pairwise(heights))
        assert 0 < heights[0] <= heights[-1] < size[1]
        assert all(x + width(name, LETTERS) < size[0] + 0.5 for name, (x, _) in names.items())


def drawn_texts(svg: str, name: str) -> dict[str, tuple[float, float]]:
    texts = [shape for shape in group(parsed(svg), name, "") if shape.tag == "text"]
    return {text.text: (float(text.get("x")), float(text.get("y"))) for text in texts}


def test_a_year_without_a_figure_is_a_gap() -> None:
    for line in drawn(draw_trend(PICTURE, BARE, write), "own"):
        assert [len(run) for run in moves(line.get("d"))] == [3, 7]
    alone = replace(LINES[0], values=(1.0, None, 2.0) + (None,) * 8)
    (line,) = drawn(draw_trend(replace(PICTURE, lines=(alone,)), BARE, write), "own")
    assert len(moves(line.get("d"))) == 2


def test_figures_that_are_not_quite_what_they_seem_have_hollow_markers() -> None:
    marks = drawn(draw_trend(replace(PICTURE, lines=LINES[:1]), BARE, write), "marker")
    assert [mark.get("fill") == PAGE["ground"] for mark in marks] == [
        year == 2020 for year in YEARS if year != 2018
    ]
    assert {mark.get("stroke") for mark in marks} == {LINES[0].colour}


def test_the_national_line_is_the_thickest_and_targets_cross_all_years() -> None:
    svg = draw_trend(PICTURE, BARE, write)
    (national,), (target,) = drawn(svg, "national"), drawn(svg, "target")
    widths = [float(line.get("stroke-width")) for line in drawn(svg, "own")]
    assert float(national.get("stroke-width")) > max(widths)
    ((left, _), *_, (right, _)) = moves(national.get("d"))[0]
    begin, height, end = map(float, re.findall(r"[\d.]+", target.get("d")))
    assert begin < left < right < end
    assert 0 < height < 280


def test_higher_figures_lie_higher_in_even_steps() -> None:
    (national,) = drawn(draw_trend(PICTURE, BARE, write), "national")
    heights = [y for _, y in moves(national.get("d"))[0]]
    steps = [before - after for before, after in pairwise(heights)]
    assert min(steps) > 0
    assert max(steps) == pytest.approx(min(steps), abs=0.25)


def test_the_bare_one_takes_the_colours_of_the_page_and_is_named_by_it() -> None:
    svg = draw_trend(PICTURE, BARE, write)
    root = parsed(svg)
    assert root.get("aria-hidden") == "true"
    assert root.get("viewBox") == "0 0 560 280"
    for name in ("--text", "--line", "--national", "--target", "--surface"):
        assert f"var({name})" in svg
    assert "Lietuva" not in svg
    assert not {*LOOKS["light"].values()} & {shape.get("stroke") for shape in root.iter()}


def test_axes_are_written_by_the_given_writer_and_are_few() -> None:
    picture = replace(PICTURE, lines=tuple(replace(line, label="") for line in LINES))
    texts = [text.text for text in group(parsed(draw_trend(picture, BARE, write)), "axis")]
    texts = [text for text in texts if text]
    assert [text for text in texts if text.startswith("20")] == [str(year) for year in YEARS]
    assert 2 < len([text for text in texts if not text.startswith("20")]) <= 6
    svg = draw_trend(PICTURE, BARE, lambda value: f"«{value:g}»")
    assert "«10»" in [text.text for text in group(parsed(svg), "axis")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_the_framed_one_has_everything_and_nothing_lies_over_another(size, look) -> None:
    svg = draw_trend(PICTURE, ChartOptions(*size, look), write)
    text = said(svg).replace("\u00a0", " ")
    for line in (PICTURE.national, *LINES, *PICTURE.targets):
        assert line.name in text
    for part in ("Dalis", "Šaltiniai: pavyzdys.", "○ interpoliuota", "NE TIKRI"):
        assert part in text
    boxes = text_boxes(svg)
    assert meeting(boxes) == []
    assert max(box[2] for box in boxes.values()) <= size[0]
    assert max(box[3] for box in boxes.values()) <= size[1]
    assert len(drawn(svg, "own", SVG)) == 10


def test_texts_are_written_as_texts_and_bytes_are_the_same() -> None:
    hostile = replace(PICTURE, lines=(replace(LINES[0], name="<script>", code='"><b>'),))
    svg = draw_trend(hostile, ChartOptions(), write)
    assert "<script" not in svg
    assert parsed(svg) is not None
    assert svg == draw_trend(hostile, ChartOptions(), write)


def test_without_any_figure_there_are_still_axes() -> None:
    empty = TrendPicture(YEARS, TrendLine("", "Lietuva", (None,) * 11))
    assert "2025" in draw_trend(empty, BARE, write)


@given(st.lists(st.floats(-1e9, 1e9), max_size=6), st.integers(2, 6))
def test_ticks_are_few_even_and_hold_zero_and_every_figure(values, most) -> None:
    steps = ticks(values, most)
    assert 2 <= len(steps) <= most + 1
    room = (steps[-1] - steps[0]) * 1e-6
    assert steps[0] <= min([*values, 0]) + room
    assert steps[-1] >= max([*values, 0]) - room
    assert any(abs(step) <= room for step in steps)


@given(st.integers(1, 40), st.floats(10, 2000))
def test_years_that_are_written_have_room_and_end_with_the_newest(count, room) -> None:
    years = range(2000, 2000 + count)
    found = every(years, room, 40)
    assert found[-1] == years[-1]
    assert len(found) * 40 <= max(room, 40)


def test_a_scale_is_even() -> None:
    scale = AxisScale(0, 10, 100, 0)
    assert [scale(value) for value in (0, 5, 10)] == [100, 50, 0]


def test_a_line_does_not_run_on_to_a_figure_that_breaks_its_series_and_a_sign_says_so() -> None:
    broken = replace(LINES[1], breaks=tuple(year == 2021 for year in YEARS))
    svg = draw_trend(replace(PICTURE, lines=(broken,)), BARE, write)
    (line,) = drawn(svg, "own")
    assert [len(run) for run in moves(line.get("d"))] == [3, 2, 5]
    (sign,) = drawn(svg, "break")
    assert sign.text == "≠"
    (*_, (left, before)), ((right, after), *_) = moves(line.get("d"))[1:]
    assert left < float(sign.get("x")) < right
    assert min(before, after) - 13 < float(sign.get("y")) < min(before, after)
    beside_gap = replace(LINES[1], breaks=tuple(year == 2019 for year in YEARS))
    assert drawn(draw_trend(replace(PICTURE, lines=(beside_gap,)), BARE, write), "break") == []
