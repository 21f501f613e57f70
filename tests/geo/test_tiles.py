"""The tile map: everyone one square, and still a map of Lithuania."""

from itertools import combinations

from geo.boundaries import label_points, neighbours, tiles
from geo.finding import find_municipality
from geo.places import municipalities

TILES = tiles()
KM_PER_DEGREE = 111.2


def touch(one: str, other: str) -> bool:
    return max(abs(a - b) for a, b in zip(TILES[one], TILES[other], strict=True)) == 1


def test_everyone_has_one_square_of_its_own():
    assert set(TILES) == {place.code for place in municipalities()}
    assert len(set(TILES.values())) == 60
    assert min(column for column, _ in TILES.values()) == 0
    assert min(row for _, row in TILES.values()) == 0


def test_neighbours_stay_near_neighbours():
    pairs = [(code, other) for code, others in neighbours().items() for other in others]
    touching = sum(touch(*pair) for pair in pairs) / len(pairs)
    assert touching >= 0.9
    assert all(any(touch(code, other) for other in neighbours()[code]) for code in TILES)
    steps = [max(abs(a - b) for a, b in zip(TILES[x], TILES[y], strict=True)) for x, y in pairs]
    assert max(steps) <= 2


def test_the_shape_is_whole_without_inner_gaps():
    cells = set(TILES.values())
    width, height = (max(axis) + 2 for axis in zip(*cells, strict=True))
    outside, frontier = set(), {(-1, -1)}
    while frontier:
        outside |= frontier
        frontier = {
            (x + dx, y + dy)
            for x, y in frontier
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
            if -1 <= x + dx <= width and -1 <= y + dy <= height
        } - (outside | cells)
    assert len(outside) + len(cells) == (width + 2) * (height + 2)


def test_the_coast_is_in_the_west_from_north_to_south():
    coast = [TILES[find_municipality(name).code] for name in ("Palanga", "21", "Neringa")]
    for column, row in coast:
        assert column == min(x for x, y in TILES.values() if y == row)
    assert [row for _, row in coast] == sorted(row for _, row in coast)
    assert {column for column, _ in coast} <= {0, 1}


def test_north_is_up_and_east_is_right():
    points = label_points()
    for one, other in combinations(sorted(TILES), 2):
        (lon, lat), (lon2, lat2) = points[one], points[other]
        if abs(lat - lat2) * KM_PER_DEGREE > 75:
            assert (lat > lat2) == (TILES[one][1] < TILES[other][1])
        if abs(lon - lon2) * KM_PER_DEGREE * 0.57 > 75:
            assert (lon < lon2) == (TILES[one][0] < TILES[other][0])
