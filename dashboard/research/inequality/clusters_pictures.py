"""Clusters of neighbours as the pictures take them: a map and Moran's scatterplot."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dashboard.charts.moran_plot import NeighbourPoint
from dashboard.charts.moran_scatter import MoranPicture
from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import LegendEntry, MapPicture, PicturedPlace, Selected
from dashboard.charts.shaded_map import PointedMap
from dashboard.indicators.picture import short_name
from dashboard.research.inequality.clusters import KINDS
from dashboard.research.inequality.clusters_shown import OTHERS, SIGNS
from dashboard.research.pointing import REASON_SIGNS
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
    picture = MapPicture(places, _legend(shown), _selected(shown), caption)
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


def _selected(shown: ClustersShown) -> tuple[Selected, ...]:
    words, select = shown.telling.words, shown.telling.bench.state.select
    named = {place.code: at for at, place in enumerate(municipalities())}
    return tuple(
        Selected(
            code,
            SELECTED[number % len(SELECTED)],
            words.name(municipalities()[named[code]]),
            shown.figures[named[code]] or words.t("research.reason.missing"),
        )
        for number, code in enumerate(select)
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
    select = telling.bench.state.select
    hollow = telling.bench.subject.hollow[telling.row]
    rows = zip(
        municipalities(), found.z.tolist(), found.neighbours_z.tolist(), shown.kinds,
        shown.named, shown.links.values(), hollow.tolist(), strict=True,
    )  # fmt: skip
    for place, own, mean, kind, told, href, open_ in rows:
        if isnan(own) or isnan(mean):
            continue
        number = select.index(place.code) if place.code in select else None
        clear = kind in KINDS.values()
        name = telling.words.name(place).removesuffix(" sav.")
        yield NeighbourPoint(
            own=own,
            neighbours=mean,
            told=told,
            name=name if clear or number is not None else "",
            fill=shown.fills[kind] if clear else "",
            href=href,
            selected=number,
            colour=SELECTED[(number or 0) % len(SELECTED)],
            hollow=open_,
        )
