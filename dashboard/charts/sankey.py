"""Flows through columns of nodes, as a picture: what went where, and how much.

Layout and heights are in `sankey_layout`; here are texts and shapes. In a page every node and link
can have the focus and says what it is; which strands are part of it stands in `data-flow`, so that
a script finds all that belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.sankey_heights import LinkKey, NodeKey, link_keys, node_keys
from dashboard.charts.sankey_labels import Label, draw_label, label_of
from dashboard.charts.sankey_layout import lay_out
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.sankey_layout import Layout, Ribbon
    from dashboard.charts.sankey_order import Strand
    from dashboard.charts.series import ChartOptions

BAR = 0.85
"""Width of a node, in the size of the letters."""

NARROW = 500.0
"""Width in px below which the first column, which is only one node, is without a label."""

MOST = 15
"""Width of a label, in the size of the letters."""

PAD = 0.45
"""Between a node and its label, in the size of the letters."""


@dataclass(frozen=True)
class SankeyNode:
    """A node, with every text written.

    Attributes:
        name: What it is.
        figure: How much goes through it.
        said: All that is to be said of it, for those who do not see where it lies.
        colour: Its own, a pair.
    """

    name: str
    figure: str
    said: str
    colour: str


@dataclass(frozen=True)
class SankeyPicture:
    """Flows through columns.

    Attributes:
        strands: At least one.
        heads: What the columns are.
        nodes: Every node that strands go through.
        links: What is said of every link.
        caption: What stands around a framed picture; its title and sentence are the text
            alternative of a bare one.
    """

    strands: tuple[Strand, ...]
    heads: tuple[str, ...]
    nodes: Mapping[NodeKey, SankeyNode]
    links: Mapping[LinkKey, str]
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class StrandPlan:
    """A picture that is laid out."""

    layout: Layout
    labels: Mapping[NodeKey, Label]
    lefts: tuple[float, ...]
    letters: float


def draw_sankey(picture: SankeyPicture, options: ChartOptions) -> str:
    """The picture as a file of its own, `options.width` × `options.height` px."""
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    plan = planned(picture, area, base)
    while plan.layout.bottom > area.top + area.height + 1 and plan.letters > base / 3:
        plan = planned(picture, area, 0.9 * plan.letters)
    _draw(drawing.root, picture, area, plan, live=False)
    return drawing.svg()


def bare_sankey(picture: SankeyPicture, wide: float, tall: float, letters: float) -> str:
    """The picture to stand in a page, in its colours; higher where the labels need it."""
    area = Area(0, 0, wide, tall)
    plan = planned(picture, area, letters)
    height = max(tall, plan.layout.bottom + 1)
    root = Element(
        "svg", {"class": "sankey", "role": "group", "viewBox": f"0 0 {wide:g} {height:.0f}"}
    )
    root.set("aria-label", picture.caption.title)
    _draw(root, picture, replace(area, height=height), plan, live=True)
    return tostring(root, encoding="unicode")


def planned(picture: SankeyPicture, area: Area, letters: float) -> StrandPlan:
    """Where everything lies, with letters of a size."""
    last = len(picture.heads) - 1
    wide, pad = BAR * letters, PAD * letters
    # Behind the last column stand its labels; before the second, where it is narrow, nothing.
    narrow = area.width < NARROW
    labels = {
        key: label_of(node.name, node.figure, min(MOST * letters, 0.24 * area.width), letters)
        for key, node in picture.nodes.items()
        if key.column == last
    }
    right = max(label.width for label in labels.values()) + pad
    stages = [(0.42 if narrow else 0.85) if number == 0 else 1.0 for number in range(last)]
    room = (area.width - right - wide) / sum(stages)
    lefts = [area.left]
    for stage in stages:
        lefts.append(lefts[-1] + stage * room)
    for key, node in picture.nodes.items():
        if key.column != last and not (narrow and key.column == 0):
            most = stages[key.column] * room - wide - 2 * pad
            labels[key] = label_of(node.name, node.figure, min(most, MOST * letters), letters)
    head = 1.9 * letters
    inner = Area(area.left, area.top + head, area.width, area.height - head)
    sizes = {key: label.height for key, label in labels.items()}
    return StrandPlan(
        lay_out(picture.strands, inner, lefts, wide, sizes, letters), labels, (*lefts,), letters
    )


def _draw(
    root: Element, picture: SankeyPicture, area: Area, plan: StrandPlan, *, live: bool
) -> None:
    """Heads, then a node after the other with what flows out of it, then all labels on top."""
    layout, wide = plan.layout, BAR * plan.letters
    inside: dict[NodeKey | LinkKey, list[int]] = defaultdict(list)
    for number, strand in enumerate(picture.strands):
        for node_key in node_keys(strand):
            inside[node_key].append(number)
        for link_key in link_keys(strand):
            inside[link_key].append(number)
    _heads(root, picture, area, plan)
    leaving: dict[NodeKey, list[LinkKey]] = defaultdict(list)
    for link in layout.ribbons:
        leaving[link.source].append(link)
    for key, bar in layout.bars.items():
        node = picture.nodes[key]
        group = _part(root, "flow-node", inside[key], node.said, live=live, first=key.column == 0)
        add(group, "rect", x=bar.left, y=round(bar.top, 2), width=wide,
            height=f"{bar.height:.2f}", fill=node.colour)  # fmt: skip
        if live:
            group.set("data-node", f"{key.column}-{key.id}")
        for link in leaving[key]:
            group = _part(root, "flow-link", inside[link], picture.links[link], live=live)
            colour = picture.nodes[NodeKey(1, link.thread)].colour
            _ribbon(group, layout.ribbons[link], colour)
            if live:
                group.set("data-from", f"{link.column}-{link.start}")
                group.set("data-to", f"{link.column + 1}-{link.end}")
    _names(root, plan, inside, live=live)


def _names(
    root: Element, plan: StrandPlan, inside: Mapping[NodeKey | LinkKey, list[int]], *, live: bool
) -> None:
    """The labels, which lie over everything."""
    names = add(root, "g", class_="flow-labels", aria_hidden="true")
    for key, label in plan.labels.items():
        bar = plan.layout.bars[key]
        group = add(names, "g", class_="flow-label")
        if live:
            group.set("data-flow", " ".join(map(str, inside[key])))
        left = bar.left + (BAR + PAD) * plan.letters
        draw_label(group, left, bar.middle, label)


def _part(
    root: Element, name: str, strands: list[int], said: str, *, live: bool, first: bool = False
) -> Element:
    """A node or link: in a page one that says what it is and can have the focus."""
    group = add(root, "g", class_=name)
    if live:
        group.set("role", "img")
        group.set("tabindex", "0" if first else "-1")
        group.set("data-flow", " ".join(map(str, strands)))
    add(group, "title").text = said
    return group


def _ribbon(group: Element, ribbon: Ribbon, colour: str) -> None:
    left, right, top, end, tall = ribbon
    middle = (left + right) / 2
    path = (
        f"M{left:.1f} {top:.2f}C{middle:.1f} {top:.2f} {middle:.1f} {end:.2f} {right:.1f} {end:.2f}"
        f"v{tall:.2f}C{middle:.1f} {end + tall:.2f} {middle:.1f} {top + tall:.2f} "
        f"{left:.1f} {top + tall:.2f}Z"
    )
    # A line around it keeps the thinnest from fading where they are steep.
    add(group, "path", d=path, fill=colour, fill_opacity=0.45, stroke=colour, stroke_width=0.6,
        stroke_opacity=0.45)  # fmt: skip


def _heads(root: Element, picture: SankeyPicture, area: Area, plan: StrandPlan) -> None:
    """What the columns are; the first, without a label, has no head either."""
    size = 0.85 * plan.letters
    group = add(root, "g", class_="flow-heads", aria_hidden="true", font_size=size)
    for column, (left, head) in enumerate(zip(plan.lefts, picture.heads, strict=True)):
        if any(key.column == column for key in plan.labels):
            add(group, "text", x=left, y=area.top + size, fill=INK["muted"]).text = head
