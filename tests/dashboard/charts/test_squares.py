"""A hundred squares: what is drawn of each part is its share, in order, within, and never twice."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.keyed_squares import KeyedPart, draw_keyed_squares
from dashboard.charts.lettering import width
from dashboard.charts.squares import EDGE, SIDE, STEP, SquaresPart, draw_squares

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = ("#000001", "#000002", "#000003", "#000004", "#000005", "#000006")
PIECE = re.compile(r"M([\d.e-]+) ([\d.e-]+)h([\d.e-]+)v([\d.e-]+)h-([\d.e-]+)z")

Rectangle = tuple[float, float, float, float]


@st.composite
def hundreds(draw: st.DrawFn) -> list[SquaresPart]:
    """Shares that fill a hundred, to within what rounding leaves, or less; tiny ones, none."""
    sizes = st.one_of(st.just(0.0), st.floats(0, 0.01), st.floats(0, 100), st.integers(1, 30))
    raw = [float(each) for each in draw(st.lists(sizes, min_size=1, max_size=6))]
    whole = draw(st.sampled_from([100.0, 100 + 1e-9, 100 - 1e-9, 61.5]))
    total = sum(raw)
    shares = [each * whole / total for each in raw] if total > 1e-3 else raw
    return [SquaresPart(share, colour) for share, colour in zip(shares, COLOURS, strict=False)]


def pieces(svg: str) -> dict[str, list[Rectangle]]:
    """By colour, the rectangles that are drawn: left, top, width, height."""
    found: dict[str, list[Rectangle]] = {}
    for path in ElementTree.fromstring(svg).iter("path"):
        d = path.get("d", "")
        assert PIECE.sub("", d) == "", "nothing else is drawn"
        for x, y, wide, tall, back in PIECE.findall(d):
            assert wide == back
            rectangle = (float(x), float(y), float(wide), float(tall))
            found.setdefault(path.get("fill", ""), []).append(rectangle)
    return found


@given(hundreds())
def test_areas_are_the_shares(parts: list[SquaresPart]) -> None:
    drawn = pieces(draw_squares(parts))
    for part in parts:
        area = sum(wide * tall for _, _, wide, tall in drawn.get(part.colour, []))
        # At either end a piece of half a hundredth of a square may be left out.
        assert area / SIDE**2 == pytest.approx(part.share, abs=0.01 + 0.002 * part.share)


@given(hundreds())
def test_nothing_leaves_its_square_or_overlaps(parts: list[SquaresPart]) -> None:
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for rectangles in pieces(draw_squares(parts)).values():
        for x, y, wide, tall in rectangles:
            column, row = int((x + 0.01) // STEP), int((y + 0.01) // STEP)
            assert 0 <= column <= 9
            assert (row * STEP, tall) == (y, SIDE)
            assert column * STEP - 0.01 <= x
            assert x + wide <= column * STEP + SIDE + 0.01
            assert x + wide <= EDGE + 0.01
            taken.setdefault((row, column), []).append((x, x + wide))
    for spans in taken.values():
        ordered = sorted(spans)
        assert all(one[1] <= other[0] + 0.02 for one, other in pairwise(ordered))


@given(hundreds())
def test_parts_stand_in_their_order(parts: list[SquaresPart]) -> None:
    drawn = pieces(draw_squares(parts))
    listed = [
        (round(y / STEP), x, COLOURS.index(colour))
        for colour, rectangles in drawn.items()
        for x, y, _, _ in rectangles
    ]
    order = [number for _, _, number in sorted(listed)]
    assert order == sorted(order)
    assert [*drawn] == [part.colour for part in parts if part.colour in drawn]


def test_whole_shares_are_whole_squares() -> None:
    drawn = pieces(draw_squares([SquaresPart(13, "#000001"), SquaresPart(87, "#000002")]))
    assert {name: len(each) for name, each in drawn.items()} == {"#000001": 13, "#000002": 87}
    assert drawn["#000001"][10:] == [(column * STEP, STEP, SIDE, SIDE) for column in range(3)]
    assert {each[2:] for each in (*drawn["#000001"], *drawn["#000002"])} == {(SIDE, SIDE)}


KEYED = [
    KeyedPart(SquaresPart(share, colour), name, f"{share:.2f} €".replace(".", ","))
    for share, colour, name in (
        (3.25, "#000001", "NVO konkurso būdu"),
        (10.12, "#000002", "Viešosioms įstaigoms"),
        (79.2, "#000003", "Biudžetinėms įstaigoms"),
        (7.43, "#000004", "Kitiems ir kitaip"),
    )
]


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize(("wide", "tall"), [(690, 385), (690, 430), (500, 385), (900, 300)])
def test_the_key_stands_beside_within_the_picture(count: int, wide: float, tall: float) -> None:
    parts = KEYED[-count:]
    drawn = ElementTree.fromstring(draw_keyed_squares(parts, wide, tall))
    side = min(tall, 0.56 * wide)
    scale = drawn.find(f"{SVG}g")
    assert scale is not None
    assert scale.get("transform") == f"scale({side / EDGE:.4f})"
    bottom = 0.0
    for text in drawn.iter(f"{SVG}text"):
        size, bold = float(text.get("font-size", "")), text.get("font-weight") == "bold"
        left, base = float(text.get("x", "")), float(text.get("y", ""))
        assert left > side
        assert left + width(text.text or "", size, bold=bold) <= wide + 1
        assert bottom < base <= tall, "one below the other"
        assert base - 0.75 * size >= 0
        bottom = base
    said = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text")).replace("\u00a0", " ")
    assert said == " ".join(f"{each.share} {each.name}" for each in parts)
    swatches = [each.get("fill") for each in drawn.findall(f"{SVG}rect")[1:]]
    assert swatches == [each.part.colour for each in parts]


def test_the_key_can_be_read_at_a_quarter_of_the_cards_size() -> None:
    """Shown 300 px wide, a card is a quarter as large: letters of 36 px are then 9 px."""
    drawn = ElementTree.fromstring(draw_keyed_squares(KEYED, 690, 400))
    sizes = {
        float(text.get("font-size", ""))
        for text in drawn.iter(f"{SVG}text")
        if text.get("font-weight") == "bold"
    }
    assert min(sizes) >= 36
