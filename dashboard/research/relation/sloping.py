"""Says what the slope of the line means in units, whichever axes are logarithmic."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.amounts import amount, telling_decimals
from dashboard.research.view import Statistic
from dashboard.research.writing import MeasuredWriter

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.relation.reckoning import Relation

DOUBLED = log10(2)


@dataclass(frozen=True)
class Slope:
    """A slope that can be told.

    Attributes:
        words: The language.
        writers: Of the figures across and upwards, by the letters x and y.
        log: Axes that are logarithmic.
        step: By how much x grows where the slope is told; where x is logarithmic it doubles.
    """

    words: Language
    writers: dict[str, MeasuredWriter]
    log: str
    step: float

    def risen(self, slope: float) -> float:
        """By how much y rises with a step of x: in its unit, or in per cent on logarithms."""
        rise = slope * (DOUBLED if "x" in self.log else self.step)
        return 100 * (10.0**rise - 1) if "y" in self.log else rise

    def rise_text(self, rise: float, decimals: int, *, sign: bool = False) -> str:
        """It, written."""
        if "y" in self.log:
            return self.words.percent(rise, decimals, sign=sign)
        return amount(self.writers["y"], rise, decimals, sign=sign)

    @property
    def grown(self) -> str:
        """That x is so much larger, in words."""
        if "x" in self.log:
            return self.words.t("research.relation.doubled")
        step = amount(self.writers["x"], self.step, telling_decimals(self.step, 1))
        return self.words.t("research.relation.grown", step=step)


def slope_of(relation: Relation, words: Language) -> Slope:
    """How the slope of a relation is told."""
    pairs = relation.pairs
    writers = {
        "x": MeasuredWriter.of(pairs.across, words),
        "y": MeasuredWriter.of(pairs.up, words),
    }
    return Slope(words, writers, pairs.log, _step(relation))


def _step(relation: Relation) -> float:
    """A power of ten that lies within the middle half of x."""
    known = relation.pairs.x[relation.pairs.taken]
    if not known.size:
        return 1.0
    lower, upper = np.quantile(known, (0.25, 0.75))
    spread = float(upper - lower) or float(np.ptp(known)) or 1.0
    return 10.0 ** floor(log10(spread))


def slope_text(relation: Relation, names: dict[str, str], words: Language) -> str:
    """The slope in a sentence; nothing where there is no line."""
    line = relation.line
    if line is None or relation.pairs.same or relation.constant:
        return ""
    slope = slope_of(relation, words)
    rise, digits = slope.risen(line.slope), _digits(relation, slope)
    said = {**names, "grown": slope.grown, "rise": slope.rise_text(abs(rise), digits)}
    way = "up" if rise > 0 else "down"
    if said["rise"] == slope.rise_text(0.0, digits):
        way = "level"
    sure = isfinite(line.low) and isfinite(line.high)
    if not sure:
        return words.t(f"research.relation.slope_{way}", **said, sure="")
    ends = {
        "low": slope.rise_text(slope.risen(line.low), digits, sign=True),
        "high": slope.rise_text(slope.risen(line.high), digits, sign=True),
    }
    nought = {slope.rise_text(0.0, digits, sign=True)}
    spans = "spans" if line.low <= 0 <= line.high and {*ends.values()} != nought else "sure"
    interval = words.t(f"research.relation.slope_{spans}", **ends)
    return words.t(f"research.relation.slope_{way}", **said, sure=f" {interval}")


def slope_statistic(relation: Relation, words: Language) -> Statistic | None:
    """The slope as a number: of y by one of x, as the axes have them."""
    line = relation.line
    if line is None:
        return None
    slope, digits = slope_of(relation, words), 0
    digits = _digits(relation, slope)
    low, high = (slope.rise_text(slope.risen(end), digits, sign=True) if isfinite(end) else "–"
                 for end in (line.low, line.high))  # fmt: skip
    text = slope.rise_text(slope.risen(line.slope), digits, sign=True)
    return Statistic(
        "slope",
        words.t("research.relation.slope"),
        line.slope,
        words.t("research.relation.slope_value", rise=text, grown=slope.grown),
        words.t("research.interval", low=low, high=high, n=words.number(line.n)),
        words.t("research.relation.about.slope"),
        low=line.low,
        high=line.high,
        n=line.n,
    )


def _digits(relation: Relation, slope: Slope) -> int:
    """Decimals that tell the rise and the ends of its interval."""
    line = relation.line
    if line is None:
        return 0
    ends = [slope.risen(each) for each in (line.slope, line.low, line.high) if isfinite(each)]
    return telling_decimals(max(map(abs, ends), default=0.0))
