"""A small line over the years beside another one: a figure of a table seen in its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.ink import INK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAD = 4.0
"""Room around the lines, px, for the marker at their end."""


def spark(  # noqa: PLR0913 - what is not always given is given by its name
    years: Sequence[int],
    own: Sequence[float | None],
    beside: Sequence[float | None],
    size: tuple[float, float],
    ink: Mapping[str, str] = INK,
    *,
    breaks: Sequence[bool] = (),
    hollow: Sequence[bool] = (),
    now: int | None = None,
) -> str:
    """Two lines without axes, with zero in their range.

    Args:
        years: Ascending.
        own: A figure a year; None is a gap.
        beside: The figures of the thin line.
        size: Width and height in px.
        ink: Colours, as `charts.ink.INK`.
        breaks: Which of the own figures do not run on from the one before.
        hollow: Which of them are not quite what they seem.
        now: The year that is marked if it has a figure; by default the newest that has one.

    Returns:
        An svg of that size, to stand in a page or a file.
    """
    wide, tall = size
    known = [value for value in (*own, *beside) if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    across = (wide - 2 * PAD) / (years[-1] - years[0] or 1)
    up, spread = tall - 2 * PAD, high - low or 1.0
    xs = [PAD + across * (year - years[0]) for year in years]
    ys = [None if value is None else tall - PAD - up * ((value - low) / spread) for value in own]
    thin = [
        None if value is None else tall - PAD - up * ((value - low) / spread) for value in beside
    ]
    signs = [at for at, open_ in enumerate(hollow) if open_]
    there = [at for at, y in enumerate(ys) if y is not None and now in (None, years[at])]
    dots = "".join(
        f'<circle cx="{xs[at]:.1f}" cy="{y:.1f}" r="{radius}" fill="{ink[fill]}"/>'
        for at, radius, fill in (
            *((at, 2, "ground") for at in signs),
            *((at, 3, "ground" if at in signs else "own") for at in there[-1:]),
        )
        if (y := ys[at]) is not None
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{tall:g}" '
        f'viewBox="0 0 {wide:g} {tall:g}" class="spark" aria-hidden="true">'
        '<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<path stroke="{ink["muted"]}" stroke-dasharray="3 2" d="{line_path(xs, thin)}"/>'
        f'<g stroke="{ink["own"]}"><path stroke-width="2" d="{line_path(xs, ys, breaks)}"/>'
        f"{dots}</g></g></svg>"
    )


def line_path(xs: Sequence[float], ys: Sequence[float | None], breaks: Sequence[bool] = ()) -> str:
    """Path data with gaps where there is no figure, and before those that do not run on."""
    parts, runs = [], False
    for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
        if y is None:
            runs = False
            continue
        runs = runs and not (breaks and breaks[at])
        parts.append(f"L{x:.1f} {y:.1f}" if runs else f"M{x:.1f} {y:.1f}h0")
        runs = True
    return "".join(parts)
