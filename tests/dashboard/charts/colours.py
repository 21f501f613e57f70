"""Colours as eyes, projectors and paper see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Full loss of one kind of cone (Machado, Oliveira and Fernandes 2009), on linear red, green, blue.
VISION = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
"""From linear red, green, blue of sRGB; white is D65."""


def seen(colour: str, vision: str) -> NDArray[np.float64]:
    """Linear red, green, blue of `#rrggbb` for an eye of a kind of vision."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    found: NDArray[np.float64] = (VISION[vision] @ linear).clip(0, 1)
    return found


def luminance(colour: str, vision: str = "usual") -> float:
    """Relative luminance as in WCAG 2."""
    return float(np.array([0.2126, 0.7152, 0.0722]) @ seen(colour, vision))


def lab(colour: str, vision: str = "usual") -> NDArray[np.float64]:
    """Lightness and the two hues of CIELAB."""
    parts = XYZ @ seen(colour, vision) / XYZ.sum(axis=1)
    x, y, z = np.where(parts > (6 / 29) ** 3, np.cbrt(parts), 7.787 * parts + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def hue_apart(one: str, other: str, vision: str = "usual") -> float:
    """How far two colours lie from each other in CIELAB, their lightness left aside."""
    return float(np.hypot(*(lab(one, vision) - lab(other, vision))[1:]))


def contrast(one: str, other: str, vision: str = "usual") -> float:
    """Contrast of two colours as in WCAG 2."""
    low, high = sorted((luminance(one, vision), luminance(other, vision)))
    return (high + 0.05) / (low + 0.05)
