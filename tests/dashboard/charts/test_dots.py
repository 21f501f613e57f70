"""The strip of all municipalities: where each lies, who stands out, and that all can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.axis import inner_ticks
from dashboard.charts.dots import Dot, DotsPicture, dots_row
from dashboard.charts.dots_plot import draw_dots
from dashboard.charts.ink import INK, settled
from dashboard.charts.markers import marker
from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import Caption
from dashboard.charts.png import png
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import LOOKS
from dashboard.charts.swarm import swarm
from tests.dashboard.charts.colours import contrast
from tests.dashboard.charts.reading import SVG, meeting, parsed, pixels, said, text_boxes

OWN, PEERS = 22, (3, 17, 20, 21, 24, 30, 41, 55)
DOTS = tuple(
    Dot(
        code=f"{number}",
        value=(number - 8) ** 2 / 100,
        kind="own" if number == OWN else "peer" if number in PEERS else "other",
        name=f"Pavyzdinė {number}",
        text=f"{(number - 8) ** 2 / 100:.2f} %".replace(".", ","),
        hollow=number % 9 == 2,
    )
    for number in range(60)
)
PICTURE = DotsPicture(
    dots=DOTS,
    median=1.69,
    quartiles=(1.2, 6.0),
    median_text="Panašių mediana – 1,69 %",
    moved=8.0,
    moved_text="Būtų 8 %",
    caption=Caption("Dalis", "Sakinys.", "%", "Šaltiniai.", ("○ interpoliuota",), "NE TIKRI"),
)
ROW = (300, 30)
BARE, PHONE = ChartOptions(560, 200, bare=True), ChartOptions(360, 200, bare=True)
WAYS = (BARE, PHONE, ChartOptions(760, 260, bare=True), ChartOptions(1600, 700),
        ChartOptions(900, 600, look="dark"), ChartOptions(3840, 2160))  # fmt: skip

Span = tuple[float, float, float, float]


def write(value: float) -> str:
    return f"{value:.6g}".replace(".", ",")


def full(picture: DotsPicture, options: ChartOptions = BARE) -> str:
    """The strip at length; as a file where it is made to stand in a page."""
    svg = draw_dots(picture, options, write)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1 - svg.count("xmlns"))


def span(d: str) -> Span:
    """Left, top, right, bottom of a marker."""
    if "a" in d:
        x, y, radius = (float(part) for part in re.findall(r"-?[\d.]+", d)[:3])
        return x, y - radius, x + 2 * radius, y + radius
    points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def shapes(svg: str) -> dict[str, str]:
    """Path data of each dot of a strip at length, by its name."""
    return {
        (path.findtext(f"{SVG}title") or "").partition(":")[0]: path.get("d", "")
        for path in parsed(svg).iter(f"{SVG}path")
        if path.get("d", "").endswith("z")
    }


def rounds(svg: str) -> list[float]:
    """Where the round dots of a row lie, as they come."""
    return [float(x) for x in re.findall(r"M(-?[\d.]+) [\d.]+h0", svg)]


def diamonds(svg: str) -> list[str]:
    """What is drawn as a shape of its own in a row."""
    return [path.get("d") for path in parsed(svg).iter(f"{SVG}path") if path.get("d")[-1] == "z"]


def figures(values: list[float]) -> DotsPicture:
    """The first is told of, each second one of the others is a peer."""
    return DotsPicture(
        tuple(
            Dot(f"{at}", value, "own" if not at else "peer" if at % 2 else "other", f"Vieta {at}")
            for at, value in enumerate(values)
        ),
        median=values[0] if values else None,
        median_text="mediana",
    )


ODD = st.lists(
    st.floats(-1e15, 1e15) | st.floats(-100, 100).map(lambda value: round(value, 1)), max_size=60
)


@given(ODD)
def test_the_further_right_the_larger_whatever_the_figures(values: list[float]) -> None:
    others = DotsPicture(tuple(Dot(f"{at}", value) for at, value in enumerate(sorted(values))))
    lying = rounds(dots_row(others, ROW))
    assert lying == sorted(lying)
    assert len(lying) == len(set(values))
    assert all(0 < x < ROW[0] for x in lying)
    named = shapes(full(figures(values)))
    middles = [sum(span(named[f"Vieta {at}"])[::2]) for at, _ in sorted(enumerate(values),
               key=lambda item: item[1])]  # fmt: skip
    assert all(right >= left - 0.25 for left, right in pairwise(middles))


@settings(deadline=None)
@given(ODD, st.sampled_from(WAYS[:4]), st.none() | st.floats(-1e6, 1e6))
def test_nothing_leaves_the_picture(values, options, moved) -> None:
    picture = replace(figures(values), moved=moved, moved_text="būtų")
    svg = full(picture, options)
    spans = [*text_boxes(svg).values(), *(span(d) for d in shapes(svg).values())]
    for left, top, right, bottom in spans:
        assert left >= -0.1
        assert top >= -0.1
        assert right <= options.width + 0.1
        assert bottom <= options.height + 0.1
    for left, top, right, bottom in map(span, diamonds(dots_row(picture, ROW))):
        assert left >= 0
        assert top >= 0
        assert right <= ROW[0]
        assert bottom <= ROW[1]


@pytest.mark.parametrize("value", [0.0, -3.5, 1e18])
def test_where_all_are_the_same_they_lie_in_the_middle(value: float) -> None:
    picture = figures([value] * 60)
    assert set(rounds(dots_row(picture, ROW))) == {ROW[0] / 2}
    found = [span(d) for d in shapes(full(picture)).values()]
    assert len(found) == 60
    assert all(abs((left + right) / 2 - 280) < 0.1 for left, _, right, _ in found)
    assert len({top for _, top, _, _ in found}) > 30
    unmarked = replace(picture, median=None, median_text="", dots=picture.dots[20:])
    assert said(full(unmarked)).split()[0] == write(value)


def test_figures_far_from_zero_have_an_axis_of_their_own() -> None:
    assert inner_ticks(1000.02, 1000.19, 6) == pytest.approx([1000.05, 1000.1, 1000.15])
    assert inner_ticks(-12, 9, 4) == [-10, 0]
    far = replace(PICTURE, median=None, quartiles=None, moved=None,
                  dots=tuple(dot._replace(value=1000 + dot.value) for dot in DOTS))  # fmt: skip
    assert "1005 1010 1015 1020" in said(full(far))


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(2, 8))
def test_inner_ticks_lie_between_and_are_no_more_than_asked_for(low, wide, most) -> None:
    found = inner_ticks(low, low + wide, most)
    assert len(found) <= most + 1
    assert all(low - 1e-6 * wide <= tick <= low + 1.000001 * wide for tick in found)


@pytest.mark.parametrize("options", WAYS)
def test_no_text_lies_over_another_and_no_line_runs_through_one(options) -> None:
    several = tuple(dot._replace(kind="own") if int(dot.code) in (9, 20, 21) else dot
                    for dot in DOTS)  # fmt: skip
    zeros = tuple(dot._replace(value=max(0, dot.value - 5)) for dot in DOTS)
    peers = tuple(dot._replace(kind="peer") for dot in DOTS)
    at_a_tick = replace(PICTURE, median=5.01)
    for picture in (at_a_tick, *(replace(PICTURE, dots=dots) for dots in (several, zeros, peers))):
        svg = full(picture, options)
        boxes = text_boxes(svg)
        assert meeting(boxes) == []
        upright = re.findall(r'd="M([\d.]+) ([\d.]+)V([\d.]+)"', svg)
        lines = {f"line {at}": (float(x), float(top), float(x), float(low))
                 for at, (x, top, low) in enumerate(upright)}  # fmt: skip
        crossed = [pair for pair in meeting({**boxes, **lines}) if not pair[0].startswith("line")]
        assert crossed == []


@pytest.mark.parametrize("options", WAYS)
def test_own_is_named_with_its_figure_then_the_extremes_of_the_peers(options) -> None:
    text = said(full(PICTURE, options)).replace("\u00a0", " ")
    assert "Pavyzdinė 22 1,96 %" in text
    assert "Būtų 8 %" in text
    assert "Panašių mediana – 1,69 %" in text
    assert "Pavyzdinė 55" in text
    if options.width > 1000:
        assert all(f"Pavyzdinė {number}" in text for number in PEERS)
        assert "Pavyzdinė 41 10,89 %" in text


def test_others_are_named_only_when_pointed_at() -> None:
    svg = full(PICTURE)
    assert "Pavyzdinė 59" not in said(svg)
    titles = [title.text for title in parsed(svg).iter(f"{SVG}title")]
    assert "Pavyzdinė 59: 26,01 %" in titles
    assert len(titles) == 60


def test_own_stands_out_by_shape_and_colour_and_lies_above_all() -> None:
    row, svg = dots_row(PICTURE, ROW), full(PICTURE)
    own, moved = diamonds(row)
    assert len(set(rounds(row))) < 60
    assert row.index(f'{own}" fill="{INK["own"]}"') > row.rindex("h0")
    assert f'{moved}" fill="none" stroke="{INK["own"]}"' in row
    found = shapes(svg)
    assert "L" in found["Pavyzdinė 22"]
    assert all("a" in d for name, d in found.items() if name not in ("Pavyzdinė 22", ""))
    assert [*found][-1] in ("Pavyzdinė 22", "")
    left, _, right, _ = span(found["Pavyzdinė 22"])
    peer = span(found["Pavyzdinė 20"])
    assert right - left > 1.4 * (peer[2] - peer[0])


def test_several_own_ones_have_shapes_and_colours_of_their_own_alike_in_row_and_at_length() -> None:
    codes = ("50", "5", "22", "40", "33", "11")
    dots = tuple(
        dot._replace(kind="own", hollow=False, colour=SELECTED[codes.index(dot.code)])
        if dot.code in codes
        else dot._replace(kind="other")
        for dot in DOTS
    )
    picture = replace(PICTURE, dots=dots, moved=None)
    owns = [dot for dot in dots if dot.kind == "own"]

    def shape(d: str) -> tuple[int, ...]:
        left, top, right, bottom = span(d)
        return (*(round(20 * part / (right - left)) for part in (bottom - top,)), d.count("L"))

    assert all(dot.name in said(full(picture)) for dot in owns)
    row, named = diamonds(dots_row(picture, ROW)), shapes(full(picture))
    at_length = [shape(named[dot.name]) for dot in owns]
    assert [d[1] for d in map(shape, row)] == [d[1] for d in at_length]
    assert len({d.count("L") for d in row}) >= 5
    assert all(f'fill="{dot.colour}"' in dots_row(picture, ROW) for dot in owns)


@pytest.mark.parametrize("radius", [3.64, 5.2, 11.75])
def test_a_round_dot_is_two_halves_of_one_circle(radius: float) -> None:
    across = re.findall(r"a([\d.]+) ([\d.]+) 0 1 0 (-?[\d.]+) 0", marker(0, 50, 50, radius))
    assert [(a, b, abs(float(way)) / 2) for a, b, way in across] == [
        (a, b, pytest.approx(float(a))) for a, b, _ in across
    ]
    assert len(across) == 2


def test_hollow_dots_are_open_and_peers_are_filled() -> None:
    svg = parsed(full(PICTURE))
    fills = {title.text.partition(":")[0]: path.get("fill")
             for path in svg.iter(f"{SVG}path") for title in path}  # fmt: skip
    for dot in DOTS:
        if dot.hollow:
            assert fills[dot.name] == INK["ground"]
        elif dot.kind != "own":
            assert fills[dot.name] == INK[dot.kind]
    opened = replace(PICTURE, dots=(DOTS[20],))  # 20 is a peer with such a figure
    assert f'stroke="{INK["ground"]}"' in dots_row(opened, ROW)


def test_the_middle_half_and_the_median_of_the_peers_are_where_their_figures_lie() -> None:
    for svg in (dots_row(PICTURE, ROW), full(PICTURE)):
        (box,) = parsed(svg).iter(f"{SVG}rect")
        assert box.get("fill") == INK["band"]
        left, wide = float(box.get("x")), float(box.get("width"))
        median = float(re.search(r"M([\d.]+) [\d.]+V", svg[svg.index("<rect") :])[1])
        assert (median - left) / wide == pytest.approx((1.69 - 1.2) / (6 - 1.2), abs=0.02)
    assert "<rect" not in dots_row(replace(PICTURE, median=None, quartiles=None), ROW)


def test_without_own_without_peers_or_without_any_the_strip_stands() -> None:
    for dots in ((), DOTS[59:], tuple(dot for dot in DOTS if dot.kind == "other")):
        picture = DotsPicture(dots)
        assert len(shapes(full(picture))) == len(dots)
        assert diamonds(dots_row(picture, ROW)) == []


def test_names_may_hold_any_letters() -> None:
    strange = DOTS[OWN]._replace(name='<b>"A" & B</b>', text="<1 %")
    svg = full(replace(PICTURE, dots=(strange,), moved=None))
    assert '<b>"A" & B</b> <1 %' in said(svg)


def test_dots_lie_beside_each_other_or_say_that_there_is_no_room() -> None:
    assert swarm([5, 5, 5], [2, 2, 2], 4.2, 4.2) == [0, -4.2, 4.2]
    assert swarm([5, 5, 5, 5], [2, 2, 2, 2], 4.2, 4.2) is None
    spans = [*map(span, shapes(full(PICTURE, WAYS[3])).values())]
    for at, one in enumerate(spans):
        for two in spans[at + 1 :]:
            apart = [
                (one[0] + one[2] - two[0] - two[2]) / 2,
                (one[1] + one[3] - two[1] - two[3]) / 2,
            ]
            assert apart[0] ** 2 + apart[1] ** 2 > (0.95 * (spans[-3][2] - spans[-3][0]) / 1.6) ** 2


@pytest.mark.parametrize("look", LOOKS)
def test_own_and_peers_are_seen_on_ground_and_band_and_others_are_faint(look: str) -> None:
    ink = settled(look)
    for ground in (ink["ground"], ink["band"]):
        assert contrast(ink["own"], ground) >= 3
        assert contrast(ink["peer"], ground) >= 3
        assert contrast(ink["text"], ground) >= 4.5
    assert contrast(ink["muted"], ink["ground"]) >= 4.5
    assert all(contrast(colour, ink["ground"]) >= 3 for colour in SELECTED)
    assert 1.5 < contrast(ink["other"], ink["ground"]) < contrast(ink["peer"], ink["ground"])


@pytest.mark.parametrize("look", LOOKS)
def test_a_file_has_the_colours_of_its_look_and_becomes_a_png(look: str) -> None:
    svg = draw_dots(PICTURE, ChartOptions(900, 500, look=look), write)
    ink = settled(look)
    for text in (svg, dots_row(PICTURE, ROW, ink)):
        assert "light-dark" not in text
        assert "var(" not in text
    seen = pixels(png(svg))
    assert seen.shape[:2] == (500, 900)
    for name in ("own", "peer", "other", "band"):
        colour = [int(ink[name][at : at + 2], 16) for at in (1, 3, 5)]
        assert (seen[:, :, :3] == colour).all(axis=2).sum() > 20


def test_a_row_is_small() -> None:
    assert len(dots_row(PICTURE, ROW)) < 2000
    assert not re.search(r"\d\.\d\d", dots_row(PICTURE, ROW))
