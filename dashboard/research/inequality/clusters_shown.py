"""What each municipality is among its neighbours: colour, sign and words, for all pictures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.ink import REST
from dashboard.research.inequality.clusters import KINDS
from dashboard.research.inequality.clusters_telling import p_text
from dashboard.research.pointing import selecting
from dashboard.research.points import figures_of
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.inequality.clusters_telling import ClustersTelling

_SCHEME = palette.diverging()
FILLS = {1: _SCHEME[6], 2: _SCHEME[2], 3: _SCHEME[0], 4: _SCHEME[4]}
"""Of the quadrants: the large are violet, the small orange; those unlike their neighbours pale."""

SIGNS = {"high_high": "▲", "low_low": "▼", "high_low": "↑", "low_high": "↓", "lonely": "○"}
"""By kind, so that no colour is needed to tell them apart: a triangle is like its neighbours, an
arrow rises above or falls below them, a circle has none that counts."""

OTHERS = ("none", "untested", "lonely", "left_out")
"""Kinds of those that do not stand out: by chance it could be so; nobody is tested; no neighbour
counts; it does not count itself."""


@dataclass(frozen=True)
class ClustersShown:
    """Colours, signs and texts of each municipality, made once for all pictures.

    Attributes:
        telling: What is told.
    """

    telling: ClustersTelling

    @cached_property
    def kinds(self) -> list[str]:
        """Of each: the name of its cluster, or what it is instead, as `OTHERS`, or `outside`."""
        found, members = self.telling.found, self.telling.bench.subject.members
        usual = "untested" if found.local is None else "none"
        kinds = np.where(np.isnan(found.counted), "left_out", usual).astype("<U10")
        if found.local is not None:
            kinds[found.lonely] = "lonely"
        kinds[~members] = "outside"
        for quadrant, name in KINDS.items():
            kinds[found.of_kind(quadrant)] = name
        listed: list[str] = kinds.tolist()
        return listed

    @cached_property
    def fills(self) -> dict[str, str]:
        """Colours by kind."""
        clusters = {name: FILLS[quadrant] for quadrant, name in KINDS.items()}
        others = dict.fromkeys(OTHERS, REST) | {"left_out": palette.UNKNOWN_COLOUR}
        return clusters | others

    @cached_property
    def figures(self) -> list[str]:
        """Each municipality's figure, written, with its signs."""
        bench = self.telling.bench
        return figures_of(bench.subject, self.telling.row, bench)

    @cached_property
    def named(self) -> list[str]:
        """What is said of each: name, figure or why it is left out, neighbours' mean."""
        words, bench = self.telling.words, self.telling.bench
        means = bench.writer(bench.subject).figures(self.telling.found.neighbours.tolist())
        texts = []
        for place, figure, reason, mean in zip(
            municipalities(), self.figures, self.reasons, means, strict=True
        ):
            why = words.t(f"research.reason.{reason}") if reason else ""
            text = f"{words.name(place)}: {', '.join(filter(None, (figure, why)))}"
            beside = words.t("research.inequality.neighbours_mean", mean=mean) if mean else ""
            texts.append("; ".join(filter(None, (text, beside))))
        return texts

    @cached_property
    def told(self) -> list[str]:
        """The same with cluster and p-value."""
        words, local = self.telling.words, self.telling.found.local
        p = [nan] * len(self.named) if local is None else local.p.tolist()
        texts = []
        for text, kind, one in zip(self.named, self.kinds, p, strict=True):
            cluster = words.t(f"research.inequality.kind.{kind}") if kind in KINDS.values() else ""
            value = "" if isnan(one) else f"p = {p_text(one, words)}"
            texts.append("; ".join(filter(None, (text, cluster, value))))
        return texts

    @cached_property
    def links(self) -> dict[str, str]:
        """By code, where each leads in a page: it is selected, or selected no more."""
        return selecting(self.telling.bench)

    @cached_property
    def reasons(self) -> list[str]:
        """Why each is left out; empty for those that count."""
        reasons: list[str] = self.telling.bench.subject.reasons[self.telling.row].tolist()
        return reasons
