"""What changed between two years: of whom both figures count and compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import SIGNS
from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import BREAK, signs_of
from dashboard.indicators.picture import glyphs
from dashboard.indicators.writing import FigureWriter, unit_label
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView

ENOUGH = 0.75
"""Share of those that compare at best: from the very first year, few may."""


@dataclass(frozen=True)
class Changing:
    """Two years of a view.

    Attributes:
        telling: What is told from.
        shown: The view.
        before, after: Numbers of the years.
        values: By municipality, the later figure less the earlier, as both are shown; NaN where
            they do not compare.
    """

    telling: DeckTelling
    shown: MapView
    before: int
    after: int
    values: NDArray[np.float64]

    @property
    def years(self) -> tuple[int, int]:
        """The earlier, the later."""
        return self.shown.years[self.before], self.shown.years[self.after]

    @property
    def texts(self) -> list[str]:
        """Of each municipality, the change with its sign, in the unit; empty where it is none."""
        writer = FigureWriter.of(self.shown.view, self.telling.words)
        return [*writer.differences(self.values)]

    @property
    def unit(self) -> str:
        """Of changes in words: points, where figures are per cent."""
        view, words = self.shown.view, self.telling.words
        percent = FigureWriter.of(view, words).kind == "percent"
        return words.t("forum.changes.points") if percent else unit_label(view.unit, words)

    def in_unit(self, number: str) -> str:
        """A written change with its unit in short."""
        words, kind = self.telling.words, FigureWriter.of(self.shown.view, self.telling.words).kind
        if kind == "percent":
            return words.t("change.points", number=number)
        return words.euros(number) if kind == "money" else number

    def known(self, places: Sequence[int]) -> list[int]:
        """Those of some municipalities whose change is known, the largest growth first."""
        found = [at for at in places if not np.isnan(self.values[at])]
        return sorted(found, key=lambda at: (-float(self.values[at]), at))

    def counts(self, places: Sequence[int]) -> dict[str, int]:
        """How many of some municipalities compare, grew and fell."""
        values = self.values[[*places]]
        return {
            "count": int((~np.isnan(values)).sum()),
            "grew": int((values > 0).sum()),
            "fell": int((values < 0).sum()),
        }

    def told(self, at: int) -> str:
        """One municipality's two figures and their difference, as a sentence."""
        writer = FigureWriter.of(self.shown.view, self.telling.words)
        before, after = (
            writer.figure(float(self.shown.values[row, at])) + signs_of(self.shown, row, at)
            for row in (self.before, self.after)
        )
        name = self.telling.words.name(municipalities()[at])
        return self.telling.words.t(
            "forum.changes.one", name=name, before=before, after=after, change=self.texts[at]
        )

    def odd_row(self, at: int) -> int | None:
        """Number of the year whose figure does not count; None where the series breaks between."""
        rows = (self.after, self.before)
        return next((row for row in rows if not self.shown.counted[row, at]), None)

    def sign(self, at: int) -> str:
        """Why a change is not known, as a sign."""
        row = self.odd_row(at)
        return BREAK if row is None else glyphs(self.shown)[row][at]

    def why_not(self, at: int) -> str:
        """The same in words."""
        words, shown, row = self.telling.words, self.shown, self.odd_row(at)
        if row is not None and shown.real[row, at]:
            return words.t("mark.real.text", sign=SIGNS["real"])
        states = shown.states[:, at]
        if row is None:
            broken = np.flatnonzero(states[: self.after + 1] == "not_comparable")
            row = int(broken[-1])
        state = lowered(self.telling.labels[states[row]])
        return words.t("forum.changes.without", year=shown.years[row], state=state)


def changing(telling: DeckTelling, scene: Scene) -> Changing | None:
    """The change that a scene shows; None where no two years compare.

    Without an earlier year of its own, it is the first from which enough of the scene's
    municipalities compare; of all, where none of these do.
    """
    shown = telling.shown(scene)
    after = telling.row(scene, shown)
    wanted = scene.before if scene.before in shown.years[:after] else None
    rows = [shown.years.index(wanted)] if wanted else [*range(after)]
    values = {before: differences(shown, before, after) for before in rows}
    every = [*range(len(municipalities()))]
    for places in filter(None, (telling.places(scene), every)):
        counts = {row: int((~np.isnan(found[places])).sum()) for row, found in values.items()}
        most = max(counts.values(), default=0)
        if most:
            before = next(row for row, count in counts.items() if count >= ENOUGH * most)
            return Changing(telling, shown, before, after, values[before])
    return None


def differences(shown: MapView, before: int, after: int) -> NDArray[np.float64]:
    """By municipality, as `Changing.values`."""
    broken = (shown.states[before + 1 : after + 1] == "not_comparable").any(axis=0)
    comparable = shown.counted[before] & shown.counted[after] & ~broken
    figures = shown.values.round(shown.decimals)
    values: NDArray[np.float64] = np.where(comparable, figures[after] - figures[before], np.nan)
    return values.round(shown.decimals)
