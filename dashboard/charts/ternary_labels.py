"""What is written around and in the triangle of mixtures, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.grounds import Ground
from dashboard.charts.ink import INK
from dashboard.charts.lettering import width
from dashboard.charts.spread import spread
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from dashboard.charts.ternary import TernaryPlace
    from dashboard.charts.ternary_picture import TernaryDot, TernaryPicture

BESIDE, ABOVE, BELOW = 4.6, 1.7, 4.9
"""Room around the triangle for labels and names, in the size of letters."""


@dataclass(frozen=True)
class TernaryGround(Ground):
    """Where a triangle is drawn, and where it stands."""

    place: TernaryPlace


def draw_parts(ground: TernaryGround, parts: tuple[str, str, str]) -> None:
    """The name of each part at its corner, and of which the shares at the lower edge are."""
    size, place = ground.size, ground.place
    x, y = place((0, 0, 1))
    bold = {"font_weight": "bold"}
    ground.text(x, y - 0.6 * size, parts[2], text_anchor="middle", **bold)
    base = place.bottom + 2.9 * size
    left, right = place.left - BESIDE * size, place.left + place.side + BESIDE * size
    long = width(parts[0], size, bold=True) + width(parts[1], size, bold=True)
    second = base + 1.3 * size if long > right - left - size else base
    ground.text(left, base, parts[0], **bold)
    ground.text(right, second, parts[1], text_anchor="end", **bold)
    middle = place.left + place.side / 2
    ground.text(middle, second + 1.5 * size, f"{parts[1]}, %", "muted", text_anchor="middle",
                font_size=0.92 * size)  # fmt: skip


def draw_mean(ground: TernaryGround, picture: TernaryPicture) -> None:
    """A cross in a light casing, with its name beside it."""
    if picture.mean is None:
        return
    mixture, text = picture.mean
    (x, y), arm = ground.place(mixture), 0.75 * ground.size
    d = f"M{x - arm:.1f} {y:.1f}h{2 * arm:.1f}M{x:.1f} {y - arm:.1f}v{2 * arm:.1f}"
    for colour, thick in ((INK["ground"], 0.42), (INK["text"], 0.2)):
        add(ground.root, "path", d=d, fill="none", stroke=colour,
            stroke_width=f"{thick * ground.size:.2f}")  # fmt: skip
    ground.haloed(x + 1.1 * arm, y - 0.5 * ground.size, text, font_weight="bold")


def draw_names_of(ground: TernaryGround, dots: list[TernaryDot]) -> None:
    """The names of the selected, each on the side of the nearer edge, none over another."""
    place, size = ground.place, ground.size
    middle = place.left + place.side / 2
    for right in (True, False):
        side = [dot for dot in dots if (place(dot.mixture)[0] >= middle) is right]
        wanted = [place(dot.mixture)[1] for dot in side]
        heights = spread(wanted, 1.2 * size, 0, place.bottom)
        for dot, y in zip(side, heights, strict=True):
            x = place(dot.mixture)[0] + (0.8 if right else -0.8) * size
            tall = width(dot.name, size, bold=True)
            if right:
                x = min(x, place.left + place.side + BESIDE * size - tall)
            else:
                x = max(x, place.left - BESIDE * size + tall)
            look = {"text_anchor": "start" if right else "end", "font_weight": "bold"}
            ground.haloed(x, y + 0.36 * size, dot.name, **look)
