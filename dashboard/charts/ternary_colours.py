"""Colours of mixtures of three parts, told apart with any colour vision.

Who lacks a kind of cone sees two dimensions of colour, so three hues of one lightness will not do:
the corners differ in lightness too, and lie so that whichever two dimensions are left, they form
a triangle as wide as can be. They were searched for on the triangle of classes under full loss of
each kind of cone (Machado, Oliveira and Fernandes 2009); the tests look again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.ternary import centroids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CORNERS = {
    "light": ((28.2, 14.7, -61.5), (87.8, -59.3, 25.0), (41.8, 44.4, 47.7)),
    "dark": ((38.3, 10.7, -65.5), (94.6, -48.9, 31.1), (44.5, 36.1, 48.6)),
}
"""CIELAB (D65) of the pure parts: blue, pale green, rust. Their even mixture is grey. No screen
shows the corners themselves; every class between them it does."""

XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
"""From linear red, green, blue of sRGB."""


def _hex(lab: NDArray[np.float64]) -> str:
    """A colour of CIELAB as `#rrggbb`."""
    middle = (lab[0] + 16) / 116
    bent = np.array([middle + lab[1] / 500, middle, middle - lab[2] / 200])
    straight = np.where(bent > 6 / 29, bent**3, (bent - 16 / 116) / 7.787)
    linear = np.clip(np.linalg.solve(XYZ, straight * XYZ.sum(axis=1)), 0, 1)
    screen = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * float(part)):02x}" for part in screen)


def mixed(parts: Sequence[float]) -> str:
    """The colour of a mixture, a pair as `charts.palette` has them.

    Args:
        parts: Three that add up to one.
    """
    light, dark = (_hex(np.array(parts) @ np.array(CORNERS[look])) for look in ("light", "dark"))
    return f"light-dark({light}, {dark})"


@cache
def mixtures() -> tuple[str, ...]:
    """The colour of each class, as `charts.ternary.centroids` has them."""
    return tuple(mixed(middle) for middle in centroids())


@cache
def pure(part: int) -> str:
    """The colour of the class at the corner of a part."""
    return mixed([5 / 6 if at == part else 1 / 12 for at in range(3)])
