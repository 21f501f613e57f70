"""Small lines of several municipalities over the years, each with its colour and marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.markers import marker
from dashboard.charts.spark import PAD, line_path

if TYPE_CHECKING:
    from collections.abc import Sequence


class SparkLine(NamedTuple):
    """A municipality's figures over the years.

    Attributes:
        values: A figure a year; None is a gap.
        breaks: Which of them do not run on from the one before.
        colour: Of line and marker.
        shape: Number of its marker.
    """

    values: Sequence[float | None]
    breaks: Sequence[bool]
    colour: str
    shape: int


def spark_lines(lines: Sequence[SparkLine], now: int, size: tuple[float, float]) -> str:
    """Lines without axes on one scale, with zero in its range.

    Args:
        lines: From the lowest layer up.
        now: Number of the year whose figures are marked.
        size: Width and height in px.

    Returns:
        An svg of that size, to stand in a page.
    """
    wide, tall = size
    known = [value for line in lines for value in line.values if value is not None]
    low, high = min(*known, 0.0, 0.0), max(*known, 0.0, 0.0)
    years = len(lines[0].values)
    across, up = (wide - 2 * PAD) / max(years - 1, 1), (tall - 2 * PAD) / (high - low or 1.0)
    xs = [PAD + across * at for at in range(years)]
    parts = []
    for line in lines:
        ys = [None if each is None else tall - PAD - up * (each - low) for each in line.values]
        d, end = line_path(xs, ys, line.breaks), ys[now]
        parts.append(f'<path d="{d}" fill="none" stroke="{line.colour}" stroke-width="1.5"/>')
        if end is not None:
            parts.append(f'<path d="{marker(line.shape, xs[now], end, 3)}" fill="{line.colour}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{tall:g}" '
        f'viewBox="0 0 {wide:g} {tall:g}" class="spark" aria-hidden="true">{"".join(parts)}</svg>'
    )
