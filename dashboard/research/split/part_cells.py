"""Cells of tables: the three parts of one row, each under its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.cells import rounded
from dashboard.research.split.figures import PARTS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dashboard.research.split.writing import SplitWriter


def named(
    writer: SplitWriter, what: str, values: NDArray[np.float64], digits: int
) -> dict[str, float | None]:
    """For people: `what` is the name of the text of the headings."""
    return {
        writer.words.t(f"research.split.column.{what}", part=writer.part(at)): rounded(
            value, digits
        )
        for at, value in enumerate(values.tolist())
    }


def plain(values: NDArray[np.float64], what: str, digits: int) -> dict[str, float | None]:
    """For programs: `what` stands behind the id of each part."""
    return {
        f"{part}_{what}": rounded(value, digits)
        for part, value in zip(PARTS, values.tolist(), strict=True)
    }
