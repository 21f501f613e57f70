"""The projection is that of plotly and d3, to the fraction of a pixel."""

from __future__ import annotations

import pytest

from dashboard.charts.projection import HEIGHT, SCALE, WIDTH, conic, place
from geo.boundaries import label_points, load_boundaries

# Read from plotly.js 4.1.1 in Chromium: fitted scale and px of the label point of Vilnius, with the
# ranges of the map's figure, in boxes of several sizes.
PLOTLY = (
    ((1000, 1000), 15312.840005329526, (735.9915171556374, 621.4852711857202)),
    ((772, 560), 11821.512484114395, (568.1854512441522, 373.78662935537795)),
    ((1200, 600), 13006.070073680668, (800.4410813312343, 403.1843831328224)),
    ((1000, 700), 15173.748419294114, (733.8479282197734, 470.3817803216298)),
)


@pytest.mark.parametrize(("box", "scale", "vilnius"), PLOTLY)
def test_an_svg_that_keeps_its_aspect_lies_under_plotlys_map(box, scale, vilnius) -> None:
    shrunk = min(box[0] / WIDTH, box[1] / HEIGHT)
    assert SCALE * shrunk == pytest.approx(scale, rel=2e-4)
    x, y = place(*label_points()["13"])
    left, top = (box[0] - WIDTH * shrunk) / 2, (box[1] - HEIGHT * shrunk) / 2
    assert (left + x * shrunk, top + y * shrunk) == pytest.approx(vilnius, abs=0.1)


def test_both_parallels_keep_their_length_and_north_is_up() -> None:
    (x, _), (further, _) = conic(24, 54), conic(24.001, 54)
    assert (further - x) / 0.001 == pytest.approx(0.5877852523 * 3.141592654 / 180, rel=1e-5)
    assert conic(24, 56)[1] > conic(24, 54)[1]
    assert conic(24, 55)[0] == 0


def test_the_country_lies_within_the_picture() -> None:
    for feature in load_boundaries()["features"]:
        for ring in feature["geometry"]["coordinates"]:
            for point in ring:
                x, y = place(*point)
                assert 10 < x < WIDTH - 10
                assert 10 < y < HEIGHT - 10
