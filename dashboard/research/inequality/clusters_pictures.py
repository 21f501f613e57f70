"""Clusters of neighbours as the pictures take them: a map and Moran's scatterplot."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dashboard.charts.moran_plot import NeighbourPoint
from dashboard.charts.moran_scatter import MoranPicture
from dashboard.charts.picture import LegendEntry, MapPicture, PicturedPlace
from dashboard.charts.pointed_map import PointedMap
from dashboard.indicators.picture import short_name
from dashboard.research.inequality.clusters import KINDS
from dashboard.research.inequality.clusters_shown import OTHERS, SIGNS
from dashboard.research.pointing import REASON_SIGNS, UNMARKED, own_marks, selected_of
from dashboard.research.points import point_name
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.charts.picture import Caption
    from dashboard.research.inequality.clusters_shown import ClustersShown


def clusters_map(shown: ClustersShown, caption: Caption) -> PointedMap:
    """The map."""
    words, found = shown.telling.words, shown.telling.found
    places = tuple(
        PicturedPlace(
            place.code, short_name(place, words), shown.fills[kind],
            SIGNS.get(kind) or REASON_SIGNS.get(reason, ""), real=bool(holds),
        )
        for place, kind, reason, holds in zip(
            municipalities(), shown.kinds, shown.reasons, found.holds, strict=True
        )
        if kind != "outside"
    )  # fmt: skip
    codes = [place.code for place in municipalities()]
    texts = [figure or words.t("research.reason.missing") for figure in shown.figures]
    selected = selected_of(shown.telling.bench, texts)
    picture = MapPicture(places, _legend(shown), selected, caption)
    return PointedMap(picture, dict(zip(codes, shown.told, strict=True)), shown.links)


def _legend(shown: ClustersShown) -> tuple[LegendEntry, ...]:
    words = shown.telling.words
    always = () if shown.telling.found.local is None else KINDS.values()
    counts = {kind: shown.kinds.count(kind) for kind in (*always, *OTHERS)}
    counts = {kind: count for kind, count in counts.items() if count or kind in always}
    return tuple(
        LegendEntry(
            shown.fills[kind],
            words.t(f"research.inequality.kind.{kind}"),
            count,
            SIGNS.get(kind, ""),
        )
        for kind, count in counts.items()
    )


def clusters_scatter(shown: ClustersShown, caption: Caption) -> MoranPicture:
    """The scatterplot of those that count and have a neighbour that does."""
    telling, words = shown.telling, shown.telling.words
    whole = telling.found.whole
    return MoranPicture(
        points=tuple(_points(shown)),
        slope=whole.value if whole else 0.0,
        across=words.t("research.inequality.scatter.across"),
        up=words.t("research.inequality.scatter.up"),
        quarters=tuple(
            (SIGNS[KINDS[at]], words.t(f"research.inequality.kind.{KINDS[at]}"))
            for at in (1, 2, 3, 4)
        ),
        caption=caption,
    )  # fmt: skip


def _points(shown: ClustersShown) -> Iterator[NeighbourPoint]:
    telling, found = shown.telling, shown.telling.found
    own = own_marks(telling.bench)
    hollow = telling.bench.subject.hollow[telling.row]
    rows = zip(
        municipalities(), found.z.tolist(), found.neighbours_z.tolist(), shown.kinds,
        shown.named, shown.links.values(), hollow.tolist(), strict=True,
    )  # fmt: skip
    for place, figure, mean, kind, told, href, open_ in rows:
        if isnan(figure) or isnan(mean):
            continue
        clear, (colour, shape) = kind in KINDS.values(), own.get(place.code, UNMARKED)
        yield NeighbourPoint(
            own=figure,
            neighbours=mean,
            told=told,
            name=point_name(place, telling.words) if clear or colour else "",
            fill=shown.fills[kind] if clear else "",
            href=href,
            colour=colour,
            shape=shape,
            hollow=open_,
        )
