"""Names beside points: none over another, over a point or out of the frame, and as many as can."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.framing import Area
from dashboard.charts.labelling import WantedName, named_spots

AREA = Area(20, 10, 400, 300)
SIZE = 13.0

rings = st.lists(
    st.tuples(st.floats(20, 420), st.floats(10, 310), st.floats(2, 20)), min_size=1, max_size=60
)


@settings(max_examples=40)
@given(rings, st.integers(0, 10))
def test_no_name_lies_over_another_or_out_of_the_frame(
    points: list[tuple[float, float, float]], chosen: int
) -> None:
    wanted = [WantedName(at, f"Savivaldybė {n}", n < chosen) for n, at in enumerate(points)]
    rooms = [spot.room for spot in named_spots(wanted, points, AREA, SIZE) if spot]
    for left, top, right, bottom in rooms:
        assert left >= 20
        assert top >= 10
        assert right <= 420
        assert bottom <= 310
    for one, other in combinations(rooms, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@settings(max_examples=40)
@given(rings)
def test_a_name_that_need_not_stand_covers_no_point(
    points: list[tuple[float, float, float]],
) -> None:
    wanted = [WantedName(at, f"Savivaldybė {n}") for n, at in enumerate(points)]
    for spot in named_spots(wanted, points, AREA, SIZE):
        if spot:
            left, top, right, bottom = spot.room
            assert not any(left <= x <= right and top <= y <= bottom for x, y, _ in points)


def test_a_name_that_must_stand_is_led_to_out_of_a_crowd() -> None:
    crowd = [(120.0 + 9 * x, 100.0 + 9 * y, 4.0) for x in range(15) for y in range(8)]
    wanted = [WantedName((183.0, 136.0, 4.0), "Vilniaus m.", must=True), WantedName(crowd[60], "O")]
    first, second = named_spots(wanted, crowd, AREA, SIZE)
    assert first is not None
    assert first.led
    assert second is None
