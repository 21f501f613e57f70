"""What makes municipalities alike: features, brought to one measure, and distances by them.

A feature that is a number is centred on its median and divided by its robust spread, so that one
very large municipality does not make all others look alike; numbers of people and density are
compared by how many times they differ. A feature that is a kind either is the same or is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

MAD_TO_SIGMA, IQR_TO_SIGMA = 1.4826, 1 / 1.349
"""What makes the median deviation and the range of quartiles of normal figures their sigma."""

HEAVIEST = 3
"""The largest weight of a feature; nought leaves it out."""


@dataclass(frozen=True)
class Feature:
    """What municipalities are compared by.

    Attributes:
        id: Name in addresses and texts, and of its column.
        measure: `times` (by how many times figures differ), `plain` (by their difference) or
            `same` (whether it is the same).
        weight: How much it counts unless somebody says otherwise, 0–`HEAVIEST`.
    """

    id: str
    measure: Literal["times", "plain", "same"]
    weight: int


FEATURES: dict[str, Feature] = {
    feature.id: feature
    for feature in (
        Feature("residents", "times", 2),
        Feature("density", "times", 1),
        Feature("older", "plain", 1),
        Feature("budget", "plain", 1),
        Feature("group", "same", 1),
        Feature("county", "same", 0),
        Feature("ringed", "same", 0),
    )
}
"""Size weighs most: what a municipality can do depends on it. A county is near, not alike, and
whether a city lies within its ring is what its group says already; both can be given weight."""

WEIGHTS = {feature.id: feature.weight for feature in FEATURES.values()}
"""The usual weights."""


def spread_of(figures: NDArray[np.float64]) -> float:
    """The robust spread of the known ones; 0 where all are equal or none is known."""
    known = figures[~np.isnan(figures)]
    if not known.size:
        return 0.0
    deviation = float(np.median(np.abs(known - np.median(known))))
    if deviation:
        return MAD_TO_SIGMA * deviation
    low, high = np.percentile(known, [25, 75])
    return float(high - low) * IQR_TO_SIGMA


@dataclass(frozen=True)
class MeasuredFeature:
    """A feature of all municipalities, brought to its measure.

    Attributes:
        figures: A value a municipality.
        spread: How far they are spread; None of a kind, which is the same or is not.
    """

    figures: NDArray[Any]
    spread: float | None


def measured(columns: Mapping[str, NDArray[Any]]) -> dict[str, MeasuredFeature]:
    """The features as they are compared.

    Args:
        columns: The features by name, a value a municipality; a frame's columns are such.
    """
    return {name: _measured(np.asarray(columns[name]), each) for name, each in FEATURES.items()}


def _measured(column: NDArray[Any], feature: Feature) -> MeasuredFeature:
    if feature.measure == "same":
        return MeasuredFeature(column, None)
    figures = np.log(column) if feature.measure == "times" else column.astype(float)
    return MeasuredFeature(figures, spread_of(figures))


def apart(columns: Mapping[str, NDArray[Any]], own: int) -> dict[str, NDArray[np.float64]]:
    """How far each municipality lies from one of them, feature by feature.

    Args:
        columns: As of `measured`.
        own: Number of the row that all are compared with.

    Returns:
        By feature, in spreads, with sign; 0 or 1 for what is the same or not; NaN where one of
        the two is unknown.
    """
    return apart_by(measured(columns), own)


def apart_by(features: Mapping[str, MeasuredFeature], own: int) -> dict[str, NDArray[np.float64]]:
    """The same of features that are measured already, for who asks of many municipalities."""
    return {name: _apart(each, own) for name, each in features.items()}


def _apart(feature: MeasuredFeature, own: int) -> NDArray[np.float64]:
    figures = feature.figures
    if feature.spread is None:
        differ: NDArray[np.float64] = (figures != figures[own]).astype(float)
        return differ
    difference: NDArray[np.float64] = (figures - figures[own]) / (feature.spread or np.inf)
    return difference


def distances(
    differences: Mapping[str, NDArray[np.float64]], weights: Mapping[str, int]
) -> NDArray[np.float64]:
    """Weighted Euclidean distances, by the features that are known of both.

    Args:
        differences: As `apart` gives them.
        weights: Of each feature, at least one above nought.

    Returns:
        A distance a municipality, in spreads: the root of the weighted mean of squares; NaN where
        nothing that has weight is known of both.
    """
    names = [name for name, weight in weights.items() if weight]
    parts = np.array([differences[name] for name in names])
    shares = np.array([float(weights[name]) for name in names])[:, None] * ~np.isnan(parts)
    total = shares.sum(axis=0)
    squares = (shares * np.nan_to_num(parts) ** 2).sum(axis=0)
    found: NDArray[np.float64] = np.sqrt(squares / np.where(total, total, np.nan))
    return found


def nearest(found: NDArray[np.float64], own: int, count: int) -> list[int]:
    """Numbers of the nearest, nearest first; equally near ones in their order."""
    order = np.argsort(found, kind="stable").tolist()
    return [at for at in order if at != own and not np.isnan(found[at])][:count]


def most_apart(
    differences: Mapping[str, NDArray[np.float64]], weights: Mapping[str, int], at: int
) -> str:
    """The feature in which a municipality differs most, as it weighs; empty where in none."""
    parts = {
        name: 0.0 if isnan(far := float(differences[name][at])) else weight * far**2
        for name, weight in weights.items()
    }
    name = max(parts, key=parts.__getitem__)
    return name if parts[name] > 0 else ""
