"""Dashes and markers: each selected municipality has its own, so that no colour is needed."""

from __future__ import annotations

from math import cos, pi, sin

DASHES = (
    "", "9 5", "2.5 4", "9 4 2.5 4", "16 6", "16 5 3 5",
    "5 3", "16 4 2.5 4 2.5 4", "2.5 8", "9 4 9 4 2.5 4",
)  # fmt: skip
"""Solid, dash, dot, dash-dot, long dash and so on, in px of a line 2.5 px wide."""


def dash(number: int, scale: float = 1) -> str:
    """The dashes of a line for `stroke-dasharray`; empty for a solid one."""
    return " ".join(f"{float(part) * scale:.3g}" for part in DASHES[number % len(DASHES)].split())


def marker(number: int, x: float, y: float, radius: float) -> str:
    """Path data of a marker: circle, then the shapes of `_CORNERS`."""
    shape = number % len(DASHES)
    if shape == 0:
        radius = round(radius, 1)  # else the halves are not those of one circle
        half = f"a{radius:.1f} {radius:.1f} 0 1 0"
        return f"M{x - radius:.1f} {y:.1f}{half} {2 * radius:.1f} 0{half} {-2 * radius:.1f} 0z"
    corners = _CORNERS[shape]
    points = (f"{x + radius * right:.1f} {y + radius * down:.1f}" for right, down in corners)
    return f"M{'L'.join(points)}z"


def _star() -> list[tuple[float, float]]:
    turns = [(pi * part / 5, 1.35 if part % 2 == 0 else 0.6) for part in range(10)]
    return [(far * sin(turn), -far * cos(turn)) for turn, far in turns]


_CORNERS: dict[int, list[tuple[float, float]]] = {
    1: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    2: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
    3: [(0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
    4: [(-1.1, -0.6), (-0.6, -1.1), (0, -0.5), (0.6, -1.1), (1.1, -0.6), (0.5, 0),
        (1.1, 0.6), (0.6, 1.1), (0, 0.5), (-0.6, 1.1), (-1.1, 0.6), (-0.5, 0)],
    5: _star(),
    6: [(0, 1.2), (1.15, -0.85), (-1.15, -0.85)],
    7: [(sin(pi * part / 3), -cos(pi * part / 3)) for part in range(6)],
    8: [(-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
        (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4)],
    9: [(-1, -1.1), (1, -1.1), (-1, 1.1), (1, 1.1)],
}  # fmt: skip
"""Square, diamond, triangle, cross, star, triangle upside down, hexagon, plus, hourglass."""
