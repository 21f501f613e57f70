"""What points of municipalities share in pictures: their figures, and the ends of axes."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from dashboard.research.leaving import MARKS_SAID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from geo.places import Municipality

NEAR_NOUGHT = 0.12
"""An axis whose least figure is less than this share of its largest begins at nought."""


def axis_ends(low: float, high: float) -> tuple[float, float]:
    """The ends of an even axis between the least and the largest figure; they differ."""
    if 0 <= low < NEAR_NOUGHT * high:
        return 0.0, high
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        half = abs(low) / 2 or 1.0
        return low - half, high + half
    return low, high


def figures_of(one: Measured, row: int, bench: Bench) -> list[str]:
    """The figures of a year, written, with their signs; empty where there is none."""
    texts = bench.writer(one).figures(one.values[row].tolist())
    signs = [
        "".join(SIGNS[mark] for mark in MARKS_SAID if one.marks[mark][row, at])
        for at in range(len(texts))
    ]
    return [f"{text}{sign}" if text else "" for text, sign in zip(texts, signs, strict=True)]


def reason_text(reason: str, words: Language) -> str:
    """Why a figure is left out, to stand behind it; nothing where it is not."""
    if not reason:
        return ""
    return " " + words.t("research.point_out", reason=words.t(f"research.reason.{reason}"))


def point_name(place: Municipality, words: Language) -> str:
    """A name as it stands beside a point."""
    return words.name(place).removesuffix(" sav.")


def gaps(values: Iterable[float]) -> tuple[float | None, ...]:
    """Figures as lines take them: None is a gap."""
    return tuple(None if isnan(value) else float(value) for value in values)
