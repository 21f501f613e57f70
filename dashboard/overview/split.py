"""How a hundred euros of the municipalities' budgets were split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import ViewRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView

WHOLE = "total"
PARTS = ("ngo_competition", "public", "budgetary")
"""Indicators of the three ways that money goes, the least first."""

REST = "rest"
"""What went any other way, or of which nobody tells where it went."""

HUNDRED = 100.0


@dataclass(frozen=True)
class HundredEuros:
    """A hundred euros of a year.

    Attributes:
        year: The year.
        shares: Of each part, in euros of a hundred; a part of which nothing is known is not there,
            and what is left stands as `REST`.
        taken: Municipalities: whose money they are.
        demo: Whether they are invented.
        sources: Ids of the sources that they rest on.
    """

    year: int
    shares: dict[str, float]
    taken: NDArray[np.bool_]
    demo: bool
    sources: tuple[str, ...]

    @property
    def count(self) -> int:
        """Of how many municipalities."""
        return int(self.taken.sum())


@dataclass(frozen=True)
class SplitOverYears:
    """The split of the year that is shown, and of the first year that can be compared with it."""

    now: HundredEuros
    before: HundredEuros | None


def read_split(atlas: Atlas, year: int) -> SplitOverYears | None:
    """The split of a year; None where of no municipality more than the whole is known."""
    views = {name: remembered_view(atlas, ViewRequest(name, "eur")) for name in (WHOLE, *PARTS)}
    now = _of_year(views, year, PARTS)
    if now is None:
        return None
    known = [name for name in PARTS if name in now.shares]
    earlier = (_of_year(views, each, known) for each in views[WHOLE].years if each < now.year)
    alike = (
        found
        for found in earlier
        if found and found.demo == now.demo and found.shares.keys() == now.shares.keys()
    )
    return SplitOverYears(now, next(alike, None))


def _of_year(views: dict[str, MapView], year: int, parts: Sequence[str]) -> HundredEuros | None:
    """The split of those whose whole and every known part count, and are of one kind."""
    whole = views[WHOLE]
    row = whole.years.index(year)
    known = [name for name in parts if (views[name].counted & whole.counted)[row].any()]
    if not known:
        return None
    asked = [whole, *(views[name] for name in known)]
    invented = np.array([each.marks["demo"][row] for each in asked])
    taken = np.all([each.counted[row] for each in asked], axis=0) & (invented == invented[0]).all(0)
    money = float(whole.values[row, taken].sum())
    if not money > 0:
        return None
    shares = {name: HUNDRED * float(views[name].values[row, taken].sum()) / money for name in known}
    mask = np.zeros_like(whole.counted)
    mask[row] = taken
    sources = tuple(dict.fromkeys(each for view in asked for each in source_ids(view, mask)))
    return HundredEuros(
        year,
        shares | {REST: HUNDRED - sum(shares.values())},
        taken,
        bool(invented[0][taken].any()),
        sources,
    )
