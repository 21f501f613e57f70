"""Who is beside whom, as weights that statistics of place rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.statistics.place import row_standardised
from geo.boundaries import neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


def neighbour_weights(codes: Sequence[str]) -> NDArray[np.float64]:
    """Weights of the municipalities that share a border, on land or water, among those named.

    Args:
        codes: Codes of municipalities, each once.

    Returns:
        Codes × codes, in their order: rows with the sum 1, or of zeros where no neighbour is named.

    Raises:
        ValueError: A code is not that of a municipality, or stands there twice.
    """
    beside = neighbours()
    unknown = [code for code in codes if code not in beside]
    if unknown:
        known = ", ".join(sorted(beside))
        raise ValueError(f"{unknown[0]!r} is not the code of a municipality; those are {known}")
    numbers = {code: number for number, code in enumerate(codes)}
    if len(numbers) < len(codes):
        twice = next(code for number, code in enumerate(codes) if numbers[code] != number)
        raise ValueError(f"{twice!r} stands among the codes more than once")
    return row_standardised(
        [sorted(numbers[each] for each in beside[code] if each in numbers) for code in codes]
    )
