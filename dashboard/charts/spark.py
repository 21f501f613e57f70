"""A small line over the years beside another one: a figure of a table seen in its time."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale
from dashboard.charts.ink import INK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAD = 4.0
"""Room around the lines, px, for the marker at their end."""


def spark(
    years: Sequence[int],
    own: Sequence[float | None],
    beside: Sequence[float | None],
    size: tuple[float, float],
    ink: Mapping[str, str] = INK,
    *,
    breaks: Sequence[bool] = (),
) -> str:
    """Two lines without axes.

    Args:
        years: Ascending.
        own: A figure a year; None is a gap.
        beside: The figures of the thin line.
        size: Width and height in px.
        ink: Colours, as `charts.ink.INK`.
        breaks: Which of the own figures do not run on from the one before.

    Returns:
        An svg of that size, to stand in a page or a file.
    """
    wide, tall = size
    known = [value for value in (*own, *beside) if value is not None]
    low, high = min([*known, 0.0]), max([*known, 0.0])
    x = AxisScale(years[0], max(years[-1], years[0] + 1), PAD, wide - PAD)
    y = AxisScale(low, high if high > low else low + 1, tall - PAD, PAD)
    parts = [
        f'<path stroke="{ink["muted"]}" stroke-dasharray="3 2" d="{_path(years, beside, x, y)}"/>',
        f'<path stroke="{ink["own"]}" stroke-width="2" d="{_path(years, own, x, y, breaks)}"/>',
    ]
    last = max((at for at, value in enumerate(own) if value is not None), default=None)
    if last is not None:
        place = f'cx="{x(years[last]):.1f}" cy="{y(own[last] or 0.0):.1f}"'
        parts.append(f'<circle {place} r="3" fill="{ink["own"]}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{tall:g}" '
        f'viewBox="0 0 {wide:g} {tall:g}" class="spark" aria-hidden="true">'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{"".join(parts)}</g></svg>'
    )


def _path(
    years: Sequence[int],
    values: Sequence[float | None],
    x: AxisScale,
    y: AxisScale,
    breaks: Sequence[bool] = (),
) -> str:
    """Path data with gaps where there is no figure, and before those that do not run on."""
    part, found = 0, []
    for at, value in enumerate(values):
        part += value is None or (bool(breaks) and breaks[at])
        if value is not None:
            found.append((part, f"{x(years[at]):.1f} {y(value):.1f}"))
    runs = ([point for _, point in run] for _, run in groupby(found, key=lambda item: item[0]))
    return "".join(f"M{'L'.join(run if len(run) > 1 else run * 2)}" for run in runs)
