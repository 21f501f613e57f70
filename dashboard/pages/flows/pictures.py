"""Flows and recipients as the pictures take them, with every text written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.charts.palette import COUNTY_COLOUR, FLOWING
from dashboard.charts.picture import Caption, LegendEntry
from dashboard.charts.sankey import SankeyNode, SankeyPicture
from dashboard.charts.sankey_heights import LinkKey, NodeKey, link_keys, node_keys
from dashboard.charts.sankey_order import Strand
from dashboard.charts.treemap import TreemapCell, TreemapPicture
from dashboard.frame.places import recipient_path
from dashboard.indicators.remarks import remark_line
from dashboard.pages.flows.telling import flow_sentence, left_out, title_of
from data.asking.flows import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.pages.flows.view import FlowView

KINDS = dict(
    zip(
        (
            "budgetary_institution",
            "public_institution",
            "ngo",
            "other",
            "other_founder",
            "undecided",
        ),
        FLOWING,
        strict=True,
    )
)
"""The colour of each kind of recipients."""

COLUMNS = ("recipient_kind", "area", "mode")
"""Of the flows, from left to right, behind the municipality."""

THIN = 0.004
"""Share of all below which a flow may be drawn larger than it is."""

MOST_OWN, LEAST_SHARE = 40, 0.001
"""Recipients that stand by themselves; in the picture only those that can be pointed at."""


def strands_of(view: FlowView) -> tuple[Strand, ...]:
    """The flows that can be drawn."""
    rows = view.flowing[view.flowing["executed"] > 0]
    paths = zip(*(rows[name] for name in COLUMNS), strict=True)
    return tuple(
        Strand((view.place.code, *path), value)
        for path, value in zip(paths, rows["executed"], strict=True)
    )


def sankey_picture(view: FlowView, taken: str = "", steps: int = len(COLUMNS)) -> SankeyPicture:
    """From the municipality to kinds of recipients, to areas, to award modes.

    Args:
        view: What the page shows.
        taken: From which address and on which day the picture is taken.
        steps: How many of these three it goes through.
    """
    words, strands = view.words, _shortened(strands_of(view), steps)
    nodes: dict[NodeKey, float] = defaultdict(float)
    links: dict[LinkKey, float] = defaultdict(float)
    for strand in strands:
        for node in node_keys(strand):
            nodes[node] += strand.value
        for link in link_keys(strand):
            links[link] += strand.value
    return SankeyPicture(
        strands,
        tuple(words.t(f"flows.head.{name}") for name in ("municipality", *COLUMNS[:steps])),
        {key: _node(key, value, view) for key, value in nodes.items()},
        {key: _link_text(key, value, view) for key, value in links.items()},
        caption(view, taken, thin_note(view)),
    )


def _shortened(strands: tuple[Strand, ...], steps: int) -> tuple[Strand, ...]:
    """The same flows, those that part only later as one."""
    sums: dict[tuple[str, ...], float] = defaultdict(float)
    for strand in strands:
        sums[strand.path[: steps + 1]] += strand.value
    return tuple(Strand(path, value) for path, value in sums.items())


def thin_note(view: FlowView) -> str:
    """Says that the smallest flows are drawn larger than they are, where there are such."""
    strands = strands_of(view)
    thin = any(strand.value < THIN * view.total for strand in strands)
    return view.words.t("flows.thin") if thin else ""


def provisional_note(view: FlowView) -> str:
    """Says that they are payment requests, where they are."""
    return view.words.t("flows.provisional") if view.now["provisional"] else ""


def name_of(key: NodeKey, view: FlowView) -> str:
    """What a node is called."""
    if key.column == 0:
        return view.words.name(view.place, "full")
    return view.labels(COLUMNS[key.column - 1])[key.id]


def _node(key: NodeKey, value: float, view: FlowView) -> SankeyNode:
    name, amount, share = name_of(key, view), view.amount(value), view.share(value)
    figure = amount if key.column == 0 else f"{amount} ({share})"
    colour = KINDS.get(key.id, FLOWING[-1]) if key.column == 1 else COUNTY_COLOUR
    return SankeyNode(name, figure, f"{name}: {figure}", colour)


def _link_text(key: LinkKey, value: float, view: FlowView) -> str:
    """Both ends, and whose money it is where neither end says it."""
    ends = [name_of(key.source, view), name_of(key.target, view)]
    thread = [] if key.column < 2 else [name_of(NodeKey(1, key.thread), view)]
    path = " → ".join([*thread, *ends])
    return f"{path}: {view.words.money(value)} ({view.share(value)})"


def recipient_rows(view: FlowView, least: float = 0.0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Recipients by themselves, and those that are gathered; of more than nought, largest first.

    Args:
        view: What the page shows.
        least: Share of all from which on one stands by itself.
    """
    rows = view.receiving[view.receiving["executed"] > 0]
    large = rows["executed"] >= least * rows["executed"].sum()
    chosen = large & (rows.reset_index().index < MOST_OWN)
    if (~chosen).sum() == 1:  # one is no "others"
        chosen |= True
    return rows[chosen], rows[~chosen]


def treemap_picture(view: FlowView, taken: str = "") -> TreemapPicture:
    """The recipients."""
    words, (own, others) = view.words, recipient_rows(view, LEAST_SHARE)
    cells = [
        _cell(recipient_name(entity, name, view), value, kind, view, _link(entity, view))
        for entity, name, kind, value in own[
            ["entity", "name", "recipient_kind", "executed"]
        ].itertuples(index=False)
    ]
    rest = None
    if len(others):
        name, short = words.n("flows.others", len(others)), f"+{words.number(len(others))}"
        rest = _cell(name, others["executed"].sum(), "", view, "", short)
    kinds = {kind: label for kind, label in view.labels("recipient_kind").items()
             if kind in set(own["recipient_kind"])}  # fmt: skip
    return TreemapPicture(tuple(cells), rest, legend(kinds), caption(view, taken))


def legend(kinds: Mapping[str, str]) -> tuple[LegendEntry, ...]:
    """What the colours mean."""
    return tuple(LegendEntry(KINDS.get(kind, FLOWING[-1]), label) for kind, label in kinds.items())


def recipient_name(entity: str, name: str, view: FlowView) -> str:
    """What a recipient is called."""
    return view.words.t("person.private") if entity == PRIVATE else name


def _link(entity: str, view: FlowView) -> str:
    return "" if entity == PRIVATE else recipient_path(entity, view.words)


def _cell(
    name: str, value: float, kind: str, view: FlowView, link: str, short: str = ""
) -> TreemapCell:
    amount, share = view.amount(value), view.share(value)
    colour = KINDS.get(kind, FLOWING[-1]) if kind else COUNTY_COLOUR
    said = f"{name}: {view.words.money(value)} ({share})"
    return TreemapCell(name, (amount, share), float(value), colour, said, link, short)


def caption(view: FlowView, taken: str, *notes: str) -> Caption:
    """The texts around a picture."""
    words = view.words
    invented = words.t("demo.figures") if view.now["demo"] else ""
    remarked = [remark_line(each, words) for each in view.remarks]
    return Caption(
        title=title_of(view),
        sentence=flow_sentence(view),
        source=view.source.removeprefix(invented).strip(),  # said already, and larger
        notes=tuple(filter(None, (*notes, provisional_note(view), left_out(view), *remarked))),
        demo=invented,
        taken=taken,
    )
