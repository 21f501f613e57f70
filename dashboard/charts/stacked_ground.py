"""What stacked pictures have in common: where they are drawn, and what their colours mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.charts.grounds import Ground
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, cut, width
from dashboard.charts.svg import add
from dashboard.charts.ternary_colours import pure

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE = 12.5
"""Size of the letters in bare pictures, px."""

WITHIN = ("#ffffff", "#10202e", "#ffffff")
"""Colours of letters on the colours of the three parts, in either look."""


@dataclass(frozen=True)
class StackedGround(Ground):
    """Where rows are drawn; `within` a group that says size and colour of letters for them."""

    within: bool = False

    def group(self) -> StackedGround:
        """A part of it whose texts need not say how they look."""
        look = {"font_size": self.size, "fill": INK["text"]}
        return replace(self, root=add(self.root, "g", **look), within=True)

    def text(self, x: float, y: float, text: str, fill: str = "text", **look: object) -> None:
        """One line; `y` is its base."""
        if not self.within:
            super().text(x, y, text, fill, **look)
            return
        look |= {} if fill == "text" else {"fill": fill}
        add(self.root, "text", x=x, y=y, **look).text = text

    def lines(self, left: float, top: float, wide: float, text: str) -> None:
        """A text in as many lines as it needs, from a top downwards."""
        for number, line in enumerate(broken(text, wide, self.size)):
            self.text(left, top + (1.2 + 1.35 * number) * self.size, line)


def key_height(parts: Sequence[str], wide: float, size: float) -> float:
    """What `draw_key` takes."""
    return (1 if _in_line(parts, wide, size) else len(parts)) * 1.5 * size + 0.5 * size


def _in_line(parts: Sequence[str], wide: float, size: float) -> bool:
    return sum(width(part, size) + 3 * size for part in parts) <= wide


def draw_key(
    ground: StackedGround, parts: Sequence[str], left: float, top: float, wide: float
) -> float:
    """What the colours mean, in a line where there is room; returns where the next may begin."""
    size, x, y = ground.size, left, top
    line = _in_line(parts, wide, size)
    for number, part in enumerate(parts):
        add(ground.root, "rect", x=x, y=y + 0.15 * size, width=size, height=size,
            fill=pure(number))  # fmt: skip
        ground.text(x + 1.4 * size, y + size, cut(part, wide - 1.4 * size, size))
        if line:
            x += width(part, size) + 3 * size
        else:
            y += 1.5 * size
    return top + key_height(parts, wide, size)
