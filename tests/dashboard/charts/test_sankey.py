"""A Sankey tells the truth by its heights, and nothing of it lies over anything else."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.framing import Area
from dashboard.charts.picture import Caption
from dashboard.charts.sankey import (
    SankeyNode,
    SankeyPicture,
    bare_sankey,
    draw_sankey,
    planned,
)
from dashboard.charts.sankey_heights import heights, link_keys, node_keys
from dashboard.charts.sankey_order import Strand, crossed, ordered
from dashboard.charts.series import ChartOptions

SIZES = {"wide": (1000.0, 560.0, 13.0), "phone": (344.0, 640.0, 10.5)}
WORD = "Žmogaus teisės ir demokratija"


@st.composite
def flows(draw: st.DrawFn) -> tuple[Strand, ...]:
    """Whatever may flow: up to sixty strands, of a cent to a milliard."""
    kinds, areas, modes = (list(range(draw(st.integers(1, most)))) for most in (6, 10, 5))
    every = [("13", f"k{k}", f"a{a}", f"m{m}") for k in kinds for a in areas for m in modes]
    paths = draw(st.lists(st.sampled_from(every), min_size=1, max_size=60, unique=True))
    return tuple(Strand(path, draw(st.floats(0.01, 1e9))) for path in paths)


def picture(strands: tuple[Strand, ...]) -> SankeyPicture:
    """With long names everywhere."""
    nodes = {key for strand in strands for key in node_keys(strand)}
    links = {key for strand in strands for key in link_keys(strand)}
    return SankeyPicture(
        strands,
        ("One", "Two", "Three", "Four"),
        {key: SankeyNode(f"{WORD} {key.id}", "999,9 mln. € (99,9 %)", str(key), "#123456")
         for key in nodes},
        {key: f"{key.start} → {key.end}" for key in links},
        Caption("Title", "Sentence.", source="Source.", demo="INVENTED"),
    )  # fmt: skip


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@given(strands=flows())
def test_what_reaches_a_node_leaves_it_and_every_strand_is_as_high_all_the_way(
    size: tuple[float, float, float], strands: tuple[Strand, ...]
) -> None:
    wide, tall, letters = size
    layout = planned(picture(strands), Area(0, 0, wide, tall), letters).layout
    leaving, reaching = defaultdict(float), defaultdict(float)
    for key, ribbon in layout.ribbons.items():
        leaving[key.source] += ribbon.height
        reaching[key.target] += ribbon.height
    for key, bar in layout.bars.items():
        if key.column > 0:
            assert reaching[key] == pytest.approx(bar.height)
        if key.column < 3:
            assert leaving[key] == pytest.approx(bar.height)
    columns = defaultdict(float)
    for key, bar in layout.bars.items():
        columns[key.column] += bar.height
    assert list(columns.values()) == pytest.approx([columns[0]] * 4)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@given(strands=flows())
def test_no_node_label_or_link_lies_over_another_or_beyond_the_edge(
    size: tuple[float, float, float], strands: tuple[Strand, ...]
) -> None:
    wide, tall, letters = size
    shown = picture(strands)
    plan = planned(shown, Area(0, 0, wide, tall), letters)
    box = ElementTree.fromstring(bare_sankey(shown, wide, tall, letters)).get("viewBox")
    bottom = float(box.split(" ")[3])
    for column in range(4):
        slots = []
        for key, bar in plan.layout.bars.items():
            if key.column == column:
                label = plan.labels.get(key)
                half = max(bar.height, label.height if label else 0) / 2
                slots.append((bar.middle - half, bar.middle + half))
                assert not label or bar.left + label.width <= wide
        slots.sort()
        assert all(above[1] < below[0] for above, below in pairwise(slots))
        assert slots[0][0] >= 0
        assert slots[-1][1] <= bottom
    sides = defaultdict(list)
    for key, ribbon in plan.layout.ribbons.items():
        sides[key.source, "out"].append((ribbon.top, ribbon.top + ribbon.height))
        sides[key.target, "in"].append((ribbon.end, ribbon.end + ribbon.height))
    for (key, _), lying in sides.items():
        bar, parts = plan.layout.bars[key], sorted(lying)
        assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(parts))
        assert parts[0][0] >= bar.top - 1e-6
        assert parts[-1][1] <= bar.top + bar.height + 1e-6


@given(st.lists(st.floats(0.01, 1e9), min_size=1, max_size=60))
def test_the_smallest_can_be_seen_and_all_else_is_in_proportion(values: list[float]) -> None:
    tall = heights(values, 500, 2)
    assert min(tall) >= 2
    assert sum(tall) == pytest.approx(500)
    scale = {round(height / value, 12) for height, value in zip(tall, values, strict=True)
             if height > 2.001}  # fmt: skip
    assert max(scale, default=0) == pytest.approx(min(scale, default=0), rel=1e-6)


def test_nodes_are_ordered_so_that_what_need_not_cross_does_not() -> None:
    paths = ("zaz", "ybz", "xcx", "wdw")
    strands = tuple(
        Strand(("m", *path), value) for path, value in zip(paths, (5, 40, 10, 20), strict=True)
    )
    straight = ordered(strands)
    assert crossed(strands, straight) == 0
    assert (
        crossed(strands, [["m"], ["y", "w", "x", "z"], ["a", "b", "c", "d"], ["z", "w", "x"]]) > 0
    )


@given(flows())
def test_no_more_crosses_than_in_the_order_of_values(strands: tuple[Strand, ...]) -> None:
    sums: list[dict[str, float]] = [defaultdict(float) for _ in range(4)]
    for strand in strands:
        for column, name in enumerate(strand.path):
            sums[column][name] += strand.value
    plain = [sorted(names, key=lambda name, of=names: (-of[name], name)) for names in sums]
    assert crossed(strands, ordered(strands)) <= crossed(strands, plain)


def test_in_a_page_every_part_can_have_the_focus_and_one_is_reached_by_tab() -> None:
    strands = (Strand(("m", "k", "a", "x"), 1), Strand(("m", "k", "b", "x"), 3))
    root = ElementTree.fromstring(bare_sankey(picture(strands), *SIZES["wide"]))
    parts = [part for part in root.iter("g") if part.get("tabindex")]
    assert [part.get("tabindex") for part in parts] == ["0"] + ["-1"] * (len(parts) - 1)
    said = [part.find("title").text for part in parts]
    assert said.index("m → k") == 1, "a node, then what flows out of it"
    assert len(parts) == 5 + 5
    assert {part.get("role") for part in parts} == {"img"}
    through_a = {part.find("title").text for part in parts if "0" in part.get("data-flow").split()}
    assert "k → a" in through_a
    assert "k → b" not in through_a


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_file_has_all_texts_in_one_look_and_stays_within_its_edges(look: str) -> None:
    strands = tuple(
        Strand(("m", f"k{n % 6}", f"a{n % 10}", f"x{n % 5}"), 10.0 ** (n % 9)) for n in range(60)
    )
    svg = draw_sankey(picture(strands), ChartOptions(1600, 1100, look))
    assert "light-dark" not in svg
    for text in ("Title", "Sentence.", "Source.", "INVENTED"):
        assert text in svg
    lows = [float(text.get("y")) for text in ElementTree.fromstring(svg).iter()
            if text.tag.endswith("}text")]  # fmt: skip
    assert max(lows) <= 1100
