"""How a hundred euros of the municipalities' budgets were split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import ViewRequest
from dashboard.overview.shown import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView

WHOLE = "total"
PARTS = ("ngo_competition", "public", "budgetary")
"""Indicators of the three ways that money goes, the least first."""

REST = "rest"
"""What went any other way, or of which nobody tells where it went."""

HUNDRED = 100.0

ALIKE = 2 / 3
"""Of those municipalities that are shown, so many at least must be known in something else too."""


@dataclass(frozen=True)
class HundredEuros:
    """A hundred euros of a year.

    Attributes:
        year: The year.
        shares: Of each part, in euros of a hundred; a part of which too little is known is not
            there, and what is left stands as `REST`.
        taken: Municipalities: whose money they are.
        demo: Whether they are invented.
        provisional: Whether some of them are payment requests.
        sources: Ids of the sources that they rest on.
    """

    year: int
    shares: dict[str, float]
    taken: NDArray[np.bool_]
    demo: bool
    provisional: bool
    sources: tuple[str, ...]

    @property
    def count(self) -> int:
        """Of how many municipalities."""
        return int(self.taken.sum())


@dataclass(frozen=True)
class SplitOverYears:
    """The split of the year that is shown, and of the first year that can be compared with it.

    Attributes:
        now: That of the year.
        before: That of the other year, of all that are known in it; None where no year has enough.
        alike: Both, of the municipalities that are known in both, where these are not all.
        untold: Why it is not known what NGOs won, by language; where it is, or sources do not
            agree, nothing.
    """

    now: HundredEuros
    before: HundredEuros | None = None
    alike: tuple[HundredEuros, HundredEuros] | None = None
    untold: Mapping[str, str] | None = None

    @property
    def years(self) -> tuple[HundredEuros, ...]:
        """The years that are pictured, ascending."""
        return (self.before, self.now) if self.before else (self.now,)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that all of it rests on."""
        return tuple(dict.fromkeys(source for each in self.years for source in each.sources))


def read_split(atlas: Atlas, year: int) -> SplitOverYears | None:
    """The split of a year; None where of no municipality more than the whole is known."""
    names = (WHOLE, *PARTS)
    return split_of(
        {name: remembered_view(atlas, ViewRequest(name, "eur")) for name in names}, year
    )


def split_of(views: dict[str, MapView], year: int) -> SplitOverYears | None:
    """The same of the views of the whole and of all parts, in euros."""
    whole = views[WHOLE]
    parts, taken = _known(views, whole.years.index(year))
    now = _split(views, year, parts, taken)
    if now is None:
        return None
    everybody = np.ones_like(now.taken)
    among = everybody if now.count >= ENOUGH else now.taken
    for earlier in (each for each in whole.years if each < year):
        before = _split(views, earlier, parts, among)
        both = before.taken & now.taken if before else taken
        if before and all(speaks_for(each, now.count) for each in (before.count, int(both.sum()))):
            return SplitOverYears(
                now, before, _alike(views, now, before, parts), _untold(views, now)
            )
    return SplitOverYears(now, untold=_untold(views, now))


def _alike(
    views: dict[str, MapView], now: HundredEuros, before: HundredEuros, parts: Sequence[str]
) -> tuple[HundredEuros, HundredEuros] | None:
    """Two years of those that are known in both; None where that is everybody."""
    both = before.taken & now.taken
    if (both == before.taken).all() and (both == now.taken).all():
        return None
    then, since = (_split(views, each.year, parts, both) for each in (before, now))
    return (then, since) if then and since else None


def speaks_for(count: int, of: int) -> bool:
    """Whether so many municipalities can stand for more of them."""
    return count >= ALIKE * of and count > 0


def _known(views: dict[str, MapView], row: int) -> tuple[list[str], NDArray[np.bool_]]:
    """The parts that are known of enough of those whose whole is, and of whom all of them are."""
    taken, parts = views[WHOLE].counted[row], []
    for name in PARTS:
        both = taken & views[name].counted[row]
        count, of = int(both.sum()), int(taken.sum())
        if speaks_for(count, of) and (count >= ENOUGH or of < ENOUGH):
            parts.append(name)
            taken = both
    return parts, taken


def _split(
    views: dict[str, MapView], year: int, parts: Sequence[str], among: NDArray[np.bool_]
) -> HundredEuros | None:
    """The split of those whose whole and parts count, and are all real or all invented.

    None where they paid nothing, or are none.
    """
    asked = [views[name] for name in (WHOLE, *parts)]
    whole = asked[0]
    row = whole.years.index(year)
    invented = np.array([each.marks["demo"][row] for each in asked])
    counted = np.logical_and.reduce([each.counted[row] for each in asked])
    taken: NDArray[np.bool_] = counted & among & (invented == invented[0]).all(axis=0)
    money, *amounts = (float(each.values[row, taken].sum()) for each in asked)
    if not parts or not money > 0:
        return None
    shares = {name: HUNDRED * each / money for name, each in zip(parts, amounts, strict=True)}
    mask = np.zeros_like(whole.counted)
    mask[row] = taken
    return HundredEuros(
        year,
        shares | {REST: max(0.0, HUNDRED - sum(shares.values()))},
        taken,
        demo=bool(whole.marks["demo"][mask].any()),
        provisional=bool(whole.marks["provisional"][mask].any()),
        sources=tuple(dict.fromkeys(each for view in asked for each in source_ids(view, mask))),
    )


def _untold(views: dict[str, MapView], now: HundredEuros) -> Mapping[str, str] | None:
    """Why nobody tells what NGOs won, where all sources say the same."""
    shown = views[PARTS[0]]
    if PARTS[0] in now.shares:
        return None
    at = shown.years.index(now.year), np.flatnonzero(now.taken).tolist()
    notes = {
        each.place: (each.note_lt, each.note_en)
        for each in shown.absences
        if each.row == at[0] and each.place in at[1]
    }
    if len(notes) < now.count or len(set(notes.values())) != 1:
        return None
    return dict(zip(("lt", "en"), next(iter(notes.values())), strict=True))
