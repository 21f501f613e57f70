"""Each municipality beside its neighbours as a table, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.cells import data_columns, rounded, subject_columns
from geo.boundaries import neighbours
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.research.inequality.clusters_shown import ClustersShown
    from geo.places import Municipality


def readable_neighbours(shown: ClustersShown) -> pd.DataFrame:
    """A row a municipality of the set: figure, neighbours and their mean, local Moran's I."""
    words, found = shown.telling.words, shown.telling.found
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    rows = []
    for at, place in _members(shown):
        beside = ", ".join(words.name(other) for other in _beside(place))
        rows.append(
            {
                words.t("file.column.code"): place.code,
                words.t("file.column.name"): words.name(place, "full"),
                words.t("file.column.value"): rounded(found.counted[at]),
                words.t("research.inequality.column.mean"): rounded(found.neighbours[at]),
                words.t("research.inequality.column.local"): _local(shown, at),
                words.t("research.inequality.statistic.moran_p"): _p(shown, at),
                words.t("research.inequality.column.cluster"): words.t(
                    f"research.inequality.kind.{shown.kinds[at]}"
                ),
                words.t("research.inequality.column.holds"): yes[bool(found.holds[at])],
                words.t("research.inequality.column.neighbours"): beside,
            }
        )
    return pd.DataFrame(rows)


def plain_neighbours(shown: ClustersShown) -> pd.DataFrame:
    """The same with lasting English names of columns, and codes."""
    found, bench = shown.telling.found, shown.telling.bench
    return pd.DataFrame(
        {
            "code": place.code,
            "name": bench.words.name(place, "full"),
            "year": bench.year,
            **subject_columns(bench.subject.subject),
            "value": rounded(found.counted[at]),
            "neighbours_mean": rounded(found.neighbours[at]),
            "local_moran": _local(shown, at),
            "p": _p(shown, at),
            "cluster": shown.kinds[at],
            "false_discovery": bool(found.holds[at]),
            "neighbours": " ".join(other.code for other in _beside(place)),
            **data_columns(bench),
        }
        for at, place in _members(shown)
    )


def _members(shown: ClustersShown) -> Iterator[tuple[int, Municipality]]:
    for at in np.flatnonzero(shown.telling.bench.subject.members).tolist():
        yield at, municipalities()[at]


def _beside(place: Municipality) -> list[Municipality]:
    """All its neighbours, whether they count or not."""
    codes = neighbours()[place.code]
    return [other for other in municipalities() if other.code in codes]


def _local(shown: ClustersShown, at: int) -> float | None:
    local = shown.telling.found.local
    return None if local is None else rounded(local.value[at])


def _p(shown: ClustersShown, at: int) -> float | None:
    local = shown.telling.found.local
    return None if local is None else rounded(local.p[at])
