"""Rectangles as square as may be that share an area by their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.framing import Area

if TYPE_CHECKING:
    from collections.abc import Sequence


def squarified(values: Sequence[float], area: Area) -> list[Area]:
    """A rectangle for each value, after Bruls, Huizing and van Wijk.

    Args:
        values: More than nought, the largest first.
        area: What they fill.
    """
    scale = area.width * area.height / sum(values) if values else 0.0
    sizes = [value * scale for value in values]
    found: list[Area] = []
    rest = area
    while len(found) < len(sizes):
        start, side = len(found), min(rest.width, rest.height)
        count = 1
        while start + count < len(sizes) and _worst(
            sizes[start : start + count + 1], side
        ) <= _worst(sizes[start : start + count], side):
            count += 1
        row, rest = _row(sizes[start : start + count], rest)
        found += row
    return found


def _worst(row: Sequence[float], side: float) -> float:
    """How long the longest rectangle of a row is for its breadth."""
    deep = sum(row) / side
    return max(max(deep * deep / size, size / (deep * deep)) for size in row)


def _row(sizes: Sequence[float], area: Area) -> tuple[list[Area], Area]:
    """A row along the shorter side, and what is left."""
    row, at = [], 0.0
    if area.width >= area.height:
        deep = sum(sizes) / area.height
        for size in sizes:
            row.append(Area(area.left, area.top + at, deep, size / deep))
            at += size / deep
        left = area.left + deep
        return row, Area(left, area.top, max(area.width - deep, 1e-9), area.height)
    deep = sum(sizes) / area.width
    for size in sizes:
        row.append(Area(area.left + at, area.top, size / deep, deep))
        at += size / deep
    return row, Area(area.left, area.top + deep, area.width, max(area.height - deep, 1e-9))
