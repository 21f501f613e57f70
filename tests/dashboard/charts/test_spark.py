"""The small line: a figure in its time, beside another one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.ink import INK, settled
from dashboard.charts.png import png
from dashboard.charts.spark import spark
from dashboard.charts.svg import LOOKS
from tests.dashboard.charts.colours import contrast
from tests.dashboard.charts.reading import SVG, parsed, pixels

YEARS = tuple(range(2015, 2026))
OWN = (1.0, 2.0, None, 4.0, 5.0, 6.0, 7.0, None, 9.0, 10.0, None)
BESIDE = tuple(5.0 for _ in YEARS)
SIZE = (110, 30)

Figures = st.none() | st.floats(-1e15, 1e15) | st.sampled_from([0.0, 5e-324, 7.0])


def lines(svg: str) -> tuple[str, str]:
    """Path data of the thin line and of the own one."""
    beside, own = parsed(svg).iter(f"{SVG}path")
    return beside.get("d"), own.get("d")


def runs(d: str) -> list[list[tuple[float, float]]]:
    """The points of each piece of a line."""
    pieces = [re.findall(r"(-?[\d.]+) (-?[\d.]+)", piece) for piece in d.split("M")[1:]]
    return [[(float(x), float(y)) for x, y in piece] for piece in pieces]


def circles(svg: str) -> list[tuple[float, float, str]]:
    found = parsed(svg).iter(f"{SVG}circle")
    return [(float(each.get("cx")), float(each.get("cy")), each.get("fill")) for each in found]


def test_a_line_rises_with_its_figures_and_ends_at_a_gap() -> None:
    beside, own = map(runs, lines(spark(YEARS, OWN, BESIDE, SIZE)))
    assert [len(run) for run in own] == [2, 4, 2]
    points = [point for run in own for point in run]
    assert points == sorted(points, key=lambda point: (point[0], -point[1]))
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)
    assert [len(run) for run in beside] == [len(YEARS)]
    assert len({y for _, y in beside[0]}) == 1


def test_a_figure_between_two_gaps_is_a_point() -> None:
    alone = tuple(3.0 if year == 2020 else None for year in YEARS)
    (((x, _),),) = runs(lines(spark(YEARS, alone, BESIDE, SIZE))[1])
    assert x == pytest.approx(SIZE[0] / 2)
    assert lines(spark(YEARS, alone, BESIDE, SIZE))[1].endswith("h0")


def test_a_line_does_not_run_on_over_a_break() -> None:
    breaks = [year == 2020 for year in YEARS]
    broken = runs(lines(spark(YEARS, OWN, BESIDE, SIZE, breaks=breaks))[1])
    assert [len(run) for run in broken] == [2, 2, 2, 2]


def test_the_year_looked_at_is_marked_else_the_newest_that_has_a_figure() -> None:
    points = {x: y for run in runs(lines(spark(YEARS, OWN, BESIDE, SIZE))[1]) for x, y in run}
    newest = max(points)
    assert circles(spark(YEARS, OWN, BESIDE, SIZE)) == [(newest, points[newest], INK["own"])]
    ((x, y, _),) = circles(spark(YEARS, OWN, BESIDE, SIZE, now=2016))
    assert (x, y) == [*points.items()][1]
    assert circles(spark(YEARS, OWN, BESIDE, SIZE, now=2017)) == []


def test_figures_that_are_not_quite_what_they_seem_are_open() -> None:
    hollow = [year in (2016, 2017, 2024) for year in YEARS]
    assert [fill for *_, fill in circles(spark(YEARS, OWN, BESIDE, SIZE, hollow=hollow))] == [
        INK["ground"], INK["ground"], INK["ground"],
    ]  # fmt: skip
    filled = circles(spark(YEARS, OWN, BESIDE, SIZE, hollow=hollow, now=2020))
    assert [fill for *_, fill in filled].count(INK["own"]) == 1


def test_own_is_thick_and_the_other_thin_and_dashed() -> None:
    beside, own = parsed(spark(YEARS, OWN, BESIDE, SIZE)).iter(f"{SVG}path")
    assert own.get("stroke-width") == "2"
    assert own.get("stroke-dasharray") is None
    assert beside.get("stroke-width") is None
    assert beside.get("stroke-dasharray")


@given(st.lists(st.tuples(Figures, Figures, st.booleans(), st.booleans()), min_size=1, max_size=20))
def test_nothing_leaves_the_picture_whatever_the_figures(rows) -> None:
    own, beside, breaks, hollow = zip(*rows, strict=True)
    years = range(2015, 2015 + len(rows))
    svg = spark(years, own, beside, SIZE, breaks=breaks, hollow=hollow)
    for d, values in zip(lines(svg), (beside, own), strict=True):
        points = [point for run in runs(d) for point in run]
        assert len(points) == sum(value is not None for value in values)
        assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in points)
    assert all(3 <= x <= SIZE[0] - 3 and 3 <= y <= SIZE[1] - 3 for x, y, _ in circles(svg))


@pytest.mark.parametrize("look", LOOKS)
def test_it_is_seen_in_both_looks_and_stands_in_a_file(look: str) -> None:
    ink = settled(look)
    assert contrast(ink["own"], ink["ground"]) >= 3
    assert contrast(ink["muted"], ink["ground"]) >= 3
    svg = spark(YEARS, OWN, BESIDE, SIZE, ink)
    assert "light-dark" not in svg
    assert parsed(svg).get("aria-hidden") == "true"
    seen = pixels(png(svg, 2))
    own = [int(ink["own"][at : at + 2], 16) for at in (1, 3, 5)]
    assert (seen[:, :, :3] == own).all(axis=2).sum() > 20
