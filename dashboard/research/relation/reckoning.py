"""What is reckoned of points: coefficients, the line, and the same of parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.parts import parts_of
from data.statistics.association import associations
from data.statistics.known import all_equal, known
from data.statistics.line import theil_sen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.research.bench import Bench
    from dashboard.research.parts import Part
    from dashboard.research.relation.pairs import Pairs
    from data.statistics.association import Association
    from data.statistics.line import RobustLine


@dataclass(frozen=True)
class Relation:
    """How two subjects go together.

    Attributes:
        pairs: The points.
        n: How many of them count.
        constant: Which of x and y are the same everywhere: some of these letters.
        coefficients: Pearson, Spearman, Kendall; none where there are too few or a constant.
        line: The Theil–Sen line on the axes as they are; None where there is none.
        parts: Groups or counties, each with how many of it count and its Spearman, if it has one.
    """

    pairs: Pairs
    n: int
    constant: str
    coefficients: tuple[Association, ...]
    line: RobustLine | None
    parts: tuple[tuple[Part, int, Association | None], ...]

    @property
    def spearman(self) -> Association | None:
        """The coefficient that is told first, as neither far figures nor logarithms move it."""
        return self.coefficients[1] if self.coefficients else None


def relation_of(bench: Bench, pairs: Pairs) -> Relation:
    """Reckons with the points that count."""
    x, y = pairs.counted
    n = int(pairs.taken.sum())
    constant = "".join(
        letter for letter, values in (("x", x), ("y", y)) if n > 1 and all_equal(known(values))
    )
    found = remembered(bench.atlas, x, y)
    line = theil_sen(x, y) if found else None
    by = "county" if bench.state.colour == "county" else "group"
    parts = parts_of(by, bench.members, bench.words)
    told = tuple(_part(bench.atlas, part, x, y) for part in parts) if len(parts) > 1 else ()
    return Relation(pairs, n, constant, found, line, told)


def remembered(
    atlas: Atlas, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[Association, ...]:
    """The coefficients, reckoned once for the present data."""
    key = ("associations", x.tobytes(), y.tobytes())
    found: tuple[Association, ...] = atlas.once(key, lambda: associations(x, y))
    return found


def _part(
    atlas: Atlas, part: Part, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[Part, int, Association | None]:
    own = x[part.members], y[part.members]
    found = remembered(atlas, *own)
    return part, int((~np.isnan(own[0])).sum()), found[1] if found else None
