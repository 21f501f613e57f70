"""Statistics of the split of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.split.figures import PARTS
from dashboard.research.split.writing import SplitWriter
from dashboard.research.view import Statistic
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def statistics_of(bench: Bench, figures: SplitFigures) -> tuple[Statistic, ...]:
    """The country's shares, the set's, medians with their range; none where nothing counts."""
    if not figures.taken[figures.row].any():
        return ()
    found = [*_shares(bench, "country", figures.country[:, figures.row])]
    if bench.places:
        own = figures.together(figures.taken)[:, figures.row]
        found += _shares(bench, "set", own, of=bench.places)
    if figures.taken[figures.row].sum() >= FEWEST:
        found += [*_medians(bench, figures), *_distance(bench, figures)]
    return tuple(found)


def _shares(bench: Bench, whose: str, shares: np.ndarray, of: str = "") -> Iterator[Statistic]:
    words, writer = bench.words, SplitWriter(bench.words)
    for at, part in enumerate(PARTS):
        label = words.t(f"research.split.{whose}", part=writer.part(at), places=of)
        about = words.t(f"research.split.{whose}.about")
        value = 100 * float(shares[at])
        yield Statistic(f"{whose}_{part}", label, value, writer.share(value / 100), about=about)


def _medians(bench: Bench, figures: SplitFigures) -> Iterator[Statistic]:
    words, writer, row = bench.words, SplitWriter(bench.words), figures.row
    for at, part in enumerate(PARTS):
        shares = figures.mixtures[at, row, figures.taken[row]]
        median = float(np.median(shares))
        ends = {"low": writer.share(shares.min()), "high": writer.share(shares.max())}
        yield Statistic(
            f"median_{part}",
            words.t("research.split.median", part=writer.part(at)),
            100 * median,
            writer.share(median),
            words.t("research.split.range", **ends),
            words.t("research.split.median.about"),
        )


def _distance(bench: Bench, figures: SplitFigures) -> Iterator[Statistic]:
    words, far = bench.words, figures.distances
    far = far[~np.isnan(far)]
    if far.size >= FEWEST:
        median = float(np.median(far))
        low, high = words.numbers([far.min(), far.max()], 2)
        yield Statistic(
            "median_distance",
            words.t("research.split.distance"),
            median,
            words.number(median, 2),
            words.t("research.split.range", low=low, high=high),
            words.t("research.split.distance.about"),
        )
